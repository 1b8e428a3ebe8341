using Ingest.Functions.Ingestion;

namespace Ingest.Functions.Tests.Ingestion;

/// <summary>A worker is held at every single request in turn, while the review is replaced and another worker ingests it.</summary>
public sealed class StaleWorkerTests(AzuriteFixture azurite)
{
    private const int MostRequests = 200;

    [Theory]
    [InlineData("replaced")]
    [InlineData("deleted")]
    public async Task A_worker_that_comes_late_changes_nothing_that_a_later_one_wrote(string meanwhile)
    {
        await using var app = await TestApp.StartAsync(azurite);
        var files = new Dictionary<string, string>();
        var wasHeld = true;
        for (var at = 1; wasHeld && at < MostRequests; at++)
        {
            var name = $"{at}.html";
            var other = $"{at} other.html";
            files[other] = $"film: Zweite Sage {at}\nyear: 1999";
            await app.DropAsync(other, files[other]);
            await app.PutAsync(name, $"film: Old Tale {at}\naka: Zweite Sage {at}\nyear: 1999\ncast: Bo Lind as Reed\nmention: Both {at}");
            await using var late = app.NewWorker();
            var (held, go) = Hold(late, at);
            var work = late.SettleAsync(name);
            wasHeld = await Task.WhenAny(held, work) == held;
            app.Clock.Advance(TimeSpan.FromSeconds(11));
            if (meanwhile == "replaced")
            {
                files[name] = $"film: New Tale {at}\ndirector: Ada Quill\nmention: Both {at}";
                await app.DropAsync(name, files[name]);
            }
            else
            {
                await app.RemoveAsync(name);
                await app.Worker.SettleAsync(name);
            }

            go.SetResult();
            await work;
        }

        Assert.False(wasHeld, "An ingestion takes more requests than this test reckons with.");
        Assert.Equal(Stored.Expected(files), await Stored.ReadAsync(app));
    }

    [Fact]
    public async Task Two_reviews_of_one_film_that_meet_at_any_request_both_count()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var files = new Dictionary<string, string>();
        var wasHeld = true;
        for (var at = 1; wasHeld && at < MostRequests; at++)
        {
            files[$"{at} one.html"] = $"film: Tale {at}\ncast: Bo Lind as Reed";
            files[$"{at} two.html"] = $"film: Tale {at}\nyear: 1999\ndirector: Ada Quill";
            await app.PutAsync($"{at} one.html", files[$"{at} one.html"]);
            await using var late = app.NewWorker();
            var (held, go) = Hold(late, at);
            var work = late.SettleAsync($"{at} one.html");
            wasHeld = await Task.WhenAny(held, work) == held;
            app.Clock.Advance(TimeSpan.FromSeconds(11));
            await app.DropAsync($"{at} two.html", files[$"{at} two.html"]);
            go.SetResult();
            Assert.Equal(IngestOutcome.Ingested, await work);
        }

        Assert.False(wasHeld, "An ingestion takes more requests than this test reckons with.");
        Assert.Equal(Stored.Expected(files), await Stored.ReadAsync(app));
    }

    private static (Task Held, TaskCompletionSource Go) Hold(TestWorker worker, int at)
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        worker.Gate.Before = number =>
        {
            if (number != at)
            {
                return Task.CompletedTask;
            }

            held.SetResult();
            return go.Task;
        };
        return (held.Task, go);
    }
}
