using System.Text.Json;
using Ingest.Core.Pages;

namespace Ingest.Core.Articles;

/// <summary>What the page's JSON-LD and microdata state about its article.</summary>
internal sealed class StatedArticle
{
    private static readonly string[] Types = ["Article", "Posting", "Review", "Report", "BlogPost", "CreativeWork"];

    private readonly List<JsonElement> _objects = [];
    private readonly List<MicrodataItem> _items = [];

    private StatedArticle(PageData data)
    {
        foreach (var value in data.JsonLd)
        {
            Collect(value, 0);
        }

        foreach (var item in data.Microdata)
        {
            if (IsArticle(item.Type) || item.Properties.Any(property => property.Name == "articleBody"))
            {
                _items.Add(item);
            }
        }
    }

    public static StatedArticle Of(PageData data) => new(data);

    /// <summary>The first text of a property; null when nothing states it.</summary>
    public string? Text(string property)
    {
        foreach (var value in _objects)
        {
            if (value.TryGetProperty(property, out var found) && TextOf(found) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return _items
            .SelectMany(item => item.Properties)
            .FirstOrDefault(found => found.Name == property && found.Text.Length > 0)?.Text;
    }

    /// <summary>The first text of a property as it was written, line breaks and all; null when JSON-LD does not state it.</summary>
    public string? Raw(string property)
    {
        foreach (var value in _objects)
        {
            if (value.TryGetProperty(property, out var found) && found.ValueKind == JsonValueKind.String)
            {
                return found.GetString();
            }
        }

        return null;
    }

    /// <summary>The names that a property states, such as those of the authors.</summary>
    public IEnumerable<string> Names(string property)
    {
        foreach (var value in _objects)
        {
            if (value.TryGetProperty(property, out var found))
            {
                var names = NamesOf(found, 0).ToList();
                if (names.Count > 0)
                {
                    return names;
                }
            }
        }

        return _items
            .Select(item => item.Properties.Where(found => found.Name == property && found.Text.Length > 0).Select(found => found.Text))
            .FirstOrDefault(names => names.Any()) ?? [];
    }

    private static bool IsArticle(string type) => Types.Any(known => type.EndsWith(known, StringComparison.Ordinal))
        && !type.StartsWith("Aggregate", StringComparison.Ordinal);

    private static bool IsArticle(JsonElement type) => type.ValueKind switch
    {
        JsonValueKind.String => IsArticle(type.GetString()!),
        JsonValueKind.Array => type.EnumerateArray().Any(IsArticle),
        _ => false,
    };

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => VisibleText.Normalise(Entities.Decode(value.GetString()!)),
        JsonValueKind.Array when value.GetArrayLength() > 0 => TextOf(value[0]),
        JsonValueKind.Object when value.TryGetProperty("@value", out var inner) || value.TryGetProperty("name", out inner)
            || value.TryGetProperty("@id", out inner) => TextOf(inner),
        _ => null,
    };

    private static IEnumerable<string> NamesOf(JsonElement value, int depth)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return TextOf(value) is { Length: > 0 } text ? [text] : [];
            case JsonValueKind.Array when depth < 3:
                return value.EnumerateArray().SelectMany(item => NamesOf(item, depth + 1));
            case JsonValueKind.Object when depth < 3 && value.TryGetProperty("name", out var name):
                return NamesOf(name, depth + 1);
            default:
                return [];
        }
    }

    private void Collect(JsonElement value, int depth)
    {
        if (value.ValueKind != JsonValueKind.Object || depth > 2)
        {
            return;
        }

        if (value.TryGetProperty("@type", out var type) && IsArticle(type))
        {
            _objects.Add(value);
        }
        else if (value.TryGetProperty("mainEntity", out var inner) || value.TryGetProperty("mainEntityOfPage", out inner))
        {
            Collect(inner, depth + 1);
        }
    }
}
