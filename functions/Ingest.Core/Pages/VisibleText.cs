using System.Text;
using HtmlAgilityPack;

namespace Ingest.Core.Pages;

/// <summary>Text in one line.</summary>
internal static class VisibleText
{
    /// <summary>The text of a node in one line, cut at a length.</summary>
    public static string Of(HtmlNode node, int longest)
    {
        var text = new StringBuilder();
        Append(node, text, longest);
        return Normalise(text.ToString());
    }

    /// <summary>White space to single spaces, none at the ends; characters that show nothing are left out.</summary>
    public static string Normalise(string text)
    {
        var normal = new StringBuilder(text.Length);
        var space = false;
        foreach (var c in text)
        {
            if (c < ' ' || char.IsWhiteSpace(c))
            {
                space = normal.Length > 0;
                continue;
            }

            if (IsJunk(c))
            {
                continue;
            }

            if (space)
            {
                normal.Append(' ');
                space = false;
            }

            normal.Append(c);
        }

        return normal.Equals(text) ? text : normal.ToString();
    }

    /// <summary>Whether a character shows nothing and is no part of a word: zero-width and formatting characters, and controls
    /// beyond ASCII. Joiners are none of them: scripts and emoji need them.</summary>
    public static bool IsJunk(char c) => c is '\u00AD' or '\u200B' or '\uFEFF' or '\u2060' or '\u200E' or '\u200F' or '\uFFFC'
        or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or (>= '\x7F' and < '\xA0');

    private static void Append(HtmlNode node, StringBuilder text, int longest)
    {
        for (var child = node.FirstChild; child is not null && text.Length < longest; child = child.NextSibling)
        {
            if (child is HtmlTextNode words)
            {
                var decoded = Entities.Decode(words.Text);
                text.Append(decoded.AsSpan(0, Math.Min(decoded.Length, longest - text.Length)));
            }
            else if (child.NodeType == HtmlNodeType.Element)
            {
                text.Append(ElementKinds.Of(child.Name) == ElementKind.Inline ? "" : " ");
                Append(child, text, longest);
            }
        }
    }
}
