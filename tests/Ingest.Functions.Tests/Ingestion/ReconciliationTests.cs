using Ingest.Functions.Ingestion;

namespace Ingest.Functions.Tests.Ingestion;

public sealed class ReconciliationTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task What_was_missed_changed_or_deleted_behind_the_triggers_backs_is_made_good()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("same.html", "film: Ember Road");
        await app.DropAsync("changed.html", "film: Harbour of Glass");
        await app.DropAsync("deleted.html", "film: The Ninth Lamp");
        await app.DropAsync("rejected.html", "nothing of films");
        await app.PutAsync("changed.html", "film: Winter Ferry");
        await app.PutAsync("missed/é 1.html", "film: Ember Road\nyear: 1999");
        await app.RemoveAsync("deleted.html");

        var report = await RunAsync(app.Worker);

        Assert.Equal((4, 1, 1, 1), (report.Files, report.Missed, report.Changed, report.Retracted));
        Assert.Equal((0, 0, 0), (report.Outdated, report.Retried, report.Failed));
        Assert.Equal(
            Stored.Expected(new Dictionary<string, string>
            {
                ["same.html"] = "film: Ember Road",
                ["changed.html"] = "film: Winter Ferry",
                ["rejected.html"] = "nothing of films",
                ["missed/é 1.html"] = "film: Ember Road\nyear: 1999",
            }),
            await Stored.ReadAsync(app));
    }

    [Fact]
    public async Task Where_nothing_is_amiss_nothing_is_settled()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("same.html", "film: Ember Road");
        await RunAsync(app.Worker);
        app.Worker.Gate.Reset();

        await RunAsync(app.Worker);

        // Sixteen shards, one listing, the films that are late, and the report, which is read and written.
        Assert.Equal(20, app.Worker.Gate.Count);
    }

    [Fact]
    public async Task A_review_that_a_dead_worker_left_is_taken_over_once_that_worker_cannot_be_alive()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.PutAsync("a.html", "film: Ember Road");
        var dying = app.NewWorker();
        dying.Gate.Before = number => number >= 5 ? throw new CrashException() : Task.CompletedTask;
        await Assert.ThrowsAsync<CrashException>(() => dying.SettleAsync("a.html"));

        Assert.Equal(0, (await RunAsync(app.Worker)).Retried);
        Assert.Equal(ReviewStatus.Received, (await app.RecordAsync("a.html"))!.Status);
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(1, (await RunAsync(app.Worker)).Retried);
        Assert.Equal(ReviewStatus.Ingested, (await app.RecordAsync("a.html"))!.Status);
    }

    [Fact]
    public async Task A_failed_review_is_tried_again_after_a_while_and_at_last_given_up()
    {
        var settings = new Dictionary<string, string?> { ["Ingest:MaxAttempts"] = "2" };
        await using var app = await TestApp.StartAsync(azurite, new Reader(1, (_, _) => throw new InvalidDataException()), settings);
        await app.PutAsync("a.html", "film: Ember Road");

        Assert.Equal(1, (await RunAsync(app.Worker)).Failed);
        Assert.Equal(0, (await RunAsync(app.Worker)).Failed);
        app.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(1, (await RunAsync(app.Worker)).Failed);
        app.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(0, (await RunAsync(app.Worker)).Failed);
        Assert.Equal((ReviewStatus.Failed, 2), ((await app.RecordAsync("a.html"))!.Status, (await app.RecordAsync("a.html"))!.Attempts));
    }

    [Fact]
    public async Task A_new_version_of_the_reader_reads_everything_anew()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("a.html", "film: Ember Road");
        await app.DropAsync("b.html", "nothing of films");

        var report = await RunAsync(app.NewWorker(Pages.ReaderOf(2)));

        Assert.Equal(2, report.Outdated);
        Assert.Equal(2, (await app.RecordAsync("b.html"))!.ReaderVersion);
    }

    [Fact]
    public async Task Whatever_a_new_reader_has_to_read_again_nobody_else_waits_for_it()
    {
        await using var app = await TestApp.StartAsync(azurite, settings: new() { ["Ingest:ReviewsAtOnce"] = "1" });
        foreach (var name in new[] { "a.html", "b.html", "c.html" })
        {
            await app.DropAsync(name, $"film: Ember Road\nof: {name}");
        }

        await app.PutAsync("b.html", "film: Ember Road\nof: b.html, changed");
        await app.PutAsync("z.html", "film: Ember Road\nof: z.html");
        await app.RemoveAsync("c.html");
        var read = new List<string>();
        var later = new Reader(2, (file, limits) =>
        {
            read.Add(System.Text.Encoding.UTF8.GetString(file.Span).Split("of: ")[1]);
            return Pages.Reader.Read(file, limits);
        });

        var report = await RunAsync(app.NewWorker(later));

        Assert.Equal(["b.html, changed", "z.html", "a.html"], read);
        Assert.Equal((1, 1, 1, 1, true), (report.Missed, report.Changed, report.Retracted, report.Outdated, report.IsWhole));
    }

    private static Task<ReconciliationReport> RunAsync(TestWorker worker) =>
        worker.Get<Reconciliation>().RunAsync(CancellationToken.None);
}
