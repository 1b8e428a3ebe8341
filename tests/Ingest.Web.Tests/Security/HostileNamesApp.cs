using System.Net;
using System.Text.Json;
using Azure.Storage.Blobs;
using Ingest.Functions.Storage;
using Ingest.Functions.Tests.Security;
using Ingest.LocalStorage;
using Ingest.Web.Tests.Running;

namespace Ingest.Web.Tests.Security;

/// <summary>One running app for the tests of what comes from outside.</summary>
[CollectionDefinition(nameof(HostileNamesApp))]
public sealed class HostileNamesTests : ICollectionFixture<HostileNamesApp>;

/// <summary>The app with a file under every hostile name: those that the API takes put over HTTP, the others stored in the
/// container.</summary>
public sealed class HostileNamesApp : IAsyncLifetime
{
    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 8 };

    private Azurite? azurite;
    private AppProcess? process;

    /// <summary>A client of the app.</summary>
    public HttpClient Http { get; } = new(new HttpClientHandler { AllowAutoRedirect = false });

    /// <summary>Where the app is, without a slash at the end.</summary>
    public string Address => process!.Address;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await Azurite.EnsureInstalledAsync(null, TestContext.Current.CancellationToken);
        azurite = await Azurite.StartAsync(new AzuriteOptions(), TestContext.Current.CancellationToken);
        process = await AppProcess.StartAsync(azurite.ConnectionString);
        Http.BaseAddress = new Uri(Address);
        var container = new BlobContainerClient(azurite.ConnectionString, StorageNames.DropContainer);
        await Parallel.ForEachAsync(HostileName.Listed, AtOnce, async (name, _) =>
        {
            if (name.IsUsable)
            {
                using var answer = await SendAsync(HttpMethod.Put, Links.ReviewJson(name.Text), new StringContent(Page, null, "text/html"));
                Assert.Equal((name.Text, HttpStatusCode.Accepted), (name.Text, answer.StatusCode));
                Assert.Equal(Links.ReviewJson(name.Text), answer.Headers.Location?.OriginalString);
            }
            else
            {
                await name.StoreAsync(container, System.Text.Encoding.UTF8.GetBytes(Page));
            }
        });
        var until = DateTime.UtcNow + AppProcess.Patience;
        while ((await ListAsync()).Count(review => review.GetProperty("status").GetString() is "ingested" or "rejected") < HostileName.Listed.Length)
        {
            Assert.True(DateTime.UtcNow < until, $"Not all files are settled:\n{process.Output}");
            await Task.Delay(100);
        }
    }

    /// <summary>Sends a request with the function key.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = content };
        request.Headers.Add("x-functions-key", AppProcess.Key);
        return await Http.SendAsync(request);
    }

    /// <summary>All reviews, as the listing tells them.</summary>
    public async Task<List<JsonElement>> ListAsync()
    {
        var all = new List<JsonElement>();
        for (var continuation = ""; ;)
        {
            var page = JsonDocument.Parse(await Http.GetStringAsync(new Uri("/api/reviews?limit=100" + continuation, UriKind.Relative))).RootElement;
            all.AddRange(page.GetProperty("reviews").EnumerateArray());
            if (page.GetProperty("continuation").GetString() is not { } next)
            {
                return all;
            }

            continuation = "&continuation=" + Uri.EscapeDataString(next);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (process is not null)
        {
            await process.DisposeAsync();
        }

        if (azurite is not null)
        {
            await azurite.DisposeAsync();
        }
    }

    private const string Page = """
        <!doctype html><html lang="en"><head><title>The Salt Meadow (2009) review</title></head><body><article>
        <h1>The Salt Meadow (2009)</h1>
        <p>Directed by Ines Valdorra, the film stays on one meadow for two hours, and nobody in our small hall would have
        missed a minute of it. Nothing hurries here, and nothing is explained that the eye can find out by itself.</p>
        <p>It ran 118 minutes at the screening we went to. The camera waits for the tide and lets it come, which is braver
        than it sounds, and the last scene earns the silence that follows it.</p>
        </article></body></html>
        """;
}
