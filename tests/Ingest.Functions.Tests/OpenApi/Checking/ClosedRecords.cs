using System.Text.Json.Nodes;

namespace Ingest.OpenApiChecks;

/// <summary>Makes a document's records closed.</summary>
internal static class ClosedRecords
{
    /// <summary>Forbids, in each named schema that lists properties, all others.</summary>
    public static void Close(JsonNode document)
    {
        foreach (var (_, schema) in document["components"]!["schemas"]!.AsObject())
        {
            if (schema!["properties"] is not null)
            {
                schema["additionalProperties"] = false;
            }
        }
    }
}
