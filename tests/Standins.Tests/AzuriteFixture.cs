using Azure.Data.Tables;
using Ingest.LocalStorage;

[assembly: AssemblyFixture(typeof(Standins.Tests.AzuriteFixture))]

namespace Standins.Tests;

/// <summary>One Azurite for all tests, in memory and on free ports.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private Azurite? _azurite;

    public Azurite Azurite => _azurite ?? throw new InvalidOperationException("Azurite has not been started.");

    public async ValueTask InitializeAsync()
    {
        await Azurite.EnsureInstalledAsync(null, TestContext.Current.CancellationToken);
        _azurite = await Azurite.StartAsync(new AzuriteOptions(), TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _azurite?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>A client for a new table of its own.</summary>
    public async Task<TableClient> NewTableAsync(TableClientOptions? options = null)
    {
        var table = new TableClient(Azurite.ConnectionString, NewTableName(), options);
        await table.CreateAsync(TestContext.Current.CancellationToken);
        return table;
    }

    public static string NewTableName() => $"t{Guid.NewGuid():N}";
}
