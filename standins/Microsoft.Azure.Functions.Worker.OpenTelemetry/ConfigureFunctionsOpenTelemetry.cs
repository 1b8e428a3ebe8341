using OpenTelemetry;

namespace Microsoft.Azure.Functions.Worker.OpenTelemetry;

/// <summary>What a worker and its Functions host agree on about telemetry.</summary>
public static class ConfigureFunctionsOpenTelemetry
{
    /// <summary>Tells the Functions host that the worker exports its own telemetry. There is no such host here: does
    /// nothing.</summary>
    public static IOpenTelemetryBuilder UseFunctionsWorkerDefaults(this IOpenTelemetryBuilder builder) => builder;
}
