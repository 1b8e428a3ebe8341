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

    /// <summary>White space to single spaces, none at the ends.</summary>
    public static string Normalise(string text)
    {
        var normal = new StringBuilder(text.Length);
        var space = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                space = normal.Length > 0;
                continue;
            }

            if (c is '\u200B' or '\uFEFF' or '\u00AD')
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

        return normal.Length == text.Length ? text : normal.ToString();
    }

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
