using System.Text.Json.Nodes;

namespace Ingest.Functions.Tests.OpenApi;

/// <summary>What JSON becomes by one small change, which mostly makes it wrong.</summary>
internal static class Mutants
{
    private static readonly string[] Others = ["null", "\"x\"", "1.5", "-1", "true", "[]", "{}"];

    /// <summary>Each value replaced by others, each property left out, each record with one property too many.</summary>
    public static IEnumerable<JsonNode?> Of(JsonNode? value) => Others.Select(other => JsonNode.Parse(other)).Concat(value switch
    {
        JsonObject record => OfRecord(record),
        JsonArray list => list.SelectMany((item, index) => Of(item).Select(mutant => With(list, copy => copy[index] = mutant))),
        _ => [],
    });

    private static IEnumerable<JsonNode> OfRecord(JsonObject record) => record
        .SelectMany(property => Of(property.Value)
            .Select(mutant => With(record, copy => copy[property.Key] = mutant))
            .Append(With(record, copy => copy.Remove(property.Key))))
        .Append(With(record, copy => copy["more"] = 1));

    private static T With<T>(T value, Action<T> change)
        where T : JsonNode
    {
        var copy = (T)value.DeepClone();
        change(copy);
        return copy;
    }
}
