using Ingest.LocalStorage;
using Microsoft.AspNetCore.Http;

namespace Ingest.Chaos.Faults;

/// <summary>An Azurite whose blob and table services are reached through proxies.</summary>
internal sealed class FaultyStorage : IAsyncDisposable
{
    private readonly FaultProxy _blobs;
    private readonly FaultProxy _tables;

    private FaultyStorage(Azurite azurite, FaultProxy blobs, FaultProxy tables, FaultCounts counts) =>
        (Azurite, _blobs, _tables, Counts) = (azurite, blobs, tables, counts);

    /// <summary>The storage itself.</summary>
    public Azurite Azurite { get; }

    /// <summary>What was done to requests so far.</summary>
    public FaultCounts Counts { get; }

    /// <summary>Leads through the proxies.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Azurite.AccountName};AccountKey={Azurite.AccountKey};"
        + $"BlobEndpoint={_blobs.Address};QueueEndpoint={Azurite.QueueEndpoint};TableEndpoint={_tables.Address};";

    /// <summary>Starts one, in memory and on free ports.</summary>
    /// <param name="choose">What a request meets.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<FaultyStorage> StartAsync(Func<HttpRequest, Fault> choose, CancellationToken cancellation)
    {
        await Azurite.EnsureInstalledAsync(null, cancellation);
        var azurite = await Azurite.StartAsync(new AzuriteOptions(), cancellation);
        var counts = new FaultCounts();
        return new(
            azurite,
            await FaultProxy.StartAsync(azurite.BlobEndpoint, choose, counts),
            await FaultProxy.StartAsync(azurite.TableEndpoint, choose, counts),
            counts);
    }

    public async ValueTask DisposeAsync()
    {
        await _blobs.DisposeAsync();
        await _tables.DisposeAsync();
        await Azurite.DisposeAsync();
    }
}
