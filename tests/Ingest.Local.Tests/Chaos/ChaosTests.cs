using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Ingest.Chaos;
using Ingest.Chaos.Faults;

namespace Ingest.Local.Tests.Chaos;

/// <summary>The short form of <c>bench chaos</c>.</summary>
/// <remarks><c>INGEST_TEST_SEED</c> repeats a printed seed, as far as processes let it.</remarks>
public sealed class ChaosTests(ITestOutputHelper output)
{
    private static readonly int Seed =
        int.TryParse(Environment.GetEnvironmentVariable("INGEST_TEST_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : Random.Shared.Next();

    [Fact]
    public async Task Nothing_is_lost_duplicated_or_left_behind_though_storage_fails_and_the_app_is_killed()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var options = new ChaosOptions { Reviews = 50, Kills = 3, Seed = Seed, ReconcilesBetween = false, Patience = TimeSpan.FromMinutes(3) };
        await using var run = await ChaosRun.PrepareAsync(options, TextWriter.Null, cancellation);

        var report = await run.RunAsync(cancellation);

        Array.ForEach([.. report.Lines()], output.WriteLine);
        Assert.True(report.IsFine, string.Join('\n', report.Lines()));
        Assert.Equal(options.Kills, report.Kills);
        Assert.InRange(report.Counts.Faults, 50, report.Counts.Requests / 5);
        Assert.InRange(report.Unnoticed, 1, report.Repaired);

        await What_is_done_behind_the_apps_back_is_seen(run, cancellation);
    }

    [Fact]
    public async Task A_storage_that_loses_what_it_said_it_had_written_is_found_out()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var options = new ChaosOptions { Reviews = 15, Kills = 0, Seed = Seed, Faults = 0, Swallows = true };
        await using var run = await ChaosRun.PrepareAsync(options, TextWriter.Null, cancellation);

        var report = await run.RunAsync(cancellation);

        Assert.InRange(report.Difference.Lost.Count, 1, report.Counts.Of(FaultKind.Swallowed));
        Assert.All(report.Difference.Lost, line => Assert.StartsWith("reading ", line, StringComparison.Ordinal));
        Assert.False(report.IsFine);
        Assert.Contains($"Something is wrong; repeat it with the seed {options.Seed}.", report.Lines());
    }

    // The comparison finds what it is there to find.
    private static async Task What_is_done_behind_the_apps_back_is_seen(ChaosRun run, CancellationToken cancellation)
    {
        var evidence = await FirstAsync(
            run.Stored.Evidence.QueryAsync<TableEntity>(cancellationToken: cancellation),
            row => row.GetString("Review") is not null && row.Any(column => column.Value is byte[]));
        await run.Stored.Evidence.DeleteEntityAsync(evidence.PartitionKey, evidence.RowKey, cancellationToken: cancellation);
        var lost = await run.CompareAsync(cancellation);
        Assert.Equal((1, 0, 0), (lost.Lost.Count, lost.Duplicated.Count, lost.Orphans.Count));
        Assert.StartsWith($"evidence {evidence.PartitionKey} {evidence.GetString("Review")} ", Assert.Single(lost.Lost), StringComparison.Ordinal);
        evidence.Remove("odata.etag");
        await run.Stored.Evidence.AddEntityAsync(evidence, cancellation);
        Assert.True((await run.CompareAsync(cancellation)).IsNone);

        var reading = await FirstAsync<BlobItem>(run.Stored.Articles.GetBlobsAsync(cancellationToken: cancellation), _ => true);
        await run.Stored.Articles.UploadBlobAsync(reading.Name.Replace(".json", "-2.json", StringComparison.Ordinal), new BinaryData("{}"), cancellation);
        await run.Stored.Articles.UploadBlobAsync("nobody/reading.json", new BinaryData("{}"), cancellation);
        var more = await run.CompareAsync(cancellation);
        Assert.Equal((0, 1, 1), (more.Lost.Count, more.Duplicated.Count, more.Orphans.Count));
    }

    private static async Task<T> FirstAsync<T>(IAsyncEnumerable<T> items, Func<T, bool> wanted)
    {
        await foreach (var item in items)
        {
            if (wanted(item))
            {
                return item;
            }
        }

        throw new InvalidOperationException("There is none.");
    }
}
