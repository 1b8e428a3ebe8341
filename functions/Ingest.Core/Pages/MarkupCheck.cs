using System.Buffers;

namespace Ingest.Core.Pages;

/// <summary>Tells text that is a web page from text that is something else.</summary>
internal static class MarkupCheck
{
    private static readonly SearchValues<char> Controls = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(c => (char)c).Except("\t\n\r\f")]);

    /// <summary>Whether bytes are data rather than text in some charset.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 64 * 1024)];
        var controls = 0;
        foreach (var b in head)
        {
            controls += b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x1B) ? 1 : 0;
        }

        return controls * 50 > head.Length;
    }

    /// <summary>Whether decoded text is data: many control characters.</summary>
    public static bool IsBinary(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 64 * 1024));
        var controls = 0;
        for (var rest = head; rest.IndexOfAny(Controls) is >= 0 and var at; rest = rest[(at + 1)..])
        {
            controls++;
        }

        return controls * 50 > head.Length;
    }

    /// <summary>What is wrong and what to do, when the text is no web page; null when it is one.</summary>
    public static string? WhyNot(string text)
    {
        var start = text.AsSpan().TrimStart(" \t\r\n\f\uFEFF\0");
        if (start.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase)
            || (start.StartsWith("From:", StringComparison.OrdinalIgnoreCase) && start[..Math.Min(start.Length, 2000)].Contains("multipart/related", StringComparison.OrdinalIgnoreCase)))
        {
            return "The file is a web archive (MHTML); save the page as \"HTML only\" and drop that file.";
        }

        if (start is ['{' or '[', ..] && !start.StartsWith("[if", StringComparison.OrdinalIgnoreCase) && LooksLikeJson(start))
        {
            return "The file is JSON, not a web page; drop the review's page saved as HTML.";
        }

        if (start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) || start is ['<', ..])
        {
            if (RootOfXml(start) is { } root)
            {
                return $"The file is XML (<{root}>), not a web page; drop the review's page saved as HTML.";
            }
        }

        return HasMarkup(text)
            ? null
            : "The file is plain text without any HTML markup; save the review's page as HTML and drop that file.";
    }

    private static bool LooksLikeJson(ReadOnlySpan<char> text)
    {
        var inside = text[1..].TrimStart();
        return inside is ['"' or '{' or '[' or '}' or ']' or '-' or (>= '0' and <= '9'), ..] || inside.StartsWith("true") || inside.StartsWith("null");
    }

    // Feeds, site maps and drawings; XHTML has html at its root.
    private static string? RootOfXml(ReadOnlySpan<char> text)
    {
        foreach (var root in (ReadOnlySpan<string>)["rss", "feed", "rdf:RDF", "urlset", "sitemapindex", "svg", "opml", "plist", "tei", "package", "kml"])
        {
            var at = text[..Math.Min(text.Length, 4096)].IndexOf('<' + root, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && at + root.Length + 1 < text.Length && text[at + root.Length + 1] is ' ' or '>' or '\n' or '\r' or '\t'
                && OnlyProlog(text[..at]))
            {
                return root;
            }
        }

        return null;
    }

    // Nothing but declarations and comments before the root.
    private static bool OnlyProlog(ReadOnlySpan<char> text)
    {
        while ((text = text.TrimStart()).Length > 0)
        {
            var end = text.StartsWith("<!--") ? text.IndexOf("-->") : text is ['<', '?' or '!', ..] ? text.IndexOf('>') : -1;
            if (end < 0)
            {
                return false;
            }

            text = text[(end + (text.StartsWith("<!--") ? 3 : 1))..];
        }

        return true;
    }

    private static bool HasMarkup(string text)
    {
        var rest = text.AsSpan();
        while (rest.IndexOf('<') is >= 0 and var at)
        {
            rest = rest[(at + 1)..];
            var name = MarkupTag.NameAt(rest, 0);
            if (name.StartsWith("!doctype", StringComparison.OrdinalIgnoreCase)
                || (name.Length is > 0 and < 16 && ElementKinds.Of(name) != ElementKind.Other))
            {
                return true;
            }
        }

        return false;
    }
}
