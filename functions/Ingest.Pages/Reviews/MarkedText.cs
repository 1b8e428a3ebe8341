using System.Collections.Immutable;
using Ingest.Core.Articles;

namespace Ingest.Pages.Reviews;

/// <summary>
/// Cuts an article's text into paragraphs, and these into pieces that are marked alike, however the sentences overlap.
/// </summary>
/// <remarks>Joined, the pieces of a paragraph are the paragraph's text. Marks that do not fit the text are left out. Time
/// is n log n in the number of marks and spans, and linear in the text.</remarks>
internal static class MarkedText
{
    private enum Edge
    {
        Mark,
        Emphasis,
        Strong,
    }

    public static ImmutableArray<TextBlock> Of(Article article, IEnumerable<TextMark> marks)
    {
        var text = article.Text;
        var fitting = marks
            .Where(mark => Fits(text, mark.Start, mark.End))
            .Distinct()
            .ToList();
        var starts = fitting.Select(mark => mark.Start).ToHashSet();
        var endings = fitting.ToLookup(mark => mark.End, mark => mark.Film);
        var edges = Edges(text, article.Spans, fitting);
        var kinds = Kinds(article.Spans);

        var blocks = ImmutableArray.CreateBuilder<TextBlock>();
        Span<int> open = stackalloc int[3];
        var next = 0;
        foreach (var (start, end) in Paragraphs(text))
        {
            var pieces = ImmutableArray.CreateBuilder<TextPiece>();
            for (var position = start; position < end;)
            {
                for (; next < edges.Count && edges[next].At <= position; next++)
                {
                    open[(int)edges[next].Edge] += edges[next].Step;
                }

                var stop = next < edges.Count ? Math.Min(edges[next].At, end) : end;
                pieces.Add(new TextPiece(
                    text[position..stop],
                    open[(int)Edge.Mark] > 0,
                    open[(int)Edge.Emphasis] > 0,
                    open[(int)Edge.Strong] > 0,
                    starts.Contains(position) ? position : null,
                    [.. endings[stop].Distinct().Order()]));
                position = stop;
            }

            blocks.Add(new TextBlock(kinds.TryGetValue(start, out var kind) ? kind : null, pieces.DrainToImmutable()));
        }

        return blocks.DrainToImmutable();
    }

    private static bool Fits(string text, int start, int end) =>
        start >= 0 && start < end && end <= text.Length && IsBoundary(text, start) && IsBoundary(text, end);

    private static bool IsBoundary(string text, int at) =>
        at == 0 || at == text.Length || !char.IsSurrogatePair(text[at - 1], text[at]);

    private static List<(int At, int Step, Edge Edge)> Edges(
        string text,
        ImmutableArray<ArticleSpan> spans,
        List<TextMark> marks)
    {
        var edges = new List<(int At, int Step, Edge Edge)>();
        foreach (var mark in marks)
        {
            edges.Add((mark.Start, 1, Edge.Mark));
            edges.Add((mark.End, -1, Edge.Mark));
        }

        foreach (var span in spans)
        {
            if (span.Kind is SpanKind.Emphasis or SpanKind.Strong && Fits(text, span.Start, span.End))
            {
                var edge = span.Kind == SpanKind.Emphasis ? Edge.Emphasis : Edge.Strong;
                edges.Add((span.Start, 1, edge));
                edges.Add((span.End, -1, edge));
            }
        }

        edges.Sort((one, other) => one.At.CompareTo(other.At));
        return edges;
    }

    private static Dictionary<int, SpanKind> Kinds(ImmutableArray<ArticleSpan> spans)
    {
        var kinds = new Dictionary<int, SpanKind>();
        foreach (var span in spans)
        {
            if (span.Kind is SpanKind.Heading or SpanKind.Quotation or SpanKind.ListItem or SpanKind.Caption)
            {
                kinds.TryAdd(span.Start, span.Kind);
            }
        }

        return kinds;
    }

    private static IEnumerable<(int Start, int End)> Paragraphs(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            if (end > start)
            {
                yield return (start, end);
            }

            start = end + 2;
        }
    }
}
