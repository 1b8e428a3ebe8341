using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Ingest.Functions.Telemetry;

/// <summary>Sends logs, metrics and spans to a collector, in the background and without ever waiting for it.</summary>
/// <remarks>All settings are OpenTelemetry's own, <c>OTEL_…</c>.</remarks>
internal static class OtlpExport
{
    private const string EndpointSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    // A collector that does not answer holds up the stop of the host by this time for each kind of signal.
    private const string TimeoutSetting = "OTEL_EXPORTER_OTLP_TIMEOUT";
    private const int TimeoutMilliseconds = 3000;

    /// <summary>Whether the settings name a collector.</summary>
    public static bool IsWanted(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration[EndpointSetting]);

    /// <summary>Adds the export to what is exported.</summary>
    public static void Add(IOpenTelemetryBuilder telemetry, IConfiguration configuration)
    {
        telemetry
            .WithMetrics(metrics => metrics.AddOtlpExporter())
            .WithTracing(tracing => tracing.AddOtlpExporter())
            .WithLogging(logging => logging.AddOtlpExporter());
        if (configuration[TimeoutSetting] is null)
        {
            telemetry.Services.ConfigureAll<OtlpExporterOptions>(exporter => exporter.TimeoutMilliseconds = TimeoutMilliseconds);
        }
    }
}
