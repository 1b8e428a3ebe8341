using System.Reflection;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Ingest.Functions.Telemetry;

/// <summary>What is exported of logs, metrics and spans, wherever to: a collector, Application Insights, or both.</summary>
/// <remarks>Without either nothing of this is registered, and the log goes where the host sends it.</remarks>
internal static class TelemetryExport
{
    // Named by Azure; elsewhere unknown.
    private const string SiteNameSetting = "WEBSITE_SITE_NAME";
    private const string InstanceSetting = "WEBSITE_INSTANCE_ID";
    private const string DefaultServiceName = "ingest";

    // The runtime's and the frameworks' own.
    private const string HttpClient = "System.Net.Http";
    private const string ServerRequests = "Microsoft.AspNetCore.Hosting";
    private const string ServerLog = "Microsoft.AspNetCore";
    private const string Runtime = "System.Runtime";

    /// <summary>Registers the export to each place that the settings name.</summary>
    /// <exception cref="InvalidOperationException">They name one in a way that cannot be understood.</exception>
    public static IServiceCollection AddTelemetryExport(this IServiceCollection services, IConfiguration configuration)
    {
        var (toCollector, toAzure) = (OtlpExport.IsWanted(configuration), AzureMonitorExport.IsWanted(configuration));
        if (!toCollector && !toAzure)
        {
            return services;
        }

        var telemetry = services.AddOpenTelemetry();

        // From here on the Functions host leaves the worker's log to the worker: else it would be sent twice.
        telemetry.UseFunctionsWorkerDefaults();
        telemetry
            .ConfigureResource(resource => Describe(resource, configuration))
            .WithMetrics(metrics => metrics.AddMeter(IngestMetrics.MeterName, HttpClient, ServerRequests, Runtime))
            .WithTracing(tracing => Trace(tracing, configuration))
            .WithLogging(
                logging => logging.AddProcessor(new ExceptionAttributes()),
                logs => logs.IncludeFormattedMessage = true);
        services.AddLogging(logging => logging.AddFilter<OpenTelemetryLoggerProvider>(ServerLog, LogLevel.Warning));
        if (toCollector)
        {
            OtlpExport.Add(telemetry, configuration);
        }

        if (toAzure)
        {
            AzureMonitorExport.Add(telemetry, configuration);
        }

        return services;
    }

    private static void Trace(TracerProviderBuilder tracing, IConfiguration configuration)
    {
        tracing.AddSource(IngestTracing.SourceName, HttpClient).AddProcessor(new LoneRequests(HttpClient));
        if (configuration[SiteNameSetting] is not { Length: > 0 })
        {
            // In Azure it is the Functions host that tells of requests.
            tracing.AddAspNetCoreInstrumentation();
        }
    }

    // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES come last and win.
    private static void Describe(ResourceBuilder resource, IConfiguration configuration) => resource
        .Clear()
        .AddTelemetrySdk()
        .AddService(
            configuration[SiteNameSetting] is { Length: > 0 } site ? site : DefaultServiceName,
            serviceVersion: typeof(TelemetryExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion,
            serviceInstanceId: configuration[InstanceSetting] is { Length: > 0 } instance ? instance : null)
        .AddEnvironmentVariableDetector();
}
