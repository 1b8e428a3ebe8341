using System.Collections.Immutable;
using Azure.Identity;
using Azure.Storage.Blobs;
using Ingest.Local.Functions;
using Ingest.Local.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ingest.Local.Blobs;

/// <summary>Polls for every blob function that is not disabled, as long as the host runs.</summary>
internal sealed class BlobTriggers(
    ImmutableArray<LocalFunction> functions,
    IConfiguration settings,
    HostJson host,
    LocalOptions options,
    IServiceScopeFactory scopes,
    ILogger<BlobPoller> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var slots = new SemaphoreSlim(host.BlobParallelism);
        await Task.WhenAll(functions
            .OfType<BlobFunction>()
            .Where(function => !function.Disabled)
            .Select(function => PollerOf(function, slots).RunAsync(options.Grace, stoppingToken)));
    }

    private BlobPoller PollerOf(BlobFunction function, SemaphoreSlim slots) => new(
        function,
        ConnectTo(settings, function.Connection).GetBlobContainerClient(function.Pattern.Container),
        new ReceiptStore(
            ConnectTo(settings, LocalSettings.Storage).GetBlobContainerClient(ReceiptStore.Container),
            function.Name,
            function.Pattern.Container),
        slots,
        host,
        scopes,
        TimeProvider.System,
        log);

    /// <summary>The storage that a setting names: by a connection string, or by <c>NAME__blobServiceUri</c>.</summary>
    /// <exception cref="CannotHostException">There is no such setting, or it cannot be understood.</exception>
    public static BlobServiceClient ConnectTo(IConfiguration settings, string name)
    {
        try
        {
            return settings[name] is { Length: > 0 } connection
                ? new BlobServiceClient(connection, Options())
                : settings[$"{name}:blobServiceUri"] is { Length: > 0 } uri
                    ? new BlobServiceClient(new Uri(uri), new DefaultAzureCredential(), Options())
                    : throw new CannotHostException($"The setting {name} is missing; for Azurite it is UseDevelopmentStorage=true.");
        }
        catch (FormatException reason)
        {
            throw new CannotHostException($"The setting {name} is no storage connection: {reason.Message}");
        }
    }

    // A poller asks again anyway; a connection that hangs must not keep it from that.
    private static BlobClientOptions Options() => new()
    {
        Retry = { MaxRetries = 2, Delay = TimeSpan.FromSeconds(0.2), MaxDelay = TimeSpan.FromSeconds(5), NetworkTimeout = TimeSpan.FromSeconds(15) },
    };
}
