using Azure.Data.Tables;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Tests.Ingestion;

/// <summary>Every file that stays ends as ingested, rejected or failed, and is tried again when its cause may pass.</summary>
public sealed class PromiseTests(AzuriteFixture azurite)
{
    private static readonly Reader Broken = new(1, (_, _) => throw new InvalidDataException());

    [Fact]
    public async Task A_review_whose_workers_all_die_is_given_up_with_the_reason_and_the_attempts()
    {
        await using var app = await TestApp.StartAsync(azurite, settings: new() { ["Ingest:MaxAttempts"] = "2" });
        await app.PutAsync("a.html", "film: Ember Road");
        for (var attempt = 0; attempt < 2; attempt++)
        {
            await DieAsync(app, "a.html");
            app.Clock.Advance(TimeSpan.FromMinutes(11));
        }

        var report = await RunAsync(app.Worker);

        var record = await app.RecordAsync("a.html");
        Assert.Equal(
            (ReviewStatus.Failed, "interrupted", 2, null), (record!.Status, record.Reason, record.Attempts, record.NextAttemptAt));
        Assert.Equal((0, 1, 1), (report.Retried, report.Failed, report.Reviews.GivenUp));
        app.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal((0, 0), Counts(await RunAsync(app.Worker)));
    }

    [Fact]
    public async Task A_failed_review_says_when_it_is_tried_again_and_is_not_before()
    {
        await using var app = await TestApp.StartAsync(azurite, Broken);
        await app.PutAsync("a.html", "film: Ember Road");

        await Assert.ThrowsAsync<InvalidDataException>(() => app.Worker.SettleAsync("a.html"));

        var wait = (await app.RecordAsync("a.html"))!.NextAttemptAt - app.Clock.GetUtcNow();
        Assert.InRange(wait!.Value, TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(1));
        Assert.Equal((0, 0), Counts(await RunAsync(app.Worker)));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((0, 1), Counts(await RunAsync(app.Worker)));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((1, 0), Counts(await RunAsync(app.NewWorker(Pages.Reader))));
        var record = await app.RecordAsync("a.html");
        Assert.Equal(
            (ReviewStatus.Ingested, null, 3, null), (record!.Status, record.Reason, record.Attempts, record.NextAttemptAt));
    }

    [Fact]
    public async Task A_review_that_was_given_up_is_tried_again_by_a_new_reader()
    {
        await using var app = await TestApp.StartAsync(azurite, Broken, new() { ["Ingest:MaxAttempts"] = "1" });
        await app.PutAsync("a.html", "film: Ember Road");
        await Assert.ThrowsAsync<InvalidDataException>(() => app.Worker.SettleAsync("a.html"));
        Assert.Null((await app.RecordAsync("a.html"))!.NextAttemptAt);

        var report = await RunAsync(app.NewWorker(Pages.ReaderOf(2)));

        Assert.Equal(1, report.Outdated);
        Assert.Equal(ReviewStatus.Ingested, (await app.RecordAsync("a.html"))!.Status);
    }

    [Fact]
    public async Task A_review_that_was_given_up_is_tried_again_when_its_file_changes()
    {
        await using var app = await TestApp.StartAsync(azurite, Broken, new() { ["Ingest:MaxAttempts"] = "1" });
        await app.PutAsync("a.html", "film: Ember Road");
        await Assert.ThrowsAsync<InvalidDataException>(() => app.Worker.SettleAsync("a.html"));
        await app.PutAsync("a.html", "film: Winter Ferry");

        Assert.Equal(1, (await RunAsync(app.NewWorker(Pages.Reader))).Changed);
        Assert.Equal(1, (await app.RecordAsync("a.html"))!.Attempts);
    }

