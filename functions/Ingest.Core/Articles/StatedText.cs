using System.Text;
using System.Text.Json;
using HtmlAgilityPack;
using Ingest.Core.Pages;

namespace Ingest.Core.Articles;

/// <summary>Finds the article of a page whose text stands only in its data blocks: the body that its JSON-LD states, or the
/// longest run of prose in the state of a script application.</summary>
internal static class StatedText
{
    private const int LongestScript = 8_000_000;
    private const int MostPieces = 5_000;
    private const int ShortestProse = 60;

    /// <summary>The article as an outline of its own; null when no data block holds prose.</summary>
    public static Outline? Of(Page page, StatedArticle stated)
    {
        if (stated.Text("articleBody") is { Length: > 200 } body && TextShape.Of(body).IsProse)
        {
            return OutlineOf([stated.Raw("articleBody") ?? body]);
        }

        List<string>? best = null;
        foreach (var script in page.Scripts)
        {
            if (script.Text.Length is > 200 and < LongestScript && Json(script) is { } state)
            {
                var pieces = Pieces.Of(state);
                best = pieces is not null && (best is null || pieces.Sum(piece => piece.Length) > best.Sum(piece => piece.Length)) ? pieces : best;
            }
        }

        return best is null ? null : OutlineOf(best);
    }

    // The value of a data block, or of "window.state = {...}".
    private static JsonElement? Json(PageScript script)
    {
        if (script.Type.Contains("ld+json", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (LooseJson.Parse(script.Text) is { } whole)
        {
            return whole;
        }

        var text = script.Text.Span;
        var assigned = text.IndexOf('=');
        if (assigned is < 0 or > 200)
        {
            return null;
        }

        var start = text[assigned..].TrimStart("= \t\r\n");
        return start is ['{', ..] ? LooseJson.First(script.Text[(text.Length - start.Length)..]) : null;
    }

    private static Outline OutlineOf(IReadOnlyList<string> pieces)
    {
        var markup = new StringBuilder("<article>");
        foreach (var piece in pieces)
        {
            if (piece.Contains("</", StringComparison.Ordinal) || piece.Contains("<br", StringComparison.OrdinalIgnoreCase))
            {
                markup.Append("<div>").Append(piece).Append("</div>");
                continue;
            }

            foreach (var line in piece.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                markup.Append("<p>").Append(line.Replace("<", "&lt;", StringComparison.Ordinal)).Append("</p>");
            }
        }

        var document = new HtmlDocument();
        document.LoadHtml(MarkupGuard.Guard(markup.Append("</article>").ToString()).Markup);
        return OutlineReader.Read(document.DocumentNode);
    }

    /// <summary>Strings of prose in a JSON value.</summary>
    private sealed class Pieces
    {
        private readonly List<string> _found = [];

        // The list or object whose strings are longest together is the body; lists of teasers elsewhere are shorter.
        public static List<string>? Of(JsonElement state)
        {
            List<string>? best = null;
            var bestLength = 0;
            Consider(state, ref best, ref bestLength);
            Search(state, ref best, ref bestLength);
            return best;
        }

        // The parser bounds the depth of the value.
        private static void Search(JsonElement value, ref List<string>? best, ref int bestLength)
        {
            if (value.ValueKind == JsonValueKind.Object)
            {
                foreach (var property in value.EnumerateObject())
                {
                    Consider(property.Value, ref best, ref bestLength);
                    Search(property.Value, ref best, ref bestLength);
                }
            }
            else if (value.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in value.EnumerateArray())
                {
                    Search(item, ref best, ref bestLength);
                }
            }
        }

        private static void Consider(JsonElement value, ref List<string>? best, ref int bestLength)
        {
            var pieces = new Pieces();
            if (value.ValueKind == JsonValueKind.String)
            {
                pieces.Take(value.GetString()!);
            }
            else if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() < MostPieces)
            {
                foreach (var item in value.EnumerateArray())
                {
                    pieces.TakeFrom(item, 0);
                }
            }
            else if (value.ValueKind == JsonValueKind.Object && value.GetPropertyCount() < MostPieces)
            {
                pieces.TakeFromKin(value);
            }

            var length = pieces._found.Sum(piece => piece.Length);
            if (length > bestLength && length > 200)
            {
                best = pieces._found;
                bestLength = length;
            }
        }

        // The entries of a store that are paragraphs, in its order: those that call themselves the same as the first one
        // that holds prose.
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
                    TakeFrom(entry.Value, 0);
                    kin ??= _found.Count > 0 ? type.GetString() : null;
                }
            }
        }

        private void TakeFrom(JsonElement value, int depth)
        {
            switch (value.ValueKind)
            {
                case JsonValueKind.String:
                    Take(value.GetString()!);
                    break;
                case JsonValueKind.Object when depth < 3:
                    foreach (var name in (ReadOnlySpan<string>)["text", "html", "content", "value", "body", "children", "paragraph", "data"])
                    {
                        if (value.TryGetProperty(name, out var inner))
                        {
                            TakeFrom(inner, depth + 1);
                            break;
                        }
                    }

                    break;
                case JsonValueKind.Array when depth is > 0 and < 3:
                    foreach (var item in value.EnumerateArray())
                    {
                        TakeFrom(item, depth + 1);
                    }

                    break;
            }
        }

        private void Take(string text)
        {
            var words = text.AsSpan().Trim();
            if (words.Length >= ShortestProse && !words.StartsWith("http") && !words.StartsWith("data:") && words[0] is not ('{' or '[') && TextShape.Of(text).Sentences > 0)
            {
                _found.Add(text);
            }
        }
    }
}
