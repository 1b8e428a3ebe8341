using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using Ingest.LocalStorage;
using Ingest.Web.Tests.Made;

namespace Ingest.Web.Tests.Running;

/// <summary>The app with hostile text in its storage: each text in every field of a review and of a film, as if read by the
/// app, and some of them read by the app from files.</summary>
public sealed class HostileApp : IAsyncLifetime
{
    // Reading every text from a file would take long; these are spread over all kinds.
    private const int FileEvery = 6;

    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 16 };

    private Azurite? azurite;
    private AppProcess? process;

    /// <summary>Where the app is, without a slash at the end.</summary>
    public string Address => process!.Address;

    /// <summary>A client of it.</summary>
    public HttpClient Http { get; } = new();

    /// <summary>The ids of the films, by the number of the text.</summary>
    public ImmutableArray<string> Films { get; private set; }

    /// <summary>The names of the reviews that were read from files.</summary>
    public ImmutableArray<string> Files { get; private set; }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        azurite = await Azurite.StartAsync(new AzuriteOptions(), TestContext.Current.CancellationToken);
        await using (var store = await ReviewStore.OpenAsync(azurite.ConnectionString, [.. HostileReview.All.Select(review => review.Reading)]))
        {
            await Parallel.ForEachAsync(HostileReview.All, AtOnce, async (review, _) => await store.DropAsync(review.Name, review.Index));
        }

        process = await AppProcess.StartAsync(azurite.ConnectionString);
        Http.BaseAddress = new Uri(Address);
        Films = [.. await Task.WhenAll(HostileReview.All.Select(async review => (await FilmsOfAsync(review.Name)).Single()))];
        Files = [.. await Task.WhenAll(HostileReview.All.Where(review => review.Index % FileEvery == 0).Select(DropAsync))];
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

    /// <summary>The ids of the films that a review names; none while it is not ingested.</summary>
    public async Task<ImmutableArray<string>> FilmsOfAsync(string review)
    {
        using var view = JsonDocument.Parse(await Http.GetByteArrayAsync(Links.ReviewJson(review)));
        return
        [
            .. view.RootElement.GetProperty("films").EnumerateArray()
                .SelectMany(film => film.GetProperty("ids").EnumerateArray())
                .Select(id => id.GetString()!),
        ];
    }

    private async Task<string> DropAsync(HostileReview review)
    {
        var name = $"file {review.Word}.html";
        using var request = new HttpRequestMessage(HttpMethod.Put, Links.ReviewJson(name)) { Content = new StringContent(review.Html, null, "text/html") };
        request.Headers.Add("x-functions-key", AppProcess.Key);
        using var answer = await Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var until = DateTime.UtcNow + AppProcess.Patience;
        while ((await FilmsOfAsync(name)).IsEmpty)
        {
            Assert.True(DateTime.UtcNow < until, $"{name} is not ingested:\n{process!.Output}");
            await Task.Delay(50);
        }

        return name;
    }
}
