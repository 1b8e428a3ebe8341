using System.Diagnostics;
using Azure.Data.Tables;
using Ingest.Functions.Ingestion;

namespace Ingest.Functions.Tests.Ingestion;

/// <summary>All reviews read again: by a later version of the app, by an earlier one, and where all but the files was lost.</summary>
public sealed class ReplayTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    private static readonly Dictionary<string, string?> Quick = new() { ["Ingest:ReviewsAtOnce"] = "16", ["Ingest:ReconcileFor"] = "00:00:03" };

    [Fact]
    public async Task While_all_reviews_are_read_again_and_again_on_roll_back_every_profile_is_whole()
    {
        await using var app = await TestApp.StartAsync(azurite, TwoVersions.Old, Quick);
        await Parallel.ForEachAsync(TwoVersions.Files, async (file, _) => await app.PutAsync(file.Key, file.Value));
        await RunAsync("ingested", app, TwoVersions.Old);
        var before = await Stored.ReadAsync(app);
        var watch = new ProfileWatch(app);
        List<string> after = [];
        List<int> versions = [];

        await watch.WhileAsync(async () =>
        {
            var replay = await RunAsync("read again", app, TwoVersions.New);
            Assert.Equal((TwoVersions.Reviews, 0, 0), (replay.Sum(run => run.Outdated), replay.Sum(run => run.Failed), replay[^1].Reviews.Outdated));
            after = await Stored.ReadAsync(app);
            versions = await VersionsAsync(app);
        });
        await watch.WhileAsync(() => RunAsync("rolled back", app, TwoVersions.Old));

        output.WriteLine($"{watch.Asked} profiles and {watch.Exports} exports of all {TwoVersions.Films} were asked for meanwhile");
        Assert.True(watch is { Asked: > 0, Exports: > 0 });
        Assert.Equal(Stored.Expected(TwoVersions.Files, TwoVersions.Old), before);
        Assert.Equal(Stored.Expected(TwoVersions.Files, TwoVersions.New), after);
        Assert.Equal([2], versions);
        Assert.Equal(before, await Stored.ReadAsync(app));
        Assert.Equal([1], await VersionsAsync(app));
    }

    [Fact]
    public async Task Two_versions_that_reconcile_at_once_leave_what_the_last_one_reads()
    {
        await using var app = await TestApp.StartAsync(azurite, TwoVersions.Old, Quick);
        var files = TwoVersions.Files.Take(40).ToDictionary();
        await Parallel.ForEachAsync(files, async (file, _) => await app.PutAsync(file.Key, file.Value));

        await Task.WhenAll(RunAsync("old", app, TwoVersions.Old), RunAsync("new", app, TwoVersions.New));
        await RunAsync("new again", app, TwoVersions.New);

        Assert.Equal(Stored.Expected(files, TwoVersions.New), await Stored.ReadAsync(app));
        Assert.Equal([2], await VersionsAsync(app));
    }

    [Fact]
    public async Task Where_only_the_files_are_left_everything_is_made_anew()
    {
        await using var app = await TestApp.StartAsync(azurite, TwoVersions.Old, Quick);
        var files = TwoVersions.Files.Take(40).ToDictionary();
        await Parallel.ForEachAsync(files, async (file, _) => await app.PutAsync(file.Key, file.Value));
        await RunAsync("ingested", app, TwoVersions.Old);
        foreach (var table in new[] { app.Storage.Reviews, app.Storage.Evidence, app.Storage.Films, app.Storage.Titles, app.Storage.State })
        {
            await table.DeleteAsync();
        }

        await app.Storage.Articles.DeleteAsync();
        await app.Storage.CreateAsync(CancellationToken.None);

        var runs = await RunAsync("made anew", app, TwoVersions.Old);

        Assert.Equal(files.Count, runs.Sum(run => run.Missed));
        Assert.Equal(Stored.Expected(files, TwoVersions.Old), await Stored.ReadAsync(app));
    }

    // Runs until one has come to everything.
    private async Task<List<ReconciliationReport>> RunAsync(string what, TestApp app, Reader reader)
    {
        var worker = app.NewWorker(reader);
        var began = Stopwatch.GetTimestamp();
        List<ReconciliationReport> runs = [];
        do
        {
            runs.Add(await worker.Get<Reconciliation>().RunAsync(CancellationToken.None));
        }
        while (!runs[^1].IsWhole);
        var (settled, seconds) = (runs.Sum(run => run.Missed + run.Outdated), Stopwatch.GetElapsedTime(began).TotalSeconds);
        output.WriteLine(
            $"{what}: {settled} reviews in {seconds:0.0} s and {runs.Count} runs, {settled / seconds:0} a second, {(double)worker.Gate.Count / settled:0.0} requests each");
        return runs;
    }

    private static async Task<List<int>> VersionsAsync(TestApp app)
    {
        var versions = new SortedSet<int>();
        await foreach (var row in app.Storage.Reviews.QueryAsync<TableEntity>())
        {
            versions.Add(row.GetInt32("ReaderVersion") ?? 0);
        }

        return [.. versions];
    }
}
