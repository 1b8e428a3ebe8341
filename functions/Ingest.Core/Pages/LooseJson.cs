using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Ingest.Core.Pages;

/// <summary>Reads JSON as pages hold it: wrapped in comments or CDATA, with trailing commas, raw line breaks in strings,
/// and several values one after the other.</summary>
internal static class LooseJson
{
    private static readonly JsonDocumentOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    /// <summary>The objects and arrays of a text; none when it cannot be repaired.</summary>
    public static IEnumerable<JsonElement> Read(ReadOnlyMemory<char> text)
    {
        if (Parse(text) is { } value)
        {
            return [value];
        }

        return Repaired(text.ToString());
    }

    /// <summary>The value of a well-formed text; null when it is not well-formed.</summary>
    public static JsonElement? Parse(ReadOnlyMemory<char> text)
    {
        var body = text.Span.Trim();
        if (body is not ['{' or '[', ..])
        {
            return null;
        }

        try
        {
            return Whole(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The value of a string written as JSON, quotation marks and all.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static string? Text(string json) => Whole(json).GetString();

    // Half a surrogate pair, as sites write that cut a text inside of an emoji, is taken for a character that is missing:
    // as it stands it is read, and fails when it is asked for.
    private static JsonElement Whole(ReadOnlySpan<char> json)
    {
        try
        {
            return json.Contains("\\ud", StringComparison.OrdinalIgnoreCase) ? JsonElement.Parse(Paired(json), Options) : JsonElement.Parse(json, Options);
        }
        catch (ArgumentException)
        {
            throw new JsonException("Half a surrogate pair.");
        }
    }

    private static char[] Paired(ReadOnlySpan<char> json)
    {
        var text = json.ToArray();
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                continue;
            }

            var unit = UnitAt(text, i);
            if (char.IsHighSurrogate(unit) && char.IsLowSurrogate(UnitAt(text, i + 6)))
            {
                i += 11;
                continue;
            }

            if (char.IsSurrogate(unit))
            {
                "fffd".CopyTo(text.AsSpan(i + 2));
            }

            i++;
        }

        return text;
    }

    // The code unit that is written as an escape at a place; 0 where none is.
    private static char UnitAt(ReadOnlySpan<char> text, int at) =>
        at + 6 <= text.Length && text[at] == '\\' && text[at + 1] == 'u'
            && ushort.TryParse(text.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
                ? (char)unit
                : '\0';

    /// <summary>The value that a text begins with, whatever follows it; null when that is not well-formed.</summary>
    public static JsonElement? First(ReadOnlyMemory<char> text)
    {
        var span = text.Span;
        var depth = 0;
        var quoted = false;
        for (var i = 0; i < span.Length; i++)
        {
            switch (span[i])
            {
                case '\\' when quoted:
                    i++;
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case '{' or '[' when !quoted:
                    depth++;
                    break;
                case '}' or ']' when !quoted:
                    depth--;
                    if (depth <= 0)
                    {
                        return Parse(text[..(i + 1)]);
                    }

                    break;
            }
        }

        return null;
    }

    private static List<JsonElement> Repaired(string text)
    {
        var values = new List<JsonElement>();
        if (text.Contains("{&quot;", StringComparison.Ordinal) || text.Contains("&quot;:", StringComparison.Ordinal))
        {
            text = WebUtility.HtmlDecode(text);
        }

        var at = 0;
        while (at < text.Length && values.Count < 100)
        {
            var start = text.AsSpan(at).IndexOfAny('{', '[');
            if (start < 0)
            {
                break;
            }

            start += at;
            if (text.AsSpan(start).StartsWith("[CDATA[", StringComparison.Ordinal))
            {
                at = start + 7;
                continue;
            }

            var (value, end) = One(text, start);
            if (Parse(value.AsMemory()) is { } parsed)
            {
                values.Add(parsed);
            }

            at = end;
        }

        return values;
    }

    // The value that begins at a bracket, with control characters in its strings escaped, stray escapes doubled and what
    // was cut off at its end closed; and where it ends.
    private static (string Value, int End) One(string text, int start)
    {
        var value = new StringBuilder();
        var closers = new Stack<char>();
        var quoted = false;
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c == '\\')
                {
                    i = Escape(text, i, value);
                    continue;
                }

                if (c == '"' && EndsString(text, i))
                {
                    quoted = false;
                    value.Append(c);
                }
                else
                {
                    value.Append(c switch { '"' => "\\\"", '\n' => "\\n", '\t' => "\\t", < ' ' => " ", _ => c.ToString() });
                }

                continue;
            }

            value.Append(c);
            switch (c)
            {
                case '"':
                    quoted = true;
                    break;
                case '{' or '[':
                    closers.Push(c == '{' ? '}' : ']');
                    break;
                case '}' or ']':
                    if (closers.Count == 0 || closers.Pop() != c || closers.Count == 0)
                    {
                        return (value.ToString(), i + 1);
                    }

                    break;
            }
        }

        value.Append(quoted ? "\"" : "");
        foreach (var closer in closers)
        {
            value.Append(closer);
        }

        return (value.ToString(), text.Length);
    }

    private static int Escape(string text, int at, StringBuilder value)
    {
        if (at + 1 < text.Length && text[at + 1] is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' or 'u')
        {
            value.Append(text, at, 2);
            return at + 1;
        }

        value.Append(@"\\");
        return at;
    }

    // A quotation mark inside a string that nobody escaped is followed by more of the string.
    private static bool EndsString(string text, int at)
    {
        var next = at + 1;
        while (next < text.Length && next - at < 64 && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        return next >= text.Length || text[next] is ',' or ':' or '}' or ']' or '/' || char.IsWhiteSpace(text[next]);
    }
}