    [Fact]
    public async Task A_file_beyond_a_limit_is_judged_again_once_the_limit_is_raised()
    {
        await using var app = await TestApp.StartAsync(azurite, settings: new() { ["Ingest:MaxFileBytes"] = "10" });
        Assert.Equal(IngestOutcome.Rejected, await app.DropAsync("a.html", "film: Ember Road"));
        Assert.Equal(0, (await RunAsync(app.NewWorker())).Outdated);
        app.Settings["Ingest:MaxFileBytes"] = "5";
        Assert.Equal(0, (await RunAsync(app.NewWorker())).Outdated);

        app.Settings["Ingest:MaxFileBytes"] = "16";

        Assert.Equal(1, (await RunAsync(app.NewWorker())).Outdated);
        Assert.Equal(ReviewStatus.Ingested, (await app.RecordAsync("a.html"))!.Status);
        Assert.Equal(0, (await RunAsync(app.NewWorker())).Outdated);
    }

    [Fact]
    public async Task A_page_that_is_too_slow_three_times_is_rejected_until_it_may_take_longer()
    {
        using var go = new ManualResetEventSlim();
        var isSlow = true;
        var reader = new Reader(1, (file, limits) =>
        {
            if (isSlow)
            {
                go.Wait(TimeSpan.FromMinutes(1), CancellationToken.None);
            }

            return Pages.Reader.Read(file, limits);
        });
        await using var app = await TestApp.StartAsync(azurite, reader, new() { ["Ingest:ReadingTimeout"] = "00:00:00.2" });
        await app.PutAsync("a.html", "film: Ember Road");

        Assert.Equal(IngestOutcome.Failed, await app.Worker.SettleAsync("a.html"));
        var failed = await app.RecordAsync("a.html");
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal((0, 1), Counts(await RunAsync(app.Worker)));
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal((1, 0), Counts(await RunAsync(app.Worker)));
        go.Set();

        Assert.Equal((ReviewStatus.Failed, "readingTimeout", 1), (failed!.Status, failed.Reason, failed.Timeouts));
        Assert.NotNull(failed.NextAttemptAt);
        var rejected = await app.RecordAsync("a.html");
        Assert.Equal((ReviewStatus.Rejected, "tooSlow", 3), (rejected!.Status, rejected.Reason, rejected.Attempts));
        Assert.Contains("0.2 seconds", rejected.Advice, StringComparison.Ordinal);
        isSlow = false;
        app.Settings["Ingest:ReadingTimeout"] = "00:00:10";
        Assert.Equal(1, (await RunAsync(app.NewWorker())).Outdated);
        Assert.Equal(ReviewStatus.Ingested, (await app.RecordAsync("a.html"))!.Status);
    }

    [Fact]
    public async Task A_file_that_changes_while_the_old_one_is_read_is_read_too()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.PutAsync("a.html", "film: Ember Road");
        var slow = app.NewWorker();
        var (held, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        slow.Gate.After = number => number == 4 ? HoldAsync(held, go) : Task.CompletedTask;
        var work = slow.SettleAsync("a.html");
        await held.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await app.PutAsync("a.html", "film: Winter Ferry");

        var report = await RunAsync(app.Worker);
        go.SetResult();

        Assert.Equal(1, report.Changed);
        Assert.Equal(IngestOutcome.Superseded, await work);
        Assert.Equal(
            Stored.Expected(new Dictionary<string, string> { ["a.html"] = "film: Winter Ferry" }), await Stored.ReadAsync(app));
    }

    [Fact]
    public async Task A_file_that_somebody_is_reading_is_not_taken_for_missed()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.PutAsync("a.html", "film: Ember Road");
        var slow = app.NewWorker();
        var (held, go) = (new TaskCompletionSource(), new TaskCompletionSource());

        // The reconciliation knows of no record; then the trigger claims the review.
        app.Worker.Gate.After = async number =>
        {
            if (number == ReviewEntity.Shards)
            {
                slow.Gate.After = at => at == 4 ? HoldAsync(held, go) : Task.CompletedTask;
                _ = slow.SettleAsync("a.html");
                await held.Task.WaitAsync(TimeSpan.FromSeconds(30));
            }
        };
        var report = await RunAsync(app.Worker);
        go.SetResult();

