using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Tests;

/// <summary>Containers and tables of their own, with as many workers as a test wants.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    private readonly string connectionString;
    private readonly Reader reader;
    private readonly List<TestWorker> workers = [];

    private TestApp(string connectionString, Reader reader, Dictionary<string, string?> settings)
    {
        this.connectionString = connectionString;
        this.reader = reader;
        Settings = settings;
        Worker = NewWorker();
        Storage = Worker.Get<IngestStorage>();
    }

    public StorageNames Names { get; } = NewNames();

    public Dictionary<string, string?> Settings { get; }

    public TestClock Clock { get; } = new();

    public TestWorker Worker { get; }

    public IngestStorage Storage { get; }

    public BlobContainerClient Files => Storage.ReviewFiles;

    public static async Task<TestApp> StartAsync(
        AzuriteFixture azurite, Reader? reader = null, Dictionary<string, string?>? settings = null)
    {
        var app = new TestApp(azurite.ConnectionString, reader ?? Pages.Reader, settings ?? []);
        await app.Storage.CreateAsync(CancellationToken.None);
        return app;
    }

    /// <summary>Another instance of the app on the same storage.</summary>
    public TestWorker NewWorker(Reader? other = null)
    {
        var worker = new TestWorker(connectionString, Names, other ?? reader, Clock, Settings);
        workers.Add(worker);
        return worker;
    }

    /// <summary>Drops a file, which nobody notices.</summary>
    public Task PutAsync(string name, string content) => PutAsync(name, Encoding.UTF8.GetBytes(content));

    public Task PutAsync(string name, byte[] content) =>
        Files.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(content), overwrite: true);

    public Task RemoveAsync(string name) => Files.GetBlobClient(name).DeleteIfExistsAsync();

    /// <summary>Drops a file and lets the worker see to it.</summary>
    public async Task<IngestOutcome> DropAsync(string name, string content)
    {
        await PutAsync(name, content);
        return await Worker.SettleAsync(name);
    }

    public Task<ReviewRecord?> RecordAsync(string name) =>
        Worker.Get<ReviewTable>().FindAsync(ReviewName.Parse(name), CancellationToken.None);

    /// <summary>Deletes what it stored too: Azurite looks through the blobs and tables of all apps at each request.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var worker in workers)
        {
            await worker.DisposeAsync();
        }

        // By clients of its own: those of workers may fail on purpose.
        var storage = new IngestStorage(new BlobServiceClient(connectionString), new TableServiceClient(connectionString), Names);
        await Task.WhenAll(
            [
                .. new[] { storage.ReviewFiles, storage.Articles }.Select(container => container.DeleteIfExistsAsync()),
                .. new[] { storage.Reviews, storage.Evidence, storage.Films, storage.Titles, storage.State }.Select(table => table.DeleteAsync()),
            ]);
    }

    private static StorageNames NewNames()
    {
        var id = Guid.NewGuid().ToString("N");
        return new StorageNames
        {
            ReviewFiles = $"files{id}",
            Articles = $"articles{id}",
            Reviews = $"reviews{id}",
            Evidence = $"evidence{id}",
            Films = $"films{id}",
            Titles = $"titles{id}",
            State = $"state{id}",
        };
    }
}
