using System.Text.Json;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Triggers;

namespace Ingest.Functions.Tests.Web;

/// <summary>What health tells of the reviews and of reconciliations.</summary>
public sealed class HealthTests(AzuriteFixture azurite)
{
    private static readonly string[] Numbers = ["received", "ingested", "rejected", "failed", "givenUp"];

    [Fact]
    public async Task It_counts_reviews_by_status_and_says_how_long_the_oldest_has_waited()
    {
        var reader = new Reader(1, (file, limits) => file.Span.StartsWith("fault"u8) ? throw new InvalidDataException() : Pages.Reader.Read(file, limits));
        await using var app = await TestApp.StartAsync(azurite, reader, new() { ["Ingest:MaxAttempts"] = "2" });
        Assert.Equal((200, "0 0 0 0 0", null), Told(await AskAsync(app)));
        await app.DropAsync("a.html", "film: Ember Road");
        await app.DropAsync("b.html", "film: Ember Road");
        await app.DropAsync("c.html", "nothing of films");
        await FailAsync(app, "old fault.html");
        app.Clock.Advance(TimeSpan.FromMinutes(30));
        await FailAsync(app, "fault.html");

        var waiting = await AskAsync(app);
        await FailAsync(app, "old fault.html");
        var givenUp = await AskAsync(app);
        await app.PutAsync("fault.html", "film: Ember Road");
        await app.NewWorker().SettleAsync("fault.html");
        var done = await AskAsync(app);

        Assert.Equal((200, "0 2 1 2 0", "1800"), Told(waiting));
        Assert.Equal((200, "0 2 1 2 1", "0"), Told(givenUp));
        Assert.Equal((200, "0 3 1 1 1", null), Told(done));
        Assert.Equal(("ok", 1), (done.Json.GetProperty("status").GetString(), done.Json.GetProperty("readerVersion").GetInt32()));
        Assert.True(done.Json.GetProperty("reviews").GetProperty("isWhole").GetBoolean());
    }

    [Fact]
    public async Task It_counts_what_another_version_read_and_is_read_again()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("a.html", "film: Ember Road");
        await app.DropAsync("b.html", "nothing of films");
        var later = app.NewWorker(Pages.ReaderOf(2));

        var (before, unaware) = (await AskAsync(later), await AskAsync(app));
        await later.Get<Reconciliation>().RunAsync(CancellationToken.None);
        var after = await AskAsync(app.NewWorker(Pages.ReaderOf(2)));

        Assert.Equal((2, 0, 0), (Outdated(before), Outdated(unaware), Outdated(after)));
        Assert.Equal(0, Number(after.Json.GetProperty("reconciliation").GetProperty("last"), "outdatedLeft"));

        static int Outdated(Answer answer) => Number(answer.Json.GetProperty("reviews"), "outdated");
    }

    [Fact]
    public async Task Any_instance_tells_of_the_last_reconciliation_and_of_all_together()
    {
        await using var app = await TestApp.StartAsync(azurite);
        Assert.Equal(JsonValueKind.Null, (await AskAsync(app)).Json.GetProperty("reconciliation").ValueKind);
        await app.PutAsync("a.html", "film: Ember Road");
        await app.PutAsync("b.html", "film: Ember Road");
        await app.Worker.Get<Reconciliation>().RunAsync(CancellationToken.None);
        await app.RemoveAsync("b.html");
        await app.PutAsync("c.html", "film: Ember Road");
        await app.Worker.Get<Reconciliation>().RunAsync(CancellationToken.None);

        var told = (await AskAsync(app)).Json.GetProperty("reconciliation");

        var (last, total) = (told.GetProperty("last"), told.GetProperty("total"));
        Assert.Equal((2, 1, 1), (Number(last, "files"), Number(last, "missed"), Number(last, "retracted")));
        Assert.Equal((2, 3, 1), (Number(total, "runs"), Number(total, "missed"), Number(total, "retracted")));
        Assert.True(last.GetProperty("isWhole").GetBoolean());
        Assert.True(total.GetProperty("since").GetDateTimeOffset() < last.GetProperty("at").GetDateTimeOffset());
    }

    [Fact]
    public async Task Runs_that_end_at_once_all_count()
    {
        await using var app = await TestApp.StartAsync(azurite);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            app.NewWorker().Get<Reconciliation>().RunAsync(CancellationToken.None)));

        Assert.Equal(4, Number((await AskAsync(app)).Json.GetProperty("reconciliation").GetProperty("total"), "runs"));
    }

    [Fact]
    public async Task Whoever_asks_often_costs_storage_little()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var worker = app.NewWorker();
        await AskAsync(worker);
        worker.Gate.Reset();

        for (var time = 0; time < 5; time++)
        {
            await AskAsync(worker);
        }

        // Two requests ask whether storage answers; the numbers are read once in a while.
        Assert.InRange(worker.Gate.Count, 10, 10 + 18);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(0)]
    public async Task What_storage_cannot_do_now_is_answered_with_when_to_ask_again(int status)
    {
        await using var app = await TestApp.StartAsync(azurite);
        var worker = app.NewWorker();
        worker.Gate.Before = _ => throw (status == 0
            ? new AggregateException("made up", new TaskCanceledException("made up"))
            : new Azure.RequestFailedException(status, "made up"));

        var answer = await AskAsync(worker);

        Assert.Equal((503, "storage-unavailable", "5"), (answer.Status, answer.Problem, answer.Headers["Retry-After"]));
    }

    private static (int Status, string Numbers, string? Oldest) Told(Answer answer)
    {
        var reviews = answer.Json.GetProperty("reviews");
        var numbers = Numbers.Select(name => Number(reviews, name));
        var oldest = answer.Json.GetProperty("oldestUnprocessedSeconds");

        // To the minute: tests take their time.
        return (
            answer.Status,
            string.Join(' ', numbers),
            oldest.ValueKind == JsonValueKind.Null ? null : $"{oldest.GetInt64() / 60 * 60}");
    }

    private static int Number(JsonElement of, string name) => of.GetProperty(name).GetInt32();

    private static async Task FailAsync(TestApp app, string name)
    {
        if (!await app.Files.GetBlobClient(name).ExistsAsync())
        {
            await app.PutAsync(name, "fault");
        }

        await Assert.ThrowsAsync<InvalidDataException>(() => app.NewWorker().SettleAsync(name));
    }

    private static Task<Answer> AskAsync(TestApp app) => AskAsync(app.NewWorker());

    private static Task<Answer> AskAsync(TestWorker worker)
    {
        var request = Requests.Get("/api/health");
        return worker.Functions<HealthFunctions>().Get(request, CancellationToken.None).AnswerAsync(request);
    }
}
