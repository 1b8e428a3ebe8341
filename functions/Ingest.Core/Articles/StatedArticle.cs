using System.Text.Json;
using Ingest.Core.Pages;

namespace Ingest.Core.Articles;

/// <summary>What the page's JSON-LD and microdata state about its article.</summary>
internal sealed class StatedArticle
{
    private static readonly string[] Types = ["Article", "Posting", "Review", "Report", "BlogPost", "CreativeWork"];

    private readonly List<JsonElement> _objects = [];
    private readonly List<MicrodataItem> _items = [];
    private readonly List<MicrodataItem> _page = [];

    // Objects by their @id: publishing systems state authors and publishers once and refer to them.
    private readonly Dictionary<string, JsonElement> _byId = new(StringComparer.Ordinal);

    private StatedArticle(PageData data, string? canonical)
    {
        foreach (var value in data.JsonLd)
        {
            Collect(value, 0);
            if (value.ValueKind == JsonValueKind.Object && IdOf(value) is { } id && value.GetPropertyCount() > 1)
            {
                _byId.TryAdd(id, value);
            }
        }

        OwnFirst(data, canonical);

        foreach (var item in data.Microdata)
        {
            if (IsArticle(item.Type) || item.Properties.Any(property => property.Name == "articleBody"))
            {
                _items.Add(item);
            }
            else if (item.Type == "WebPage")
            {
                _page.Add(item);
            }
        }
    }

    /// <summary>Reads it.</summary>
    /// <param name="data">What the page states.</param>
    /// <param name="canonical">The page's own address, where it says it.</param>
    public static StatedArticle Of(PageData data, string? canonical) => new(data, canonical);

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

    /// <summary>The texts of a property as they were written, line breaks and all; none when nothing states it.</summary>
    public IReadOnlyList<string> Strings(string property)
    {
        foreach (var value in _objects)
        {
            if (value.TryGetProperty(property, out var found))
            {
                return found.ValueKind switch
                {
                    JsonValueKind.String => [found.GetString()!],
                    JsonValueKind.Array => [.. found.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)],
                    _ => [],
                };
            }
        }

        return Text(property) is { } text ? [text] : [];
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

    /// <summary>The first text of a property that microdata states of the page itself; null when it states none.</summary>
    public string? OfPage(string property) => _page
        .SelectMany(item => item.Properties)
        .FirstOrDefault(found => found.Name == property && found.Text.Length > 0)?.Text;

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

    private static string? IdOf(JsonElement value) =>
        value.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;

    // Pages state the articles they lead to as well as their own.
    private void OwnFirst(PageData data, string? canonical)
    {
        if (_objects.Count < 2)
        {
            return;
        }

        string?[] addresses = [canonical, data.Meta.GetValueOrDefault("og:url")];
        var title = data.Meta.GetValueOrDefault("og:title");
        var own = _objects.FindIndex(value => addresses.Any(address => address is { Length: > 0 } && IsAt(value, address)));
        own = own >= 0 || title is null ? own : _objects.FindIndex(value => value.TryGetProperty("headline", out var headline) && TextOf(headline) == VisibleText.Normalise(Entities.Decode(title)));
        if (own > 0)
        {
            var first = _objects[own];
            _objects.RemoveAt(own);
            _objects.Insert(0, first);
        }
    }

    private static bool IsAt(JsonElement value, string address)
    {
        foreach (var property in (ReadOnlySpan<string>)["url", "mainEntityOfPage", "@id"])
        {
            if (value.TryGetProperty(property, out var stated)
                && (stated.ValueKind == JsonValueKind.Object ? IdOf(stated) : TextOf(stated)) is { } text
                && text.Split('#')[0].TrimEnd('/') == address.Trim().TrimEnd('/'))
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<string> NamesOf(JsonElement value, int depth)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return TextOf(value) is { Length: > 0 } text ? [text] : [];
            case JsonValueKind.Array when depth < 3:
                return value.EnumerateArray().SelectMany(item => NamesOf(item, depth + 1));
            case JsonValueKind.Object when depth < 3 && value.TryGetProperty("name", out var name):
                return NamesOf(name, depth + 1);
            case JsonValueKind.Object when depth < 3 && IdOf(value) is { } id && _byId.TryGetValue(id, out var meant):
                return NamesOf(meant, depth + 1);
            default:
                return [];
        }
    }

    private void Collect(JsonElement value, int depth)
    {
        if (value.ValueKind == JsonValueKind.Array && depth > 0)
        {
            foreach (var item in value.EnumerateArray())
            {
                Collect(item, depth + 1);
            }
        }

        if (value.ValueKind != JsonValueKind.Object || depth > 3)
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
        else if (value.TryGetProperty("review", out var review) && review.ValueKind == JsonValueKind.Object)
        {
            // A film with one review is stated by the page of that review.
            Collect(review, depth + 1);
        }
    }
}
