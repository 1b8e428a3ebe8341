using System.Buffers;
using System.Collections.Frozen;

namespace Ingest.Core.Pages;

/// <summary>Tells text that is a web page from text that is something else.</summary>
internal static class MarkupCheck
{
    private const int LongestHeader = 16 * 1024;
    private const int LongestName = 40;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> RootsOfXml =
        new[] { "rss", "feed", "rdf:RDF", "urlset", "sitemapindex", "svg", "opml", "plist", "tei", "package", "kml" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

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
        if (IsMessage(start))
        {
            return "The file is a web archive (MHTML) or a mail; save the page as \"HTML only\" and drop that file.";
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

    // Header fields, one of them that of MIME, up to the first empty line.
    private static bool IsMessage(ReadOnlySpan<char> text)
    {
        foreach (var line in text[..Math.Min(text.Length, LongestHeader)].EnumerateLines())
        {
            if (line.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            var isField = line.IndexOf(':') is > 0 and var colon && !line[..colon].ContainsAny("<> \t\"");
            if (!isField && line is not [' ' or '\t', ..])
            {
                return false;
            }
        }

        return false;
    }

    private static bool LooksLikeJson(ReadOnlySpan<char> text)
    {
        var inside = text[1..].TrimStart();
        return inside is ['"' or '{' or '[' or '}' or ']' or '-' or (>= '0' and <= '9'), ..] || inside.StartsWith("true") || inside.StartsWith("null");
    }

    // Feeds, site maps and drawings, and whatever else declares itself to be XML and has no element of HTML at its root.
    private static string? RootOfXml(ReadOnlySpan<char> text)
    {
        // Other instructions begin so too: "<?xml:namespace" stands before what word processors write.
        var isDeclared = text.Length > 5 && text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) && char.IsWhiteSpace(text[5]);
        text = AfterProlog(text, out var isHtml);
        if (isHtml || text is not ['<', ..])
        {
            return null;
        }

        var name = MarkupTag.NameAt(text, 1);
        var local = name[(name.LastIndexOf(':') + 1)..];
        var isOther = isDeclared && name.Length > 0 && char.IsLetter(name[0]) && ElementKinds.Of(local) == ElementKind.Other;
        return isOther || RootsOfXml.Contains(name) ? name[..Math.Min(name.Length, LongestName)].ToString() : null;
    }

    // Declarations and comments may stand before the root.
    private static ReadOnlySpan<char> AfterProlog(ReadOnlySpan<char> text, out bool isHtml)
    {
        isHtml = false;
        while (text is ['<', '?' or '!', ..])
        {
            isHtml |= text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase);
            var isComment = text.StartsWith("<!--");
            var end = isComment ? text.IndexOf("-->") : text.IndexOf('>');
            if (end < 0)
            {
                return [];
            }

            text = text[(end + (isComment ? 3 : 1))..].TrimStart();
        }

        return text;
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
