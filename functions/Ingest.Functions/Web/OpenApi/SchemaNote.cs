using System.Text.Json.Nodes;

namespace Ingest.Functions.Web.OpenApi;

/// <summary>What a schema says beyond the shape that the serialiser knows.</summary>
/// <param name="Description">A sentence for people.</param>
internal sealed record SchemaNote(string Description)
{
    /// <summary>The only values; null for any.</summary>
    public IEnumerable<string>? Words { get; init; }

    /// <summary>The least number.</summary>
    public int? Minimum { get; init; }

    /// <summary>The greatest number.</summary>
    public int? Maximum { get; init; }

    /// <summary>The most that a list holds.</summary>
    public int? MaxItems { get; init; }

    public void AddTo(JsonObject schema)
    {
        if (Words is not null)
        {
            var mayBeNull = schema["type"] is JsonArray;
            schema["enum"] = new JsonArray([.. Words.Select(word => (JsonNode)word), .. mayBeNull ? [null] : Array.Empty<JsonNode?>()]);
        }

        Set(schema, "minimum", Minimum);
        Set(schema, "maximum", Maximum);
        Set(schema, "maxItems", MaxItems);
        schema["description"] = Description;
    }

    private static void Set(JsonObject schema, string keyword, int? value)
    {
        if (value is not null)
        {
            schema[keyword] = value;
        }
    }
}
