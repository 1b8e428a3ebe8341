using System.Collections.Immutable;

namespace Ingest.Core.Pages;

/// <summary>Finds the labelled lines of credit lists and info boxes among a page's blocks.</summary>
internal static class CreditLines
{
    private const int LongestLabel = 40;
    private const int LongestValue = 2_000;
    private const int MostLines = 1_000;

    // What readers write and what leads to other pages says nothing of this page's film.
    private const Hints Foreign = Hints.Comments | Hints.Related | Hints.Navigation | Hints.Advert | Hints.Signup;

    /// <summary>The lines in page order.</summary>
    public static ImmutableArray<CreditLine> Read(Outline outline)
    {
        var lines = ImmutableArray.CreateBuilder<CreditLine>();
        var foreign = ForeignElements(outline);
        for (var i = 0; i < outline.Blocks.Count && lines.Count < MostLines; i++)
        {
            var block = outline.Blocks[i];
            var element = outline.Elements[block.Element];
            if (foreign[block.Element] || IsLink(block))
            {
                continue;
            }

            if (block.Cells == 2)
            {
                var cut = block.Text.IndexOf(" | ", StringComparison.Ordinal);
                Add(lines, block.Text[..cut], block.Text[(cut + 3)..]);
            }
            else if (Ancestor(outline, element, "dt") is { } term)
            {
                Add(lines, block.Text, Definition(outline, term, ref i));
            }
            else if (LabelCell(outline, element) is { } cell && cell.FirstBlock == i && cell.EndBlock == i + 1)
            {
                var value = outline.Elements[cell.Next];
                Add(lines, block.Text, Join(outline, value.FirstBlock, value.EndBlock));
            }
            else if (block.Cells == 1)
            {
                InText(lines, outline, block);
            }
        }

        return lines.ToImmutable();
    }

    // Elements inside the readers' comments and the like; what holds the page's heading is none, whatever it is called.
    private static bool[] ForeignElements(Outline outline)
    {
        var heading = outline.Elements.Find(e => e.Name == "h1")?.FirstBlock ?? 0;
        var foreign = new bool[outline.Elements.Count];
        foreach (var element in outline.Elements)
        {
            foreign[element.Index] = (element.Parent >= 0 && foreign[element.Parent])
                || (((element.Hints & Foreign) != 0 || element.Name == "nav") && !(element.FirstBlock <= heading && heading < element.EndBlock));
        }

        return foreign;
    }

    // "Box office: The Mill takes $11 million": another page's headline.
    private static bool IsLink(OutlineBlock block) =>
        block.Cells == 1 && block.Links > 0 && block.LinkLength >= block.Text.Length - 1 && block.Text.AsSpan(0, Math.Min(block.Text.Length, LongestLabel + 1)).IndexOfAny(':', '：') > 0;

    // The first cell of a row of two.
    private static OutlineElement? LabelCell(Outline outline, OutlineElement element)
    {
        var cell = Ancestor(outline, element, "td") ?? Ancestor(outline, element, "th");
        return cell is not null
            && cell.Next < outline.Elements.Count
            && outline.Elements[cell.Next] is { Kind: ElementKind.Cell } second
            && second.Parent == cell.Parent
            && cell.Parent >= 0
            && outline.Elements[cell.Parent].Next == second.Next
            && cell.Index == cell.Parent + 1
                ? cell
                : null;
    }

    private static OutlineElement? Ancestor(Outline outline, OutlineElement element, string name)
    {
        for (var steps = 0; steps < 4; steps++)
        {
            if (element.Name == name)
            {
                return element;
            }

            if (element.Parent < 0)
            {
                return null;
            }

            element = outline.Elements[element.Parent];
        }

        return null;
    }

    // What the dd elements after a dt hold.
    private static string Definition(Outline outline, OutlineElement term, ref int block)
    {
        var first = term.EndBlock;
        var end = first;
        var at = term.Next;
        while (at < outline.Elements.Count && outline.Elements[at] is { Name: "dd" } definition && definition.Parent == term.Parent)
        {
            end = definition.EndBlock;
            at = definition.Next;
        }

        block = Math.Max(block, end - 1);
        return Join(outline, first, end);
    }

    private static string Join(Outline outline, int first, int end) =>
        string.Join('\n', outline.Blocks.Skip(first).Take(Math.Min(end - first, 50)).Select(block => block.Text));

    // Lines that begin with a label: in bold, or short and ended by a colon.
    private static void InText(ImmutableArray<CreditLine>.Builder lines, Outline outline, OutlineBlock block)
    {
        var start = 0;
        while (start < block.Text.Length && lines.Count < MostLines)
        {
            var end = block.Text.IndexOf('\n', start);
            end = end < 0 ? block.Text.Length : end;
            var line = block.Text.AsSpan(start, end - start);
            var strong = StrongAt(outline, block, start);
            var colon = line[..Math.Min(line.Length, LongestLabel + 1)].IndexOfAny(':', '：');
            if (colon > 0)
            {
                Add(lines, line[..colon].ToString(), line[(colon + 1)..].ToString());
            }
            else if (strong > start && strong < end)
            {
                Add(lines, block.Text[start..strong], block.Text[strong..end]);
            }

            start = end + 1;
        }
    }

    // Where the bold text ends that begins at a place; -1 when none begins there.
    private static int StrongAt(Outline outline, OutlineBlock block, int start)
    {
        for (var i = block.FirstSpan; i < block.EndSpan; i++)
        {
            var span = outline.Spans[i];
            if (span.Kind == Articles.SpanKind.Strong && span.Start == start)
            {
                return span.End;
            }
        }

        return -1;
    }

    private static void Add(ImmutableArray<CreditLine>.Builder lines, string label, string value)
    {
        label = label.Trim().TrimEnd(':', '：').TrimEnd();
        value = value.Trim().TrimStart(':', '：').TrimStart();
        if (label.Length is > 0 and <= LongestLabel
            && value.Length is > 0 and <= LongestValue
            && label.Count(char.IsWhiteSpace) < 6
            && label.Any(char.IsLetter)
            && !label.Contains('\n', StringComparison.Ordinal)
            && label.AsSpan().IndexOfAny(".!?…。") < 0
            && !value.StartsWith("//", StringComparison.Ordinal))
        {
            lines.Add(new CreditLine(label, value));
        }
    }
}
