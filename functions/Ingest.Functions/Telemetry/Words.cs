using System.Text.Json;

namespace Ingest.Functions.Telemetry;

/// <summary>Outcomes, statuses and repairs as logs, metrics and spans name them, which is how the API does.</summary>
internal static class Words
{
    /// <summary>The name of a value in camelCase: <c>ingested</c>, <c>unchanged</c> and so on.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
