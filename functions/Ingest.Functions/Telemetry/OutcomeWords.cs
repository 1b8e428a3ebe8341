using System.Text.Json;
using Ingest.Functions.Ingestion;

namespace Ingest.Functions.Telemetry;

/// <summary>Outcomes as logs, metrics and spans name them.</summary>
internal static class OutcomeWords
{
    /// <summary>The word of an outcome: <c>ingested</c>, <c>unchanged</c> and so on.</summary>
    public static string Of(IngestOutcome outcome) => JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString());
}
