using System.Text.Json;

namespace Ingest.OpenApiChecks;

/// <summary>Validates JSON against a schema of a document, with the keywords of JSON Schema 2020-12 that the document uses
/// and no others.</summary>
/// <param name="document">Holds the schemas; references are pointers into it.</param>
internal sealed class JsonSchema(JsonElement document)
{
    private static readonly HashSet<string> Annotations = ["description", "default", "discriminator"];

    /// <summary>What is wrong with a value, each with its place; none if it is valid.</summary>
    /// <exception cref="NotSupportedException">The schema has a keyword that is not known here, so that nothing can be said.</exception>
    public IEnumerable<string> Check(JsonElement schema, JsonElement value, string place = "") =>
        schema.EnumerateObject()
            .Where(keyword => !Annotations.Contains(keyword.Name))
            .SelectMany(keyword => Check(schema, keyword.Name, keyword.Value, value, place));

    private IEnumerable<string> Check(JsonElement schema, string keyword, JsonElement rule, JsonElement value, string place) =>
        keyword switch
        {
            "$ref" => Check(JsonPointer.Find(document, rule.GetString()!), value, place),
            "allOf" => rule.EnumerateArray().SelectMany(part => Check(part, value, place)),
            "anyOf" => AnyOf(rule, value, place),
            "properties" => Properties(rule, value, place),
            "items" => Items(rule, value, place),
            "required" => Required(rule, value).Select(name => $"{place}/{name} is missing"),
            "additionalProperties" => Additional(schema, rule, value).Select(name => $"{place}/{name} is not described"),
            _ => SimpleRules.Holds(keyword, rule, value) ? [] : [$"{place} {Shown(value)} breaks {keyword} {rule.GetRawText()}"],
        };

    // The errors of the alternative that comes closest.
    private List<string> AnyOf(JsonElement alternatives, JsonElement value, string place) =>
        alternatives.EnumerateArray().Select(schema => Check(schema, value, place).ToList()).MinBy(errors => errors.Count) ?? [];

    private IEnumerable<string> Properties(JsonElement schemas, JsonElement value, string place) =>
        value.ValueKind != JsonValueKind.Object
            ? []
            : schemas.EnumerateObject().SelectMany(schema => value.TryGetProperty(schema.Name, out var property)
                ? Check(schema.Value, property, $"{place}/{schema.Name}")
                : []);

    private IEnumerable<string> Items(JsonElement schema, JsonElement value, string place) =>
        value.ValueKind != JsonValueKind.Array
            ? []
            : value.EnumerateArray().SelectMany((item, index) => Check(schema, item, $"{place}/{index}"));

    private static IEnumerable<string> Required(JsonElement names, JsonElement value) =>
        value.ValueKind != JsonValueKind.Object
            ? []
            : names.EnumerateArray().Select(name => name.GetString()!).Where(name => !value.TryGetProperty(name, out _));

    private static IEnumerable<string> Additional(JsonElement schema, JsonElement rule, JsonElement value)
    {
        if (rule.ValueKind != JsonValueKind.False)
        {
            throw new NotSupportedException("additionalProperties other than false");
        }

        return value.ValueKind != JsonValueKind.Object
            ? []
            : value.EnumerateObject().Select(property => property.Name)
                .Where(name => !schema.GetProperty("properties").TryGetProperty(name, out _));
    }

    private static string Shown(JsonElement value) => value.GetRawText() is { Length: > 80 } text ? text[..80] + "..." : value.GetRawText();
}
