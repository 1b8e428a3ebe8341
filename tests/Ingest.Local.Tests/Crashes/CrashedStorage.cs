using Azure.Storage.Blobs;
using Ingest.Functions;
using Ingest.Local.Blobs;
using Ingest.Local.Functions;
using Ingest.Local.Timers;
using Ingest.LocalStorage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ingest.Local.Tests.Crashes;

/// <summary>A storage of its own, and one app after the other on it.</summary>
internal sealed class CrashedStorage : IAsyncDisposable
{
    private const string Trigger = "IngestReviewPolled";

    // Reconciliation runs when a test says so: it would finish what the dead left while others are still to die.
    private static readonly (string Name, string Value) NoTimer = ("AzureWebJobs.ReconcileReviews.Disabled", "true");

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly Azurite _azurite;
    private readonly TestFolder _folder = new();
    private readonly BlobContainerClient _files;
    private readonly BlobContainerClient _receipts;

    private CrashedStorage(Azurite azurite)
    {
        _azurite = azurite;
        _files = new(azurite.ConnectionString, "reviews");
        _receipts = new(azurite.ConnectionString, ReceiptStore.Container);
    }

    public string ConnectionString => _azurite.ConnectionString;

    /// <summary>A new, empty one.</summary>
    public static async Task<CrashedStorage> CreateAsync(CancellationToken cancellation)
    {
        var storage = new CrashedStorage(await Azurite.StartAsync(new AzuriteOptions(), cancellation));
        await storage._files.CreateAsync(cancellationToken: cancellation);
        return storage;
    }

    /// <summary>Starts the app as it is.</summary>
    public Task<HostProcess> StartAppAsync() => HostProcess.StartAppAsync(_folder, ConnectionString, NoTimer);

    /// <summary>Starts the app so that it dies at a place; it may do so before it listens.</summary>
    public HostProcess StartDoomedApp(string point) =>
        HostProcess.StartApp(_folder, ConnectionString, NoTimer, (CrashPoints.Setting, point));

    /// <summary>Starts the app so that it dies at a place, and waits until it listens.</summary>
    public Task<HostProcess> StartDoomedAppAsync(string point) =>
        HostProcess.StartAppAsync(_folder, ConnectionString, NoTimer, (CrashPoints.Setting, point));

    public Task DropAsync(string name, string page) => _files.GetBlobClient(name).UploadAsync(new BinaryData(page), overwrite: true);

    /// <summary>Makes hosts believe that a file was handled: the next one, too, has one death to die, and only for its own
    /// review.</summary>
    public async Task HoldBackAsync(string name)
    {
        // As a listing writes it, without quotes: that is what hosts compare.
        await foreach (var file in _files.GetBlobsAsync(prefix: name))
        {
            var handled = new Receipt(file.Properties.ETag!.Value, ReceiptState.Handled, 0);
            await Receipts().WriteAsync(file.Name, handled, null, CancellationToken.None);
        }
    }

    /// <summary>Ends all such belief: nothing is left but what the dead wrote.</summary>
    public Task ReleaseAsync() => _receipts.DeleteAsync();

    /// <summary>Waits until the app has handled every file there is, and no review is left in between.</summary>
    public async Task UntilSettledAsync(HostProcess host, HttpClient http)
    {
        var end = DateTime.UtcNow + Patience;
        while (true)
        {
            var unsettled = (await FinalState.StatusesAsync(http))
                .Where(review => review.Value is not ("ingested" or "rejected"))
                .Select(review => $"{review.Key} is {review.Value}")
                .ToList();
            if (unsettled.Count == 0)
            {
                unsettled = [.. (await UnhandledAsync()).Select(name => $"{name} is not handled")];
            }

            if (unsettled.Count == 0)
            {
                return;
            }

            Assert.True(
                DateTime.UtcNow < end,
                $"Not everything is settled:\n{string.Join('\n', unsettled)}\n{string.Join('\n', host.Output.TakeLast(10))}");
            await Task.Delay(200);
        }
    }

    /// <summary>Runs the app's reconciliation, as its timer does, until no review is left in between.</summary>
    public async Task ReconcileAsync(HttpClient http)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("AzureWebJobsStorage", ConnectionString), new("Ingest:StuckAfter", "00:00:01")])
            .Build();
        await using var services = new ServiceCollection().AddLogging().AddIngest(settings).BuildServiceProvider();
        var reconcile = FunctionCatalog.Read(typeof(IngestRegistration).Assembly, settings).OfType<TimerFunction>().Single(timer => timer.Name == "ReconcileReviews");
        var end = DateTime.UtcNow + Patience;
        Dictionary<string, string> statuses;
        do
        {
            await Task.Delay(100);
            await reconcile.Method.InvokeAsync(services, new TimerEvent(new TimerInfo(), CancellationToken.None));
            statuses = await FinalState.StatusesAsync(http);
            Assert.True(DateTime.UtcNow < end, $"Not everything is settled: {string.Join(", ", statuses)}");
        }
        while (statuses.Values.Any(status => status is not ("ingested" or "rejected")));
    }

    /// <summary>Files that a host has still to handle.</summary>
    public async Task<List<string>> UnhandledAsync()
    {
        var receipts = Receipts();
        await receipts.LoadAsync(CancellationToken.None);
        var unhandled = new List<string>();
        await foreach (var file in _files.GetBlobsAsync())
        {
            if (receipts.Find(file.Name, file.Properties.ETag!.Value) is not { State: ReceiptState.Handled })
            {
                unhandled.Add(file.Name);
            }
        }

        return unhandled;
    }

    public async ValueTask DisposeAsync()
    {
        await _azurite.DisposeAsync();
        _folder.Dispose();
    }

    private ReceiptStore Receipts() => new(_receipts, Trigger, _files.Name);
}
