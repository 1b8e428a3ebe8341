using Ingest.Core.Pages;

namespace Ingest.Core.Articles;

/// <summary>Finds the article's headline, without the site's name.</summary>
internal static class Headline
{
    private const int Longest = 300;

    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " « ", " • ", " / ", "｜", " -- ", "_", " ‹ ", " › ", " ~ ", ": ", "|", " ∙ ", " ● "];

    private const int MostParts = 8;

    // Characters of a headline in a script without spaces.
    private const int ShortestWide = 4;

    // A line of fewer letters may be the name of a section.
    private const int ShortestLine = 8;

    // A heading of fewer words may name a section of the site as well as the article.
    private const int TellingWords = 4;

    /// <summary>The headline; null when the page has none.</summary>
    public static string? Of(PageShape shape, PageData data, StatedArticle stated, string? siteName)
    {
        var document = shape.Outline.Title;
        var open = Meta(data, "og:title") ?? Meta(data, "twitter:title") ?? Meta(data, "dc.title") ?? Meta(data, "title");
        var headings = Headings(shape);
        var first = headings.Where(heading => heading.Level == 1 && !IsSite(heading, headings, document, open, siteName)).ToList();

        // The first heading that the page repeats in its head is what its writer calls the article.
        foreach (var heading in first)
        {
            if (Says(document, heading.Text) || Says(open, heading.Text) || Says(stated.Text("headline") ?? stated.Text("name"), heading.Text))
            {
                return WithoutKicker(WithoutSiteName(heading.Text, siteName), open ?? (document is null ? null : WithoutSite(document, siteName)));
            }
        }

        var name = stated.Text("headline") is { Length: > 0 and < Longest } headline ? Longer(headline, open) : open ?? document;
        if (first is [var only] && (name is null || Shares(only.Text, name) || (only.Early && only.Text.Count(c => c == ' ') >= TellingWords - 1)))
        {
            return WithoutSiteName(only.Text, siteName);
        }

        if (name is not null && name == document && Part(document, shape, headings, siteName) is { } part)
        {
            return part;
        }

        return name is null ? headings.FirstOrDefault(heading => heading.Early)?.Text : WithoutSite(name, siteName);
    }

    // "Review Lamp lights town": a word above the headline, in the same heading.
    private static string WithoutKicker(string heading, string? open)
    {
        var above = open is null ? 0 : heading.Length - open.Length;
        return above > 1
            && open!.Contains(' ', StringComparison.Ordinal)
            && heading.EndsWith(open, StringComparison.OrdinalIgnoreCase)
            && heading[above - 1] == ' '
            && heading.AsSpan(0, above - 1).Count(' ') < 2
            && char.IsLetterOrDigit(heading[above - 2])
                ? heading[above..]
                : heading;
    }

    /// <summary>The title without a part that is the site's name, or that follows the last bar or dash.</summary>
    internal static string WithoutSite(string title, string? siteName)
    {
        var shorter = WithoutSiteName(title, siteName);
        if (shorter.Length < title.Length)
        {
            return shorter;
        }

        // Scripts without spaces set bars and low lines without them, and the headline first.
        var bar = title.AsSpan().IndexOfAny('｜', '_');
        if (bar >= ShortestWide && title[0] >= '\u2E80')
        {
            return title[..bar].TrimEnd();
        }

        foreach (var separator in Separators.AsSpan()[..9])
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at > 0 && at >= title.Length - at - separator.Length && (separator.Contains('|', StringComparison.Ordinal) || title.Length - at < 40))
            {
                return title[..at].TrimEnd();
            }
        }

        return title;
    }

    private static string WithoutSiteName(string title, string? siteName)
    {
        if (siteName is { Length: > 1 })
        {
            foreach (var separator in Separators)
            {
                if (title.EndsWith(separator + siteName, StringComparison.OrdinalIgnoreCase) && title.Length > separator.Length + siteName.Length)
                {
                    return title[..^(separator.Length + siteName.Length)].TrimEnd();
                }

                if (title.StartsWith(siteName + separator, StringComparison.OrdinalIgnoreCase) && title.Length > separator.Length + siteName.Length)
                {
                    return title[(separator.Length + siteName.Length)..].TrimStart();
                }
            }
        }

        return title;
    }

    private static string? Meta(PageData data, string name) =>
        data.Meta.TryGetValue(name, out var value) && VisibleText.Normalise(Entities.Decode(value)) is { Length: > 0 } text ? text : null;

    // A sharing title or a headline that was cut off somewhere.
    private static string Longer(string headline, string? open) =>
        open is { Length: < Longest } && headline.Length > 60 && open.Length > headline.Length && open.StartsWith(headline, StringComparison.Ordinal) ? open : headline;

    // Sites set their own name as a heading too: it ends the page's title, or begins it where the title for sharing leaves
    // it out. A title may also end in the headline, after the site's name and its breadcrumb; then nothing that follows the
    // heading is in the rest of the title.
    private static bool IsSite(Heading heading, List<Heading> all, string? document, string? open, string? siteName)
    {
        var text = heading.Text;
        if (string.Equals(text, siteName, StringComparison.OrdinalIgnoreCase))
        {
            return !string.Equals(open ?? document, text, StringComparison.OrdinalIgnoreCase);
        }

        if (document is null || document.Length <= text.Length + 2)
        {
            return false;
        }

        foreach (var separator in Separators)
        {
            if (separator != ": " && document.EndsWith(separator + text, StringComparison.OrdinalIgnoreCase))
            {
                var rest = document[..^(separator.Length + text.Length)];
                return heading.LeadsAway
                    || !heading.Early
                    || (open is not null && !open.Contains(text, StringComparison.OrdinalIgnoreCase))
                    || all.Any(other => other.Block > heading.Block && Says(rest, other.Text));
            }

            if (document.StartsWith(text + separator, StringComparison.OrdinalIgnoreCase))
            {
                var rest = document[(text.Length + separator.Length)..];
                if ((open is not null && rest.StartsWith(open, StringComparison.OrdinalIgnoreCase))
                    || (heading.LeadsAway && all.Any(other => other.Block > heading.Block && Says(rest, other.Text))))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // The longest run of parts of the page's title that a heading before the text repeats, or a short line there.
    private static string? Part(string document, PageShape shape, List<Heading> headings, string? siteName)
    {
        var runs = TitleRuns(document);
        if (runs.Count < 2)
        {
            return null;
        }

        var said = headings.Where(heading => heading.Early && !heading.LeadsAway && !IsSite(heading, headings, document, null, siteName)).Select(heading => heading.Text);
        return runs.FirstOrDefault(run => !run.Equals(siteName, StringComparison.OrdinalIgnoreCase) && said.Contains(run, StringComparer.OrdinalIgnoreCase))
            ?? runs.FirstOrDefault(run => run.Length >= ShortestLine && !run.Contains('|', StringComparison.Ordinal) && LinesAbove(shape).Contains(run, StringComparer.OrdinalIgnoreCase));
    }

    // Every run of neighbouring parts, longest first.
    private static List<string> TitleRuns(string document)
    {
        List<(int Start, int End)> parts = [];
        var start = 0;
        while (start < document.Length && parts.Count < MostParts)
        {
            var (at, length) = NextSeparator(document, start);
            parts.Add((start, at));
            start = at + length;
        }

        var runs =
            from first in Enumerable.Range(0, parts.Count)
            from last in Enumerable.Range(first, parts.Count - first)
            let run = document[parts[first].Start..parts[last].End].Trim()
            where run.Length > 0
            orderby run.Length descending
            select run;
        return [.. runs];
    }

    private static (int At, int Length) NextSeparator(string text, int from)
    {
        var next = (At: text.Length, Length: 0);
        foreach (var separator in Separators)
        {
            var at = text.IndexOf(separator, from, StringComparison.Ordinal);
            next = at >= 0 && at < next.At ? (at, separator.Length) : next;
        }

        return next;
    }

    // Short blocks of their own between the page's beginning and its prose, links left out.
    private static IEnumerable<string> LinesAbove(PageShape shape)
    {
        for (var i = 0; i < shape.Outline.Blocks.Count && !shape.Shapes[i].IsProse; i++)
        {
            var block = shape.Outline.Blocks[i];
            if (block.Text.Length is >= ShortestLine and < Longest && PageShape.LinkDensity(block) < 0.5f)
            {
                yield return block.Text;
            }
        }
    }

    // The page's headings of the first three levels, in page order.
    private static List<Heading> Headings(PageShape shape)
    {
        var headings = new List<Heading>();
        var blocks = shape.Outline.Blocks;
        var container = shape.Outline.Elements[shape.Container];
        var early = shape.ProseOf(container) * 0.2f;
        foreach (var element in shape.Outline.Elements)
        {
            if (element.Name is not ("h1" or "h2" or "h3") || element.EndBlock == element.FirstBlock)
            {
                continue;
            }

            var own = blocks.GetRange(element.FirstBlock, Math.Min(3, element.EndBlock - element.FirstBlock));
            var text = VisibleText.Normalise(string.Join(' ', own.Select(block => block.Text))).Replace('\n', ' ');
            if (text.Length is > 1 and < Longest && !headings.Exists(other => other.Text == text))
            {
                var inside = element.Index > container.Index && element.Index < container.Next;
                headings.Add(new Heading(
                    text,
                    element.Name[1] - '0',
                    element.FirstBlock,
                    Early: element.FirstBlock < container.EndBlock && (!inside || shape.Prose(container.FirstBlock, element.FirstBlock) <= early),
                    LeadsAway: !inside && own[0].LinkLength * 10 >= own[0].Text.Length * 8));
            }

            if (headings.Count > 60)
            {
                break;
            }
        }

        return headings;
    }

    // Whether a title holds a heading, or most of its beginning.
    private static bool Says(string? title, string heading)
    {
        if (title is null)
        {
            return false;
        }

        var whole = Plain(title);
        var part = Plain(heading);
        return part.Length > 0 && whole.Contains(part, StringComparison.Ordinal) && part.Length * 10 >= whole.Length * 3;
    }

    // Whether two titles have most words in common.
    private static bool Shares(string one, string other)
    {
        var words = Plain(one).Split(' ').ToHashSet(StringComparer.Ordinal);
        var others = Plain(other).Split(' ').ToHashSet(StringComparer.Ordinal);
        return words.Count(others.Contains) * 2 >= Math.Min(words.Count, others.Count);
    }

    private static string Plain(string text)
    {
        var plain = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                plain.Append(char.ToLowerInvariant(c));
            }
            else if (plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().Trim();
    }

    /// <param name="Text">On one line.</param>
    /// <param name="Level">1 to 3.</param>
    /// <param name="Block">First block inside.</param>
    /// <param name="Early">Whether it stands before most of the article's prose.</param>
    /// <param name="LeadsAway">Whether it is a link that stands outside of the article.</param>
    private sealed record Heading(string Text, int Level, int Block, bool Early, bool LeadsAway);
}
