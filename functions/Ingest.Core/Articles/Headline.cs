using Ingest.Core.Pages;

namespace Ingest.Core.Articles;

/// <summary>Finds the article's headline, without the site's name.</summary>
internal static class Headline
{
    private const int Longest = 300;

    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " « ", " • ", " / ", "｜", " ‹ ", " › ", " ~ ", ": ", "|"];

    /// <summary>The headline; null when the page has none.</summary>
    public static string? Of(PageShape shape, PageData data, StatedArticle stated, string? siteName)
    {
        var outline = shape.Outline;
        var document = outline.Title;
        var open = Meta(data, "og:title") ?? Meta(data, "twitter:title") ?? Meta(data, "dc.title") ?? Meta(data, "title");
        var headings = Headings(shape);

        // The first heading that the page repeats in its head is what its writer calls the article.
        foreach (var heading in headings)
        {
            if (IsSite(heading, document, open, siteName))
            {
                continue;
            }

            if (Says(document, heading) || Says(open, heading) || Says(stated.Text("headline"), heading))
            {
                return heading;
            }
        }

        var name = stated.Text("headline") is { Length: > 0 and < Longest } headline ? headline : open ?? document;
        headings.RemoveAll(heading => IsSite(heading, document, open, siteName));
        if (headings is [var only] && (name is null || Shares(only, name)))
        {
            return only;
        }

        return name is null ? headings.FirstOrDefault() : WithoutSite(name, siteName);
    }

    /// <summary>The title without a part that is the site's name, or that follows the last bar or dash.</summary>
    internal static string WithoutSite(string title, string? siteName)
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

    private static string? Meta(PageData data, string name) =>
        data.Meta.TryGetValue(name, out var value) && VisibleText.Normalise(Entities.Decode(value)) is { Length: > 0 } text ? text : null;

    // Sites set their own name as a heading too: it ends the page's title, or begins it where the title for sharing leaves
    // it out.
    private static bool IsSite(string heading, string? document, string? open, string? siteName)
    {
        if (string.Equals(heading, siteName, StringComparison.OrdinalIgnoreCase))
        {
            return document is null || !string.Equals(document, heading, StringComparison.OrdinalIgnoreCase);
        }

        if (document is null || document.Length <= heading.Length + 2)
        {
            return false;
        }

        foreach (var separator in Separators)
        {
            var ends = separator != ": " && document.EndsWith(separator + heading, StringComparison.OrdinalIgnoreCase);
            var begins = document.StartsWith(heading + separator, StringComparison.OrdinalIgnoreCase)
                && open is not null
                && document.AsSpan(heading.Length + separator.Length).StartsWith(open, StringComparison.OrdinalIgnoreCase);
            if (ends || begins)
            {
                return true;
            }
        }

        return false;
    }

    // Texts of the h1 elements, the one nearest before the container first.
    private static List<string> Headings(PageShape shape)
    {
        var headings = new List<string>();
        foreach (var element in shape.Outline.Elements)
        {
            if (element.Name == "h1" && element.EndBlock > element.FirstBlock)
            {
                var text = string.Join(' ', shape.Outline.Blocks.Skip(element.FirstBlock).Take(Math.Min(3, element.EndBlock - element.FirstBlock)).Select(block => block.Text));
                text = VisibleText.Normalise(text);
                if (text.Length is > 1 and < Longest && !headings.Contains(text))
                {
                    headings.Add(text);
                }
            }

            if (headings.Count > 20)
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
}
