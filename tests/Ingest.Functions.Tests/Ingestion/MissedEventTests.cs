using Ingest.Functions.Ingestion;
using Ingest.Functions.Tests.Web;
using Ingest.Functions.Triggers;

namespace Ingest.Functions.Tests.Ingestion;

/// <summary>Files dropped, replaced and deleted while events are swallowed.</summary>
public sealed class MissedEventTests(AzuriteFixture azurite)
{
    private const int Count = 300;

    [Theory]
    [InlineData(1.0, 0)]
    [InlineData(0.4, 1)]
    public async Task One_reconciliation_makes_good_whatever_was_swallowed_and_health_tells_how_much(double swallowed, int seed)
    {
        await using var app = await TestApp.StartAsync(azurite, settings: new() { ["Ingest:ReviewsAtOnce"] = "16" });
        var random = new Random(seed);
        var files = new Dictionary<string, string>();
        var noticed = new HashSet<string>();
        for (var number = 0; number < Count; number++)
        {
            files[$"{number}.html"] = number % 10 == 0
                ? $"nothing of films, {number}"
                : $"film: Ember Road {number / 6}\nyear: 1999";
            if (random.NextDouble() >= swallowed)
            {
                noticed.Add($"{number}.html");
            }
        }

        await Parallel.ForEachAsync(files, async (file, _) =>
        {
            await app.PutAsync(file.Key, file.Value);
            if (noticed.Contains(file.Key))
            {
                await app.Worker.SettleAsync(file.Key);
            }
        });

        // What triggers had noticed is replaced, and deleted, behind their backs.
        var known = noticed.Order(StringComparer.Ordinal).ToList();
        var (changed, deleted) = (known.Take(20).ToList(), known.Skip(20).Take(10).ToList());
        foreach (var name in changed)
        {
            files[name] = $"film: Winter Ferry\ncast: Ada Quill as Nora\nmention: {name[..^5]}";
            await app.PutAsync(name, files[name]);
        }

        foreach (var name in deleted)
        {
            files.Remove(name);
            await app.RemoveAsync(name);
        }

        var report = await app.Worker.Get<Reconciliation>().RunAsync(CancellationToken.None);

        Assert.Equal(
            (files.Count, Count - noticed.Count, changed.Count, deleted.Count, 0, true),
            (report.Files, report.Missed, report.Changed, report.Retracted, report.Failed, report.IsWhole));
        Assert.Equal(Stored.Expected(files), await Stored.ReadAsync(app));
        var request = Requests.Get("/api/health");
        var health = (await app.NewWorker().Functions<HealthFunctions>().Get(request, CancellationToken.None).AnswerAsync(request)).Json;
        var total = health.GetProperty("reconciliation").GetProperty("total");
        Assert.Equal(
            (1, Count - noticed.Count, changed.Count, deleted.Count),
            (total.GetProperty("runs").GetInt32(), total.GetProperty("missed").GetInt32(), total.GetProperty("changed").GetInt32(), total.GetProperty("retracted").GetInt32()));
        var reviews = health.GetProperty("reviews");
        Assert.Equal(files.Count, reviews.GetProperty("ingested").GetInt32() + reviews.GetProperty("rejected").GetInt32());
        Assert.Equal((0, 0), (reviews.GetProperty("received").GetInt32(), reviews.GetProperty("failed").GetInt32()));
    }
}
