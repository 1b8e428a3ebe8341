using System.Collections.Concurrent;
using Ingest.Functions.Ingestion;

namespace Ingest.Functions.Tests.Ingestion;

/// <summary>A worker dies at every single request of an ingestion in turn; the next one ends where it would have.</summary>
public sealed class CrashTests(AzuriteFixture azurite)
{
    private const int MostRequests = 200;

    [Theory]
    [InlineData("a new review", false, true, false)]
    [InlineData("a new review, answers lost", false, true, true)]
    [InlineData("a replaced review", true, true, false)]
    [InlineData("a replaced review, answers lost", true, true, true)]
    [InlineData("a deleted review", true, false, false)]
    [InlineData("a deleted review, answers lost", true, false, true)]
    public async Task Whatever_request_a_worker_dies_at_the_next_one_finishes_its_work(
        string scenario, bool hasBefore, bool hasAfter, bool isAnswerLost)
    {
        await using var app = await TestApp.StartAsync(azurite);
        var files = new ConcurrentDictionary<string, string>();

        // One review of films of its own for each request to die at.
        var died = true;
        for (var at = 1; died && at < MostRequests; at++)
        {
            var name = $"{at}.html";
            var other = $"{at} other.html";
            files[other] = $"film: Zweite Sage {at}\nyear: 2001";
            await app.DropAsync(other, files[other]);
            if (hasBefore)
            {
                await app.DropAsync(name, $"film: Old Tale {at}\nyear: 1999\ncast: Bo Lind as Reed\nmention: Both {at}\naka: Beide {at}");
            }

            // It joins the other review's film, which has its place in another group until then.
            var after = $"film: New Tale {at}\naka: Zweite Sage {at}\nyear: 2001\ndirector: Ada Quill\nmention: Both {at}";
            await (hasAfter ? app.PutAsync(name, after) : app.RemoveAsync(name));
            died = await DieAsync(app, name, at, isAnswerLost);

            // Whoever has begun to write a film's rows is given a few seconds.
            app.Clock.Advance(TimeSpan.FromSeconds(11));
            await app.Worker.SettleAsync(name);
            if (hasAfter)
            {
                files[name] = after;
            }
        }

        Assert.False(died, $"{scenario}: an ingestion takes more requests than this test reckons with.");
        Assert.Equal(Stored.Expected(files), await Stored.ReadAsync(app));
    }

    [Fact]
    public async Task A_failure_that_passes_is_recorded_and_thrown_and_made_good_by_the_next_attempt()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.PutAsync("a.html", "film: Ember Road");
        var worker = app.NewWorker();
        worker.Gate.Before = number => number == 5 ? throw new CrashException() : Task.CompletedTask;

        await Assert.ThrowsAsync<CrashException>(() => worker.SettleAsync("a.html"));

        var failed = await app.RecordAsync("a.html");
        Assert.Equal((ReviewStatus.Failed, "unexpected", 1), (failed!.Status, failed.Reason, failed.Attempts));
        Assert.Equal(IngestOutcome.Ingested, await worker.SettleAsync("a.html"));
        var ingested = await app.RecordAsync("a.html");
        Assert.Equal((ReviewStatus.Ingested, null, 2), (ingested!.Status, ingested.Reason, ingested.Attempts));
    }

    private static async Task<bool> DieAsync(TestApp app, string name, int at, bool isAnswerLost)
    {
        await using var worker = app.NewWorker();
        var isDead = false;
        Task Die(int number)
        {
            isDead |= number >= at;
            return isDead ? throw new CrashException() : Task.CompletedTask;
        }

        if (isAnswerLost)
        {
            worker.Gate.Before = _ => isDead ? throw new CrashException() : Task.CompletedTask;
            worker.Gate.After = Die;
        }
        else
        {
            worker.Gate.Before = Die;
        }

        try
        {
            await worker.SettleAsync(name);
            return false;
        }
        catch (CrashException)
        {
            return true;
        }
    }
}
