using System.Text.Json;
using System.Text.Json.Nodes;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;
using Ingest.Functions.Tests.Web;
using Ingest.Functions.Triggers;
using Ingest.Functions.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Ingest.Functions.Tests.OpenApi;

/// <summary>Asks the app for what the document shows as examples.</summary>
internal sealed class ExampleAnswers(TestApp app)
{
    // Times are of the moment; the document's stay.
    private static readonly string[] Times = ["receivedAt", "settledAt", "nextAttemptAt", "at", "since"];
    private static readonly string[] Durations = ["seconds", "oldestUnprocessedSeconds"];

    public static async Task<ExampleAnswers> AskAsync(AzuriteFixture azurite)
    {
        await using var app = await TestApp.StartAsync(azurite, ExampleReviews.Reader);
        foreach (var name in new[] { ExampleReviews.First, ExampleReviews.Second, ExampleReviews.Rejected })
        {
            await app.PutAsync(name, ExampleReviews.FileOf(name));
            await app.Worker.SettleAsync(name);
        }

        await app.PutAsync(ExampleReviews.Failed, ExampleReviews.FileOf(ExampleReviews.Failed));
        await Assert.ThrowsAsync<NotSupportedException>(() => app.Worker.SettleAsync(ExampleReviews.Failed));
        var answers = new ExampleAnswers(app);
        await answers.AskFilmsAsync();
        await answers.AskReviewsAsync();
        await answers.AskRetriesAsync();
        await answers.AskDropsAsync();
        await answers.AskInTroubleAsync();
        return answers;
    }

    /// <summary>The answers' bodies by the names of the examples.</summary>
    public SortedDictionary<string, JsonNode> All { get; } = new(StringComparer.Ordinal);

    private async Task AskFilmsAsync()
    {
        var films = app.Worker.Functions<FilmFunctions>();
        await AskAsync("film-list", Requests.Get("/api/films?title=ember%20ro&limit=1"), request => films.Find(request, default));
        await AskAsync("problem-invalid-parameter", Requests.Get("/api/films?year=99"), request => films.Find(request, default));
        await AskAsync("problem-invalid-continuation", Requests.Get("/api/films?continuation=made-up"), request => films.Find(request, default));
        var id = All["film-list"]["films"]![0]!["id"]!.GetValue<string>();
        await AskAsync("film-profile", Requests.Get("/api/films/" + id), request => films.Get(request, id, default));
        await AskAsync(
            "film-movie",
            Requests.Get("/api/films/" + id, ("Accept", LinkedData.MediaType)),
            request => films.Get(request, id, default));
        await AskAsync("film-reviews", Requests.Get($"/api/films/{id}/reviews"), request => films.Reviews(request, id, default));
        const string Unknown = "ember-raod";
        await AskAsync("problem-film-not-found", Requests.Get("/api/films/" + Unknown), request => films.Get(request, Unknown, default));
    }

    private async Task AskReviewsAsync()
    {
        var reviews = app.Worker.Functions<ReviewFunctions>();
        await AskAsync("review-list", Requests.Get("/api/reviews?status=ingested"), request => reviews.List(request, default));
        await ReviewAsync("review", ExampleReviews.First);
        await ReviewAsync("review-rejected", ExampleReviews.Rejected);
        await ReviewAsync("review-failed", ExampleReviews.Failed);
        await ReviewAsync("problem-review-not-found", "no-such.html");

        Task ReviewAsync(string example, string name) =>
            AskAsync(example, Requests.Get("/api/reviews/" + name), request => reviews.Get(request, name, default));
    }

    private async Task AskRetriesAsync()
    {
        await RetryAsync("review-retried", ExampleReviews.Rejected);

        const string Busy = "being-read.html";
        await app.PutAsync(Busy, "");
        var etag = await app.Worker.Get<ReviewFiles>().ETagAsync(ReviewName.Parse(Busy), default);
        var now = app.Clock.GetUtcNow();
        await app.Worker.Get<ReviewTable>().WriteAsync(
            new ReviewRecord { Name = ReviewName.Parse(Busy), Attempts = 1, BlobETag = etag, FileSeenAt = now, ClaimedAt = now }, default);
        await RetryAsync("problem-review-busy", Busy);

        Task RetryAsync(string example, string name) => AskAsync(
            example,
            Requests.Post($"/api/reviews/{name}/retry"),
            request => app.Worker.Functions<ReviewFunctions>().Retry(request, name, default));
    }

    private async Task AskDropsAsync()
    {
        await PutAsync("drop-receipt", "new.html");
        await PutAsync("problem-precondition-failed", "new.html", ("If-None-Match", "*"));
        await PutAsync("problem-invalid-review-name", "a%5Cb.html");
        await PutAsync("problem-review-too-large", "new.html", ("Content-Length", "10000000000"));
        await PutAsync("problem-media-type-not-supported", "new.html", ("Content-Type", "application/pdf"));
        await PutAsync("problem-content-encoding-not-supported", "new.html", ("Content-Encoding", "gzip"));

        Task PutAsync(string example, string name, params (string Name, string Value)[] headers) => AskAsync(
            example,
            Requests.Put("/api/reviews/" + name, "<p>Ember Road"u8.ToArray(), headers),
            request => app.Worker.Functions<ReviewFunctions>().Put(request, name, default));
    }

    private async Task AskInTroubleAsync()
    {
        await app.Worker.Get<Reconciliation>().RunAsync(default);
        var health = app.Worker.Functions<HealthFunctions>();
        await AskAsync("health", Requests.Get("/api/health"), request => health.Get(request, default));
        await AskAsync("problem-unexpected", Requests.Get("/api/health"), async request =>
            await app.Worker.Get<Api>().AnswerAsync(request, () => throw new InvalidOperationException("made up")));
        await app.Files.DeleteAsync();
        await AskAsync("problem-storage-unavailable", Requests.Get("/api/health"), request => health.Get(request, default));
    }

    private async Task AskAsync(string example, HttpRequest request, Func<HttpRequest, Task<IActionResult>> ask)
    {
        request.Scheme = "https";
        request.Host = new HostString("films.example");
        var answer = await ask(request).AnswerAsync(request);
        var json = JsonNode.Parse(answer.Body)!;
        SetTimes(json);
        All.Add(example, json);
    }

    private static void SetTimes(JsonNode? json)
    {
        foreach (var (name, value) in json is JsonObject record ? [.. record] : Array.Empty<KeyValuePair<string, JsonNode?>>())
        {
            if (Times.Contains(name) && value is not null)
            {
                json![name] = "2026-05-01T12:00:00+00:00";
            }

            if (Durations.Contains(name) && value is not null)
            {
                json![name] = 2;
            }

            SetTimes(value);
        }

        foreach (var item in json as JsonArray ?? [])
        {
            SetTimes(item);
        }
    }
}
