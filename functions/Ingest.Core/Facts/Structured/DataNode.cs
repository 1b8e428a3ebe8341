using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using Ingest.Core.Pages;

namespace Ingest.Core.Facts.Structured;

/// <summary>A thing that a page describes for machines, from JSON-LD or microdata alike.</summary>
/// <param name="Types">Its schema.org types, last segment only.</param>
/// <param name="Properties">Its properties in order; a name may occur several times.</param>
internal sealed record DataNode(ImmutableArray<string> Types, ImmutableArray<DataProperty> Properties)
{
    // Nobody nests deeper to say who acts in a film.
    private const int DeepestNesting = 6;
    private const int MostProperties = 2_000;

    /// <summary>Whether it is of a type.</summary>
    public bool Is(string type) => Types.Contains(type, StringComparer.OrdinalIgnoreCase);

    /// <summary>The values of any of these properties.</summary>
    public IEnumerable<DataProperty> Values(params string[] names) => Properties.Where(p => names.Contains(p.Name, StringComparer.OrdinalIgnoreCase));

    /// <summary>The first text of a property, or null.</summary>
    public string? Text(params string[] names) => Values(names).Select(p => p.Text).FirstOrDefault(t => t.Length > 0);

    /// <summary>From JSON-LD; null when the element is no object.</summary>
    public static DataNode? Of(JsonElement element, int depth = 0)
    {
        if (element.ValueKind != JsonValueKind.Object || depth > DeepestNesting)
        {
            return null;
        }

        var types = ImmutableArray<string>.Empty;
        var properties = ImmutableArray.CreateBuilder<DataProperty>();
        foreach (var property in element.EnumerateObject().Take(MostProperties))
        {
            if (property.NameEquals("@type"))
            {
                types = [.. Items(property.Value).Where(v => v.ValueKind == JsonValueKind.String).Select(v => LastSegment(v.GetString()!))];
                continue;
            }

            foreach (var value in Items(property.Value))
            {
                var node = Of(value, depth + 1);
                properties.Add(new DataProperty(LastSegment(property.Name), node?.Text("name") ?? TextOf(value), node));
            }
        }

        return new DataNode(types, properties.ToImmutable());
    }

    /// <summary>From microdata.</summary>
    public static DataNode Of(MicrodataItem item, int depth = 0) => new(
        [LastSegment(item.Type)],
        depth > DeepestNesting
            ? []
            : [.. item.Properties.Take(MostProperties).Select(p => p.Item is null
                ? new DataProperty(p.Name, Clean(p.Text), null)
                : Of(item: p.Item, depth + 1) is var node ? new DataProperty(p.Name, node.Text("name") ?? Clean(p.Text), node) : null!)]);

    private static JsonElement[] Items(JsonElement value) => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Take(MostProperties)] : [value];

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Clean(value.GetString()!),
        JsonValueKind.Number => value.GetRawText(),
        _ => "",
    };

    private static string Clean(string text) => VisibleText.Normalise(WebUtility.HtmlDecode(text));

    private static string LastSegment(string name) => name[(name.LastIndexOfAny(['/', '#', ':']) + 1)..];
}
