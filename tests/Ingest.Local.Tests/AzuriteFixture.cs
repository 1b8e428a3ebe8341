using Azure.Storage.Blobs;
using Ingest.LocalStorage;

[assembly: AssemblyFixture(typeof(Ingest.Local.Tests.AzuriteFixture))]

namespace Ingest.Local.Tests;

/// <summary>One Azurite for all tests, in memory and on free ports.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private Azurite? _azurite;

    public string ConnectionString => _azurite?.ConnectionString ?? throw new InvalidOperationException("Azurite has not been started.");

    public async ValueTask InitializeAsync()
    {
        await Azurite.EnsureInstalledAsync(null, TestContext.Current.CancellationToken);
        _azurite = await Azurite.StartAsync(new AzuriteOptions(), TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _azurite?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>A new container of its own.</summary>
    public async Task<BlobContainerClient> NewContainerAsync()
    {
        var container = new BlobContainerClient(ConnectionString, $"dropped-{Guid.NewGuid():N}");
        await container.CreateAsync(cancellationToken: TestContext.Current.CancellationToken);
        return container;
    }
}
