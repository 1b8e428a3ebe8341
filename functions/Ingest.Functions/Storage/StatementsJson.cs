using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Ingest.Functions.Storage;

/// <summary>Reads stored records that hold statements, perhaps of a later version of the app, which was rolled back since.</summary>
internal static class StatementsJson
{
    private const string Statements = "statements";

    /// <summary>The record, without statements that this version does not know: their reviews count as outdated, and are read
    /// again.</summary>
    /// <exception cref="JsonException">It is no such record, whatever its statements.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type)!;
        }
        catch (JsonException)
        {
            var record = JsonNode.Parse(json)!;
            LeaveOutUnknown(record);
            return record.Deserialize(type)!;
        }
    }

    private static void LeaveOutUnknown(JsonNode? node)
    {
        if (node is JsonObject record)
        {
            foreach (var (name, value) in record)
            {
                if (name == Statements && value is JsonArray statements)
                {
                    statements.RemoveAll(statement => !IsKnown(statement));
                }
                else
                {
                    LeaveOutUnknown(value);
                }
            }
        }

        foreach (var item in node as JsonArray ?? [])
        {
            LeaveOutUnknown(item);
        }
    }

    private static bool IsKnown(JsonNode? statement)
    {
        try
        {
            return statement?.Deserialize(IngestJson.Instance.Statement) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
