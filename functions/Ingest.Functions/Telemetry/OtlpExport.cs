using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Ingest.Functions.Telemetry;

/// <summary>Sends logs, metrics and spans to a collector, in the background and without ever waiting for it.</summary>
/// <remarks>All settings are OpenTelemetry's own, <c>OTEL_…</c>. Without an endpoint nothing of this is registered.</remarks>
internal static class OtlpExport
{
    public const string EndpointSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    // A collector that does not answer holds up the stop of the host by this time for each kind of signal.
    private const string TimeoutSetting = "OTEL_EXPORTER_OTLP_TIMEOUT";
    private const int TimeoutMilliseconds = 3000;

    // Named by Azure; elsewhere unknown.
    private const string SiteNameSetting = "WEBSITE_SITE_NAME";
    private const string InstanceSetting = "WEBSITE_INSTANCE_ID";
    private const string DefaultServiceName = "ingest";

    // The runtime's and the frameworks' own.
    private const string HttpClient = "System.Net.Http";
    private const string ServerRequests = "Microsoft.AspNetCore.Hosting";
    private const string Worker = "Microsoft.Azure.Functions.Worker";
    private const string Runtime = "System.Runtime";

    /// <summary>Registers the export when the settings name an endpoint.</summary>
    public static IServiceCollection AddOtlpExport(this IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrWhiteSpace(configuration[EndpointSetting]))
        {
            return services;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(resource => Describe(resource, configuration))
            .WithMetrics(metrics => metrics
                .AddMeter(IngestMetrics.MeterName, HttpClient, ServerRequests, Runtime)
                .AddOtlpExporter())
            .WithTracing(tracing => tracing
                .AddSource(IngestTracing.SourceName, Worker, HttpClient)
                .AddAspNetCoreInstrumentation()
                .AddProcessor(new LoneRequests(HttpClient))
                .AddOtlpExporter())
            .WithLogging(
                logging => logging.AddProcessor(new ExceptionAttributes()).AddOtlpExporter(),
                logs => logs.IncludeFormattedMessage = true);
        return configuration[TimeoutSetting] is null
            ? services.ConfigureAll<OtlpExporterOptions>(exporter => exporter.TimeoutMilliseconds = TimeoutMilliseconds)
            : services;
    }

    // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES come last and win.
    private static void Describe(ResourceBuilder resource, IConfiguration configuration) => resource
        .Clear()
        .AddTelemetrySdk()
        .AddService(
            configuration[SiteNameSetting] is { Length: > 0 } site ? site : DefaultServiceName,
            serviceVersion: typeof(OtlpExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion,
            serviceInstanceId: configuration[InstanceSetting] is { Length: > 0 } instance ? instance : null)
        .AddEnvironmentVariableDetector();
}
