using System.Data.Common;
using Azure.Core;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Ingest.Functions.Telemetry;

/// <summary>Sends logs, metrics and spans to Application Insights, in the background and without ever waiting for it.</summary>
/// <remarks>The settings are those that the Functions host reads too. Spans are sampled by whole traces
/// (<c>OTEL_TRACES_SAMPLER</c>); events of the log and metrics never are, so that no failure goes untold.</remarks>
internal static class AzureMonitorExport
{
    private const string ConnectionSetting = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private const string IdentitySetting = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    /// <summary>Whether the settings name a resource of Application Insights.</summary>
    public static bool IsWanted(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration[ConnectionSetting]);

    /// <summary>Adds the export to what is exported.</summary>
    /// <exception cref="InvalidOperationException">The settings cannot be understood. What they hold is not repeated.</exception>
    public static void Add(IOpenTelemetryBuilder telemetry, IConfiguration configuration)
    {
        var connection = Connection(configuration);
        var credential = Credential(configuration);
        telemetry
            .WithMetrics(metrics => metrics.AddAzureMonitorMetricExporter(Configure))
            .WithTracing(tracing => tracing.AddAzureMonitorTraceExporter(Configure))
            .WithLogging(logging => logging.AddAzureMonitorLogExporter(Configure));

        void Configure(AzureMonitorExporterOptions exporter)
        {
            exporter.ConnectionString = connection;
            exporter.Credential = credential;
            exporter.EnableTraceBasedLogsSampler = false;
        }
    }

    /// <summary>The managed identity to send as; null to be known by the connection string alone.</summary>
    /// <exception cref="InvalidOperationException">The setting asks for something else.</exception>
    public static TokenCredential? Credential(IConfiguration configuration)
    {
        if (string.IsNullOrWhiteSpace(configuration[IdentitySetting]))
        {
            return null;
        }

        var identity = Pairs(configuration[IdentitySetting], IdentitySetting);
        return !"AAD".Equals(Value(identity, "Authorization"), StringComparison.OrdinalIgnoreCase)
            ? throw Misunderstood(IdentitySetting, "Authorization=AAD, and ClientId= for a user-assigned identity")
            : new ManagedIdentityCredential(
                Value(identity, "ClientId") is { } client
                    ? ManagedIdentityId.FromUserAssignedClientId(client)
                    : ManagedIdentityId.SystemAssigned);
    }

    private static string Connection(IConfiguration configuration)
    {
        var pairs = Pairs(configuration[ConnectionSetting], ConnectionSetting);
        var endpoint = Value(pairs, "IngestionEndpoint");
        return Value(pairs, "InstrumentationKey") is null || (endpoint is not null && !Uri.TryCreate(endpoint, UriKind.Absolute, out _))
            ? throw Misunderstood(ConnectionSetting, "InstrumentationKey= and IngestionEndpoint=, as the resource gives it")
            : configuration[ConnectionSetting]!;
    }

    private static DbConnectionStringBuilder Pairs(string? text, string setting)
    {
        try
        {
            return new() { ConnectionString = text };
        }
        catch (ArgumentException)
        {
            throw Misunderstood(setting, "pairs of name=value with semicolons between them");
        }
    }

    private static string? Value(DbConnectionStringBuilder pairs, string name) =>
        pairs.TryGetValue(name, out var value) && value is string { Length: > 0 } text ? text : null;

    private static InvalidOperationException Misunderstood(string setting, string expected) =>
        new($"The setting {setting} cannot be understood: it takes {expected}.");
}
