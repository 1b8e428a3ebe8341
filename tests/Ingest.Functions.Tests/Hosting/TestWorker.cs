using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Functions.Tests;

/// <summary>One instance of the app, with a gate before its storage.</summary>
internal sealed class TestWorker : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public TestWorker(
        string connectionString, StorageNames names, Reader reader, TimeProvider time, Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Ingest:FilmCacheFor", "00:00:00")])
            .AddInMemoryCollection(settings)
            .AddInMemoryCollection([new("AzureWebJobsStorage", connectionString)])
            .Build();
        var blobOptions = new BlobClientOptions();
        blobOptions.AddPolicy(Gate, HttpPipelinePosition.PerRetry);
        var tableOptions = new TableClientOptions();
        tableOptions.AddPolicy(Gate, HttpPipelinePosition.PerRetry);
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(time)
            .AddIngest(configuration)
            .AddSingleton(new BlobServiceClient(connectionString, blobOptions))
            .AddSingleton(new TableServiceClient(connectionString, tableOptions))
            .AddSingleton(names)
            .AddSingleton(reader)
            .BuildServiceProvider(validateScopes: true);
    }

    public Gate Gate { get; } = new();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>A class of functions as a host makes it.</summary>
    public T Functions<T>() => ActivatorUtilities.CreateInstance<T>(services);

    public Task<IngestOutcome> SettleAsync(string name) =>
        Get<ReviewIngestion>().SettleAsync(ReviewName.Parse(name), CancellationToken.None);

    /// <summary>From now on every request fails, as if the process had died.</summary>
    public void Die() => Gate.Before = _ => throw new CrashException();

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
