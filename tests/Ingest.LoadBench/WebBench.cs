using System.Text.Json;
using Ingest.LoadBench.Films;
using Ingest.LoadBench.Load;
using Ingest.LoadBench.Servers;
using Ingest.LocalStorage;

namespace Ingest.LoadBench;

/// <summary>The app in the local host against Azurite, beside the bare server.</summary>
internal static class WebBench
{
    private const string Html = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    // Only answers are measured: nothing else of the app is to run meanwhile.
    private static readonly Dictionary<string, string> Settings =
        new[] { "IngestReview", "IngestReviewPolled", "ReconcileReviews", "RefreshFilms" }
            .ToDictionary(function => $"AzureWebJobs.{function}.Disabled", _ => "true");

    /// <summary>Measures and prints everything.</summary>
    /// <param name="time">How long each request is measured at each server, over each number of connections.</param>
    /// <param name="reviews">Reviews of the film of many.</param>
    /// <param name="progress">Told what is going on.</param>
    /// <returns>Whether the figures are what they have to be.</returns>
    public static async Task<bool> RunAsync(TimeSpan time, int reviews, TextWriter progress)
    {
        await Azurite.EnsureInstalledAsync(new Progress<string>(progress.WriteLine), CancellationToken.None);
        await using var azurite = await Azurite.StartAsync(new AzuriteOptions(), CancellationToken.None);
        await progress.WriteLineAsync($"Storing {reviews} reviews of one film, and others");
        var films = await StoredFilms.CreateAsync(azurite.ConnectionString, reviews);

        var data = Directory.CreateTempSubdirectory("ingest-bench-");
        try
        {
            await using var app = StartApp(azurite.ConnectionString, data.FullName);
            var appPort = await app.PortAsync();
            _ = app.IgnoreOutputAsync();
            var contestants = await RecordAsync(films, reviews, appPort);

            await using var bare = ChildProcess.OfThisProgram(BareServer.Verb);
            await bare.WriteLineAsync(JsonSerializer.Serialize(contestants.Select(contestant => contestant.Answer)));
            var barePort = await bare.PortAsync();

            await using var generator = ChildProcess.OfThisProgram(LoadGenerator.Verb, LoadGenerator.Settings);
            await progress.WriteLineAsync($"Measuring {contestants.Count} requests at two servers over 1, 16 and 64 connections");
            await new Contest(generator, appPort, barePort, time).RunAsync(contestants);
            return WebTable.Print(contestants, reviews);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static ChildProcess StartApp(string storage, string data) => ChildProcess.Start(
        Path.Combine(AppContext.BaseDirectory, "Ingest.Local.dll"),
        ["run", "--attached", "--port", "0", "--root", AppContext.BaseDirectory, "--data", data, "--connection", storage],
        Settings);

    private static async Task<IReadOnlyList<Contestant>> RecordAsync(StoredFilms films, int reviews, int port)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        MeasuredRequest[] requests =
        [
            new(WebTable.Film, "/api/films/" + films.Small, "application/json"),
            new(WebTable.NotModified, "/api/films/" + films.Small, "application/json", IsConditional: true),
            new(WebTable.Search, "/api/films?title=" + StoredFilms.Beginning, "application/json"),
            new(WebTable.Page, "/films/" + films.Small, Html),
            new(WebTable.Famous(WebTable.Film, reviews), "/api/films/" + films.Famous, "application/json"),
            new(WebTable.Famous(WebTable.Page, reviews), "/films/" + films.Famous, Html),
        ];
        var contestants = new List<Contestant>();
        foreach (var request in requests)
        {
            var full = await RecordedAnswer.OfAsync(http, request, null);
            contestants.Add(new(request, request.IsConditional ? await RecordedAnswer.OfAsync(http, request, full.OwnTag) : full));
        }

        return contestants;
    }
}
