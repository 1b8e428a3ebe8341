using Ingest.LocalStorage;

[assembly: AssemblyFixture(typeof(Ingest.Functions.Tests.AzuriteFixture))]

namespace Ingest.Functions.Tests;

/// <summary>One Azurite for all tests, in memory and on free ports.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private Azurite? azurite;

    public string ConnectionString =>
        azurite?.ConnectionString ?? throw new InvalidOperationException("Azurite has not been started.");

    public async ValueTask InitializeAsync()
    {
        await Azurite.EnsureInstalledAsync(null, TestContext.Current.CancellationToken);
        azurite = await Azurite.StartAsync(new AzuriteOptions(), TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => azurite?.DisposeAsync() ?? ValueTask.CompletedTask;
}
