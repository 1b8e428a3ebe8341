using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Text.Json;
using Ingest.Core;
using Ingest.Core.Facts;
using Ingest.LocalStorage;
using Ingest.Web.Tests.Made;
using Ingest.Web.Tests.OpenApi;

[assembly: AssemblyFixture(typeof(Ingest.Web.Tests.Running.RunningApp))]

namespace Ingest.Web.Tests.Running;

/// <summary>The app in Ingest.Local, with an Azurite of its own. One made-up review is stored before it starts, as if it had
/// been read by this very version of the app; the samples are dropped through the API afterwards.</summary>
public sealed class RunningApp : IAsyncLifetime
{
    private Azurite? azurite;
    private AppProcess? process;
    private HttpClient? http;

    /// <summary>The function key that the app takes.</summary>
    public string Key { get; } = AppProcess.Key;

    /// <summary>Where the app is, without a slash at the end.</summary>
    public string Address => process!.Address;

    /// <summary>The id of the made-up film.</summary>
    public string Film { get; private set; } = "";

    /// <summary>The id that it had before its review named its year.</summary>
    public string FormerFilm { get; private set; } = "";

    /// <summary>A client of it that follows no redirect.</summary>
    public HttpClient Http => http ?? throw new InvalidOperationException("The app has not been started.");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await Azurite.EnsureInstalledAsync(null, TestContext.Current.CancellationToken);
        azurite = await Azurite.StartAsync(new AzuriteOptions(), TestContext.Current.CancellationToken);
        await StoreMadeReviewAsync(azurite.ConnectionString);
        process = await AppProcess.StartAsync(azurite.ConnectionString);
        http = new HttpClient(new AnswerCheckHandler(new HttpClientHandler { AllowAutoRedirect = false })) { BaseAddress = new Uri(Address) };
        await DropSamplesAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        http?.Dispose();
        if (process is not null)
        {
            await process.DisposeAsync();
        }

        if (azurite is not null)
        {
            await azurite.DisposeAsync();
        }
    }

    private async Task StoreMadeReviewAsync(string connection)
    {
        var films = MadeReview.View.Films.Select(film => film.Statements).ToImmutableArray();
        var undated = films.Select(film => film with { Statements = [.. film.Statements.Where(said => said is not YearStatement)] });
        await using var store = await ReviewStore.OpenAsync(
            connection,
            ReviewReading.Of(MadeReview.View.Article! with { PublishedOn = null }, [.. undated]),
            ReviewReading.Of(MadeReview.View.Article!, films));
        await store.DropAsync(MadeReview.Name, 0);
        FormerFilm = await store.FilmAsync("The Lamplighter of Orsk");
        await store.DropAsync(MadeReview.Name, 1);
        Film = await store.FilmAsync("The Lamplighter of Orsk");
    }

    private async Task DropSamplesAsync()
    {
        var names = new List<string>();
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Folder, "samples"), "*.html"))
        {
            names.Add(Path.GetFileName(file));
            using var request = new HttpRequestMessage(HttpMethod.Put, "/api/reviews/" + names[^1])
            {
                Content = new ByteArrayContent(await File.ReadAllBytesAsync(file)),
            };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/html");
            request.Headers.Add("x-functions-key", Key);
            using var answer = await Http.SendAsync(request);
            answer.EnsureSuccessStatusCode();
        }

        Assert.NotEmpty(names);
        var until = DateTime.UtcNow + AppProcess.Patience;
        foreach (var name in names)
        {
            var status = "";
            while (status != "ingested")
            {
                Assert.True(DateTime.UtcNow < until, $"{name} is still {status}:\n{process!.Output}");
                await Task.Delay(100);
                using var review = JsonDocument.Parse(await Http.GetStringAsync("/api/reviews/" + name));
                status = review.RootElement.GetProperty("review").GetProperty("status").GetString();
            }
        }
    }
}
