using System.Text;
using System.Text.Json;
using Ingest.Core.Pages;

namespace Ingest.Core.Articles;

/// <summary>Finds an article in the strings of a script: data that the script parses, and text that it passes on.</summary>
internal static class ScriptLiterals
{
    private const int Shortest = 200;

    /// <summary>The paragraphs of the longest string that holds prose, or data that does; null when none does. Linear in the
    /// script's length.</summary>
    public static List<string>? PiecesOf(ReadOnlyMemory<char> script)
    {
        List<string>? best = null;
        var longest = Shortest;
        var text = script.Span;
        for (var at = 0; at < text.Length;)
        {
            var quote = text[at..].IndexOfAny('"', '\'');
            if (quote < 0)
            {
                break;
            }

            var start = at + quote;
            var end = EndOf(text, start);
            at = end + 1;
            if (end - start > longest && Value(text[start..Math.Min(at, text.Length)]) is { } value && Pieces(value) is { } pieces)
            {
                best = pieces;
                longest = end - start;
            }
        }

        return best;
    }

    private static List<string>? Pieces(string value) =>
        LooseJson.Parse(value.AsMemory()) is { } data ? StatePieces.Of(data) : StatePieces.IsProse(value) ? [value] : null;

    // Where the string that a quote opens ends; a line of script holds the whole of it.
    private static int EndOf(ReadOnlySpan<char> text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == text[start] || text[i] == '\n')
            {
                return i;
            }
        }

        return text.Length;
    }

    private static string? Value(ReadOnlySpan<char> literal)
    {
        if (literal.Length < 2 || literal[^1] != literal[0])
        {
            return null;
        }

        try
        {
            return LooseJson.Text(Json(literal[1..^1]));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // The inside of a script's string as a string of JSON, which has fewer escapes.
    private static string Json(ReadOnlySpan<char> inside)
    {
        var json = new StringBuilder(inside.Length + 2).Append('"');
        for (var i = 0; i < inside.Length; i++)
        {
            var c = inside[i];
            if (c == '"')
            {
                json.Append("\\\"");
            }
            else if (c != '\\' || i + 1 == inside.Length)
            {
                json.Append(c < ' ' ? ' ' : c);
            }
            else if (inside[++i] == 'x')
            {
                json.Append("\\u00");
            }
            else
            {
                json.Append(inside[i] is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' or 'u' ? "\\" : "").Append(inside[i]);
            }
        }

        return json.Append('"').ToString();
    }
}
