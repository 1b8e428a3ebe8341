using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Functions.Telemetry;

/// <summary>What the app is seen by from outside.</summary>
internal static class TelemetryRegistration
{
    /// <summary>Registers logs, metrics and spans, and their export where there is somewhere to export them to.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration) => services
        .AddSafeLogging()
        .AddMetrics()
        .AddSingleton<IngestMetrics>()
        .AddSingleton<IngestTracing>()
        .AddSingleton<IngestTelemetry>()
        .AddTelemetryExport(configuration);
}
