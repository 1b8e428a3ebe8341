using System.Text;
using System.Text.Json;

namespace Ingest.Core.Articles;

/// <summary>The paragraphs of an article in the state of a script application: strings of text, objects that hold one, and
/// rich text, whose paragraphs are lists of differently set words.</summary>
internal sealed class StatePieces
{
    private const int MostPieces = 5_000;
    private const int ShortestProse = 60;
    private const int ShortestBody = 200;

    // Of links and emphasis inside of each other.
    private const int DeepestWords = 4;

    private static readonly string[] Containers = ["text", "html", "content", "value", "body", "children", "paragraph", "data"];

    // Everything that stands where prose does, headings and short last lines too; and what of it is prose.
    private readonly List<string> _all = [];
    private readonly List<string> _prose = [];

    private int ProseLength { get; set; }

    /// <summary>The list or object whose strings of prose are longest together: that is the body; lists of teasers elsewhere
    /// are shorter. Null when nothing holds enough.</summary>
    public static List<string>? Of(JsonElement state)
    {
        StatePieces? best = null;
        Consider(state, ref best);
        Search(state, ref best);
        return best is null ? null
            : best.ProseLength * 10 > best._all.Sum(piece => piece.Length) * 6 ? best._all
            : best._prose;
    }

    /// <summary>Whether a string is prose and not an address or data.</summary>
    public static bool IsProse(string text)
    {
        var shape = TextShape.Of(text);
        return shape.Mass >= ShortestProse && shape.Sentences > 0 && IsWords(text);
    }

    private static bool IsWords(string text)
    {
        var words = text.AsSpan().Trim();
        return words.Length > 0 && !words.StartsWith("http") && !words.StartsWith("data:") && words[0] is not ('{' or '[');
    }

    // The parser bounds the depth of the value.
    private static void Search(JsonElement value, ref StatePieces? best)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in value.EnumerateObject())
            {
                Consider(property.Value, ref best);
                Search(property.Value, ref best);
            }
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                Search(item, ref best);
            }
        }
    }

    private static void Consider(JsonElement value, ref StatePieces? best)
    {
        var pieces = new StatePieces();
        if (value.ValueKind == JsonValueKind.String)
        {
            pieces.Take(value.GetString()!, true);
        }
        else if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() < MostPieces)
        {
            foreach (var item in value.EnumerateArray())
            {
                pieces.TakeFrom(item, 0, true);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object && value.GetPropertyCount() < MostPieces)
        {
            pieces.TakeFromKin(value);
        }

        if (pieces.ProseLength > Math.Max(ShortestBody, best?.ProseLength ?? 0))
        {
            best = pieces;
        }
    }

    // The entries of a store that are paragraphs, in its order: those that call themselves the same as the first one that
    // holds prose.
    private void TakeFromKin(JsonElement store)
    {
        string? kin = null;
        foreach (var entry in store.EnumerateObject())
        {
            if (entry.Value.ValueKind == JsonValueKind.Object
                && entry.Value.TryGetProperty("__typename", out var type)
                && type.ValueKind == JsonValueKind.String
                && (kin is null || type.ValueEquals(kin)))
            {
                TakeFrom(entry.Value, 0, false);
                kin ??= _prose.Count > 0 ? type.GetString() : null;
            }
        }
    }

    // "named" where the place itself says that the string is text, however short.
    private void TakeFrom(JsonElement value, int depth, bool named)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                Take(value.GetString()!, named);
                break;
            case JsonValueKind.Object when depth < 3:
                foreach (var name in Containers)
                {
                    if (value.TryGetProperty(name, out var inner))
                    {
                        TakeFrom(inner, depth + 1, name is "text" or "html" or "paragraph");
                        break;
                    }
                }

                break;
            case JsonValueKind.Array when depth is > 0 and < 3:
                if (Words(value) is { } words)
                {
                    Take(words, true);
                    break;
                }

                foreach (var item in value.EnumerateArray())
                {
                    TakeFrom(item, depth + 1, named);
                }

                break;
        }
    }

    // The text of a list of words that are set differently; null when the list is of anything else.
    private static string? Words(JsonElement list)
    {
        var text = new StringBuilder();
        var direct = false;
        foreach (var item in list.EnumerateArray())
        {
            direct |= item.ValueKind == JsonValueKind.Object && LeafOf(item) is not null;
            if (!AppendWords(item, text, 0))
            {
                return null;
            }
        }

        return direct ? text.ToString() : null;
    }

    private static bool AppendWords(JsonElement item, StringBuilder text, int depth)
    {
        if (item.ValueKind != JsonValueKind.Object || depth > DeepestWords)
        {
            return false;
        }

        if (LeafOf(item) is { } leaf)
        {
            text.Append(leaf);
            return true;
        }

        if (!item.TryGetProperty("children", out var inner) && !item.TryGetProperty("content", out inner))
        {
            return false;
        }

        return inner.ValueKind == JsonValueKind.Array && inner.EnumerateArray().All(child => AppendWords(child, text, depth + 1));
    }

    private static string? LeafOf(JsonElement item) =>
        (item.TryGetProperty("text", out var text) || item.TryGetProperty("value", out text)) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private void Take(string text, bool named)
    {
        if (IsProse(text))
        {
            _prose.Add(text);
            ProseLength += text.Length;
            _all.Add(text);
        }
        else if (named && IsWords(text) && text.Any(char.IsLetter))
        {
            _all.Add(text);
        }
    }
}
