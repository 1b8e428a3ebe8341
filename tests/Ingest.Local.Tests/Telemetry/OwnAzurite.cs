using Ingest.LocalStorage;

namespace Ingest.Local.Tests.Telemetry;

/// <summary>An Azurite for the tests of one class, for whose containers no other app looks.</summary>
public sealed class OwnAzurite : IAsyncLifetime
{
    private Azurite? _azurite;

    internal Azurite Azurite => _azurite!;

    public async ValueTask InitializeAsync()
    {
        await Azurite.EnsureInstalledAsync(null, TestContext.Current.CancellationToken);
        _azurite = await Azurite.StartAsync(new AzuriteOptions(), TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _azurite?.DisposeAsync() ?? ValueTask.CompletedTask;
}