        Assert.Equal((1, 0, 0), (report.Files, report.Missed, report.Failed));
    }

    [Fact]
    public async Task Records_that_cannot_be_read_stop_nothing_and_are_counted()
    {
        await using var app = await TestApp.StartAsync(azurite);
        foreach (var name in new[] { "a.html", "b.html", "c.html" })
        {
            await app.DropAsync(name, "film: Ember Road");
        }

        await SpoilAsync(app, "a.html", "Status", "Composed");
        await SpoilAsync(app, "b.html", "Name", "");
        await app.PutAsync("d.html", "film: Ember Road");

        var report = await RunAsync(app.Worker);

        Assert.Equal((4, 1, 0, 2), (report.Files, report.Missed, report.Failed, report.Reviews.Unreadable));
        Assert.Equal((2, true), (report.Reviews.Of(ReviewStatus.Ingested), report.IsWhole));
        var listed = await app.Worker.Get<ReviewTable>().ListAsync(null, 100, null, CancellationToken.None);
        Assert.Equal(["c.html", "d.html"], listed.Items.Select(record => record.Name.Value).Order(StringComparer.Ordinal));
        Assert.Equal(2, (await app.Worker.Get<LatestReviews>().ReadAsync(CancellationToken.None)).Counts.Unreadable);
    }

    [Fact]
    public async Task A_shard_that_cannot_be_read_keeps_no_other_from_being_repaired()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var names = Enumerable.Range(0, int.MaxValue).Select(number => $"{number}.html")
            .DistinctBy(name => ReviewEntity.Partition(ReviewName.Parse(name))).Take(ReviewEntity.Shards);
        foreach (var name in names)
        {
            await app.PutAsync(name, "film: Ember Road");
        }

        var worker = app.NewWorker();
        worker.Gate.Before = number => number == 3 ? throw new CrashException() : Task.CompletedTask;
        var first = await RunAsync(worker);
        var second = await RunAsync(app.Worker);

        Assert.False(first.IsWhole);
        Assert.Equal((ReviewEntity.Shards - 1, 1), (first.Missed, second.Missed));
        Assert.True(second.IsWhole);
    }

    [Fact]
    public async Task Of_a_shard_that_breaks_off_no_review_is_taken_for_deleted()
    {
        await using var app = await TestApp.StartAsync(azurite, Broken);
        var names = Enumerable.Range(0, int.MaxValue).Select(number => $"{number}.html")
            .Where(name => ReviewEntity.Partition(ReviewName.Parse(name)) == ReviewEntity.Partition(0));
        var name = names.Take(100).Min(StringComparer.Ordinal)!;
        await app.PutAsync(name, "film: Ember Road");
        await Assert.ThrowsAsync<InvalidDataException>(() => app.Worker.SettleAsync(name));
        var others = names.Where(other => string.CompareOrdinal(other, name) > 0).Take(1_000)
            .Select(other => ReviewEntity.From(new() { Name = ReviewName.Parse(other), Status = ReviewStatus.Deleted, SettledAt = app.Clock.GetUtcNow() }));
        foreach (var batch in others.Chunk(100))
        {
            await app.Storage.Reviews.SubmitTransactionAsync(batch.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)));
        }

        // The first page of each shard is asked for before the second one of the only shard that has one.
        var worker = app.NewWorker(Pages.Reader);
        worker.Gate.Before = number => number == ReviewEntity.Shards + 1 ? throw new CrashException() : Task.CompletedTask;
        var report = await RunAsync(worker);

        Assert.Equal((false, 0), (report.IsWhole, report.Retracted));
        Assert.Equal(ReviewStatus.Failed, (await app.RecordAsync(name))!.Status);
    }

    [Fact]
    public async Task Where_the_files_cannot_be_listed_to_the_end_no_review_is_taken_for_deleted()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("a.html", "film: Ember Road");
        var worker = app.NewWorker();
        worker.Gate.Before = number => number == ReviewEntity.Shards + 1 ? throw new CrashException() : Task.CompletedTask;

        var report = await RunAsync(worker);

        Assert.Equal((false, 0), (report.IsWhole, report.Retracted));
        Assert.Equal(ReviewStatus.Ingested, (await app.RecordAsync("a.html"))!.Status);
    }

    [Fact]
    public async Task A_reconciliation_without_time_leaves_the_rest_to_the_next()
    {
        await using var app = await TestApp.StartAsync(azurite, settings: new() { ["Ingest:ReconcileFor"] = "00:00:01" });
        for (var number = 0; number < 3; number++)
        {
            await app.PutAsync($"{number}.html", "film: Ember Road");
        }

        var late = app.NewWorker();
        late.Gate.After = number => number == 1 ? Task.Delay(TimeSpan.FromSeconds(1.1)) : Task.CompletedTask;
        var first = await RunAsync(late);
        app.Settings["Ingest:ReconcileFor"] = "00:04:00";
        var second = await RunAsync(app.NewWorker());

        Assert.Equal((0, false), (first.Missed, first.IsWhole));
        Assert.Equal((3, true), (second.Missed, second.IsWhole));
    }

    [Fact]
    public async Task The_record_of_a_deleted_review_goes_after_a_month_and_a_new_file_of_its_name_counts()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("a.html", "film: Ember Road");
        await app.RemoveAsync("a.html");
        await app.Worker.SettleAsync("a.html");
        var generation = (await app.RecordAsync("a.html"))!.Generation;
        Assert.Equal(0, (await RunAsync(app.Worker)).Purged);

        app.Clock.Advance(TimeSpan.FromDays(31));
        var report = await RunAsync(app.Worker);

        Assert.Equal(1, report.Purged);
        Assert.Null(await app.RecordAsync("a.html"));
        await app.DropAsync("a.html", "film: Winter Ferry");
        Assert.True((await app.RecordAsync("a.html"))!.Generation > generation);
        Assert.Equal(
            Stored.Expected(new Dictionary<string, string> { ["a.html"] = "film: Winter Ferry" }), await Stored.ReadAsync(app));
    }

    [Fact]
    public async Task A_file_that_all_workers_died_of_takes_no_further_one_with_it()
    {
        await using var app = await TestApp.StartAsync(azurite, settings: new() { ["Ingest:MaxAttempts"] = "2" });
        await app.PutAsync("a.html", "film: Ember Road");
        await DieAsync(app, "a.html");
        await DieAsync(app, "a.html");

        Assert.Equal(IngestOutcome.Superseded, await app.Worker.SettleAsync("a.html"));
        Assert.Equal(2, (await app.RecordAsync("a.html"))!.Attempts);
        Assert.Equal(IngestOutcome.Ingested, await app.DropAsync("a.html", "film: Winter Ferry"));
    }

    [Fact]
    public async Task What_is_read_again_has_not_waited_since_its_file_came()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("a.html", "film: Ember Road");
        var first = (await app.RecordAsync("a.html"))!.FileSeenAt;
        app.Clock.Advance(TimeSpan.FromDays(90));

        await app.NewWorker(Pages.Reader with { Version = 99 }).SettleAsync("a.html");

        Assert.InRange((await app.RecordAsync("a.html"))!.FileSeenAt, first.AddDays(90), app.Clock.GetUtcNow());
    }

    private static async Task DieAsync(TestApp app, string name)
    {
        var dying = app.NewWorker();
        dying.Gate.Before = number => number >= 5 ? throw new CrashException() : Task.CompletedTask;
        await Assert.ThrowsAsync<CrashException>(() => dying.SettleAsync(name));
    }

    private static async Task SpoilAsync(TestApp app, string name, string property, string value)
    {
        var review = ReviewName.Parse(name);
        var row = new TableEntity(ReviewEntity.Partition(review), ReviewEntity.Row(review)) { [property] = value };
        await app.Storage.Reviews.UpdateEntityAsync(row, Azure.ETag.All, TableUpdateMode.Merge);
    }

    private static async Task HoldAsync(TaskCompletionSource held, TaskCompletionSource go)
    {
        held.TrySetResult();
        await go.Task;
    }

    private static (int Retried, int Failed) Counts(ReconciliationReport report) => (report.Retried, report.Failed);

    private static Task<ReconciliationReport> RunAsync(TestWorker worker) =>
        worker.Get<Reconciliation>().RunAsync(CancellationToken.None);
}
