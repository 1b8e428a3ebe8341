using Ingest.Functions.Ingestion;

namespace Ingest.Functions.Tests.Ingestion;

/// <summary>A worker that is stopped hands back what it was at.</summary>
public sealed class HandBackTests(AzuriteFixture azurite)
{
    private const int MostRequests = 100;

    [Fact]
    public async Task Whatever_request_a_worker_is_stopped_at_the_review_is_due_at_once_or_done()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var files = new Dictionary<string, string>();
        var wasStopped = true;
        for (var at = 1; wasStopped && at < MostRequests; at++)
        {
            var name = $"{at}.html";
            files[name] = $"film: Ember Road {at}\nyear: 1999";
            await app.PutAsync(name, files[name]);

            wasStopped = await StopAsync(app, name, at);

            var record = await app.RecordAsync(name);
            Assert.True(
                record is null or { Status: ReviewStatus.Ingested }
                    or { Status: ReviewStatus.Received, Attempts: 0, NextAttemptAt: not null },
                $"Stopped at request {at}: {record}");
        }

        Assert.False(wasStopped, "An ingestion takes more requests than this test reckons with.");

        // No clock is moved: nothing waits until it counts as stuck. Whoever began to write a film's rows is let finish.
        var report = await app.Worker.Get<Reconciliation>().RunAsync(CancellationToken.None);
        Assert.Equal(0, report.Failed);
        Assert.Equal(Stored.Expected(files), await Stored.ReadAsync(app));
    }

    [Fact]
    public async Task Work_that_is_stopped_again_and_again_counts_as_failed_at_last()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.PutAsync("a.html", "film: Ember Road");
        for (var time = 0; time < 5; time++)
        {
            await StopAsync(app, "a.html", 4);
            var record = await app.RecordAsync("a.html");
            Assert.Equal((ReviewStatus.Received, 0, time + 1), (record!.Status, record.Attempts, record.HandBacks));
        }

        await StopAsync(app, "a.html", 4);

        var failed = await app.RecordAsync("a.html");
        Assert.Equal((ReviewStatus.Failed, "interrupted", 1), (failed!.Status, failed.Reason, failed.Attempts));
        Assert.NotNull(failed.NextAttemptAt);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, (await app.Worker.Get<Reconciliation>().RunAsync(CancellationToken.None)).Retried);
    }

    [Fact]
    public async Task Where_storage_does_not_answer_stopping_takes_a_moment_and_the_review_counts_as_stuck_later()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.PutAsync("a.html", "film: Ember Road");
        var worker = app.NewWorker();
        using var stop = new CancellationTokenSource();
        worker.Gate.Before = async number =>
        {
            if (number >= 4)
            {
                await stop.CancelAsync();
                await Task.Delay(TimeSpan.FromSeconds(number == 4 ? 0 : 3));
                throw new IOException("made up");
            }
        };

        var stopped = worker.Get<ReviewIngestion>().SettleAsync(ReviewName.Parse("a.html"), stop.Token);
        await Assert.ThrowsAnyAsync<Exception>(() => stopped.WaitAsync(TimeSpan.FromSeconds(30)));

        Assert.Equal((ReviewStatus.Received, null), ((await app.RecordAsync("a.html"))!.Status, (await app.RecordAsync("a.html"))!.NextAttemptAt));
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(1, (await app.Worker.Get<Reconciliation>().RunAsync(CancellationToken.None)).Retried);
    }

    // Whether it came that far.
    private static async Task<bool> StopAsync(TestApp app, string name, int at)
    {
        var worker = app.NewWorker();
        using var stop = new CancellationTokenSource();
        worker.Gate.Before = number => number == at ? stop.CancelAsync() : Task.CompletedTask;
        try
        {
            await worker.Get<ReviewIngestion>().SettleAsync(ReviewName.Parse(name), stop.Token);
            return stop.IsCancellationRequested;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }
}
