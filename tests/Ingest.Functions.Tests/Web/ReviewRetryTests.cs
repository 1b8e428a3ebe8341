using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;
using Ingest.Functions.Triggers;

namespace Ingest.Functions.Tests.Web;

/// <summary>Reading a review again on demand.</summary>
public sealed class ReviewRetryTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_review_that_was_given_up_is_read_again_and_the_answer_tells_what_became_of_it()
    {
        var isBroken = true;
        var reader = new Reader(1, (file, limits) => isBroken ? throw new InvalidDataException() : Pages.Reader.Read(file, limits));
        await using var app = await TestApp.StartAsync(azurite, reader, new() { ["Ingest:MaxAttempts"] = "1" });
        await app.PutAsync("a b/é.html", "film: Ember Road");
        await Assert.ThrowsAsync<InvalidDataException>(() => app.Worker.SettleAsync("a b/é.html"));

        var broken = (await RetryAsync(app, "a%20b/%C3%A9.html")).Json.GetProperty("review");
        isBroken = false;
        var answer = await RetryAsync(app, "a%20b/%C3%A9.html");

        Assert.Equal(("failed", "unexpected", 1), (broken.GetProperty("status").GetString(), broken.GetProperty("reason").GetString(), broken.GetProperty("attempts").GetInt32()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, broken.GetProperty("nextAttemptAt").ValueKind);
        Assert.Equal((200, "no-store"), (answer.Status, answer.Headers["Cache-Control"]));
        Assert.Equal("ingested", answer.Json.GetProperty("review").GetProperty("status").GetString());
        Assert.Equal(1, answer.Json.GetProperty("review").GetProperty("attempts").GetInt32());
        Assert.Equal("film: Ember Road", answer.Json.GetProperty("article").GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("film: Ember Road", "ingested")]
    [InlineData("nothing of films", "rejected")]
    public async Task A_settled_review_is_read_anew_and_ends_as_before(string content, string status)
    {
        var read = 0;
        var reader = new Reader(1, (file, limits) =>
        {
            Interlocked.Increment(ref read);
            return Pages.Reader.Read(file, limits);
        });
        await using var app = await TestApp.StartAsync(azurite, reader);
        await app.DropAsync("a.html", content);
        var before = await Stored.ReadAsync(app);

        var answer = await RetryAsync(app, "a.html");

        Assert.Equal((200, status, 2), (answer.Status, answer.Json.GetProperty("review").GetProperty("status").GetString(), read));
        Assert.Equal(before, await Stored.ReadAsync(app));
    }

    [Fact]
    public async Task A_file_that_nobody_has_noticed_is_read_and_a_review_without_one_is_not_there()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.PutAsync("a.html", "film: Ember Road");

        Assert.Equal("ingested", (await RetryAsync(app, "a.html")).Json.GetProperty("review").GetProperty("status").GetString());
        await app.RemoveAsync("a.html");

        foreach (var name in new[] { "a.html", "a.html", "b.html" })
        {
            var answer = await RetryAsync(app, name);
            Assert.Equal((404, "review-not-found"), (answer.Status, answer.Problem));
        }

        Assert.Empty(await Stored.ReadAsync(app));
    }

    [Fact]
    public async Task A_review_that_is_being_read_is_left_to_who_reads_it()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.PutAsync("a.html", "film: Ember Road");
        var dying = app.NewWorker();
        dying.Gate.Before = number => number >= 4 ? throw new CrashException() : Task.CompletedTask;
        await Assert.ThrowsAsync<CrashException>(() => dying.SettleAsync("a.html"));

        var busy = await RetryAsync(app, "a.html");
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        var stuck = await RetryAsync(app, "a.html");

        Assert.Equal((409, "review-busy"), (busy.Status, busy.Problem));
        Assert.Equal((200, "ingested"), (stuck.Status, stuck.Json.GetProperty("review").GetProperty("status").GetString()));
    }

    [Fact]
    public async Task A_review_whose_own_name_ends_so_is_reachable_and_can_be_retried()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("a/retry", "film: Ember Road");
        var request = Requests.Get("/api/reviews/a/retry");
        var functions = app.Worker.Functions<ReviewFunctions>();

        var got = await functions.Get(request, "unused", CancellationToken.None).AnswerAsync(request);
        var retried = await RetryAsync(app, "a/retry");

        Assert.Equal("a/retry", got.Json.GetProperty("review").GetProperty("name").GetString());
        Assert.Equal("a/retry", retried.Json.GetProperty("review").GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_review_itself_takes_no_POST()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("a.html", "film: Ember Road");
        var request = Requests.Post("/api/reviews/a.html");

        var answer = await app.Worker.Functions<ReviewFunctions>().Retry(request, "a.html", CancellationToken.None).AnswerAsync(request);

        Assert.Equal((405, "method-not-allowed"), (answer.Status, answer.Problem));
        Assert.Equal(["DELETE", "GET", "HEAD", "PUT"], answer.Headers["Allow"].Split(", ").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_request_that_ends_early_leaves_the_review_due()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("a.html", "nothing of films");
        var worker = app.NewWorker();
        worker.Gate.Before = number => number == 4 ? throw new CrashException() : Task.CompletedTask;
        var request = Requests.Post("/api/reviews/a.html/retry");

        await worker.Functions<ReviewFunctions>().Retry(request, "unused", CancellationToken.None);

        Assert.Equal(ReviewStatus.Received, (await app.RecordAsync("a.html"))!.Status);
        Assert.Equal(1, (await app.Worker.Get<Reconciliation>().RunAsync(CancellationToken.None)).Retried);
        Assert.Equal(ReviewStatus.Rejected, (await app.RecordAsync("a.html"))!.Status);
    }

    private static Task<Answer> RetryAsync(TestApp app, string escapedName)
    {
        var request = Requests.Post($"/api/reviews/{escapedName}/retry");
        return app.NewWorker().Functions<ReviewFunctions>().Retry(request, "unused", CancellationToken.None).AnswerAsync(request);
    }
}
