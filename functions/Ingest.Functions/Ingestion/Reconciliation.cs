using System.Runtime.CompilerServices;
using Ingest.Functions.Storage;
using Ingest.Functions.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Ingestion;

/// <summary>Finds reviews whose record does not say what their file says, and settles them.</summary>
/// <remarks>Triggers may miss files, and never see one deleted. This reads the records, then the names of all files.
/// Whatever it is mistaken about costs a look at the review, no more. What goes wrong with one review, or with one part of
/// the work, is logged and counted, and the rest is seen to all the same.</remarks>
internal sealed class Reconciliation(
    ReviewTable reviews,
    ReviewFiles files,
    ReviewIngestion ingestion,
    ReviewFailures failures,
    ReviewSchedule schedule,
    LateFilms late,
    ReconciliationTable table,
    IOptions<IngestOptions> options,
    TimeProvider time,
    IngestTelemetry telemetry,
    ILogger<Reconciliation> logger)
{
    // Far more than one interval's share of those that are deleted; the rest is for the next runs.
    private const int MostPurged = 1000;

    /// <summary>Runs once over everything.</summary>
    public async Task<ReconciliationReport> RunAsync(CancellationToken cancellationToken)
    {
        var run = new Run(new() { At = time.GetUtcNow() }, time.GetTimestamp(), new(schedule));
        var (report, tally, deleted) = (run.Report, new ReviewTally(schedule), new List<ReviewName>());
        await ReadRecordsAsync(run, tally, deleted, cancellationToken);
        var counted = tally.ToCounts(report.IsWhole);
        await SettleAllAsync(run, FindStaleFilesAsync(run, cancellationToken), cancellationToken);
        if (!run.IsCutShort && run.Known.HasOrphans)
        {
            await SettleAllAsync(run, FindOrphansAsync(run, cancellationToken), cancellationToken);
        }

        if (!run.IsCutShort && run.Known.HasOutdated)
        {
            // After everything else: a new reader may have all reviews to read again, which takes many runs.
            await SettleAllAsync(run, FindOutdatedAsync(run, cancellationToken), cancellationToken);
        }

        await PurgeAsync(run, deleted, cancellationToken);
        await TryAsync(run, "late films", () => late.RunAsync(Left(run), cancellationToken), cancellationToken);
        report.Reviews = counted;
        if (report.HasWorked)
        {
            await TryAsync(run, "counts", async () => report.Reviews = await CountAsync(cancellationToken), cancellationToken);
        }

        report.Duration = time.GetElapsedTime(run.Began);
        await TryAsync(run, "report", () => table.AddAsync(report.ToRun(), cancellationToken), cancellationToken);
        telemetry.Reconciled(report);
        return report;
    }

    // All shards at once: a run's time is to be for repairs, however many records there are.
    private Task ReadRecordsAsync(Run run, ReviewTally tally, List<ReviewName> deleted, CancellationToken cancellationToken)
    {
        var entry = new Lock();
        return Task.WhenAll(Enumerable.Range(0, ReviewEntity.Shards).Select(async shard =>
        {
            var isRead = await TryAsync(
                run, "records", () => ReadShardAsync(shard, run.Known, tally, deleted, entry, cancellationToken), cancellationToken);
            if (!isRead)
            {
                lock (entry)
                {
                    run.Known.AddUnknown(shard);
                }
            }
        }));
    }

    private async Task ReadShardAsync(
        int shard, KnownReviews known, ReviewTally tally, List<ReviewName> deleted, Lock entry, CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - options.Value.KeepDeletedFor;
        await foreach (var (row, record) in reviews.ScanAsync(shard, cancellationToken))
        {
            lock (entry)
            {
                tally.Add(record);
                known.Add(row, record);
                if (record is { Status: ReviewStatus.Deleted } && record.SettledAt < before && deleted.Count < MostPurged)
                {
                    deleted.Add(record.Name);
                }
            }
        }
    }

    private async IAsyncEnumerable<Finding> FindStaleFilesAsync(
        Run run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (name, listed) in files.ListAsync(cancellationToken))
        {
            run.Report.Files++;
            run.Report.Unusable += name.IsUsable ? 0 : 1;
            if (run.Known.Take(name, name.IsUsable ? listed : StoredFile.OutOfReach.ETag) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private async IAsyncEnumerable<Finding> FindOrphansAsync(
        Run run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var shard = 0; shard < ReviewEntity.Shards; shard++)
        {
            // Of one that broke off, what was read was never compared with the files.
            if (run.Known.IsUnknown(shard))
            {
                continue;
            }

            await foreach (var (_, record) in reviews.ScanAsync(shard, cancellationToken))
            {
                if (record is not null && run.Known.IsOrphan(record))
                {
                    yield return new(record.Name, null, Repair.Retracted);
                }
            }
        }
    }

    private async IAsyncEnumerable<Finding> FindOutdatedAsync(
        Run run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (name, etag) in run.Known.FirstOutdated)
        {
            if (run.Known.TakeOutdated(name, etag) is { } finding)
            {
                yield return finding;
            }
        }

        if (!run.Known.HasOutdated)
        {
            yield break;
        }

        await foreach (var (name, listed) in files.ListAsync(cancellationToken))
        {
            if (run.Known.TakeOutdated(name, name.IsUsable ? listed : StoredFile.OutOfReach.ETag) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private Task SettleAllAsync(Run run, IAsyncEnumerable<Finding> findings, CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = options.Value.ReviewsAtOnce,
            CancellationToken = cancellationToken,
        };
        return Parallel.ForEachAsync(WithinReachAsync(run, findings, cancellationToken), parallel, async (finding, token) =>
        {
            try
            {
                await SettleAsync(run.Report, finding, token);
            }
            catch (Exception reason) when (!token.IsCancellationRequested)
            {
                // Recorded with the review, and tried again by a later run; the others are not kept waiting.
                run.Report.AddFailure();
                Log.NotReconciled(logger, reason, finding.Name.Value);
            }
        });
    }

    private async Task SettleAsync(ReconciliationReport report, Finding finding, CancellationToken cancellationToken)
    {
        if (finding.Repair is not { } repair)
        {
            if (await failures.GiveUpAsync(finding.Name, cancellationToken))
            {
                report.AddFailure();
            }

            return;
        }

        // A file that the listing lacked may have come since: that one is looked for again.
        var etag = finding.ETag is null && finding.Name.IsUsable ? await files.ETagAsync(finding.Name, cancellationToken) : finding.ETag;
        switch (await ingestion.SettleAsync(finding.Name, etag, takesOver: false, cancellationToken))
        {
            case IngestOutcome.Ingested or IngestOutcome.Rejected or IngestOutcome.Retracted:
                report.Add(repair);
                break;
            case IngestOutcome.Failed:
                report.AddFailure();
                break;
        }
    }

    // Up to the end, a failure or the end of the run's time. Whoever is at a finding already is let finish.
    private async IAsyncEnumerable<Finding> WithinReachAsync(
        Run run, IAsyncEnumerable<Finding> findings, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var each = findings.GetAsyncEnumerator(cancellationToken);
        var hasNext = true;
        while (hasNext && !run.IsCutShort)
        {
            var isRead = await TryAsync(run, "listing", async () => hasNext = await each.MoveNextAsync(), cancellationToken);
            run.IsCutShort = !isRead || (hasNext && Left(run) <= TimeSpan.Zero);
            if (hasNext && !run.IsCutShort)
            {
                yield return each.Current;
            }
        }

        run.Report.IsWhole &= !run.IsCutShort;
    }

    private async Task PurgeAsync(Run run, List<ReviewName> deleted, CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - options.Value.KeepDeletedFor;
        foreach (var name in deleted.TakeWhile(_ => Left(run) > TimeSpan.Zero))
        {
            await TryAsync(
                run,
                "a deleted review",
                async () => run.Report.Purged += await reviews.PurgeAsync(name, before, cancellationToken) ? 1 : 0,
                cancellationToken);
        }
    }

    private async Task<ReviewCounts> CountAsync(CancellationToken cancellationToken)
    {
        var (tally, entry) = (new ReviewTally(schedule), new Lock());
        await Task.WhenAll(Enumerable.Range(0, ReviewEntity.Shards).Select(async shard =>
        {
            await foreach (var (_, record) in reviews.ScanAsync(shard, cancellationToken))
            {
                lock (entry)
                {
                    tally.Add(record);
                }
            }
        }));
        return tally.ToCounts(isWhole: true);
    }

    private TimeSpan Left(Run run) => options.Value.ReconcileFor - time.GetElapsedTime(run.Began);

    // Whether a part of the run went well.
    private async Task<bool> TryAsync(Run run, string part, Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception reason) when (!cancellationToken.IsCancellationRequested)
        {
            run.Report.IsWhole = false;
            Log.ReconciliationPartFailed(logger, reason, part);
            return false;
        }
    }

    private sealed record Run(ReconciliationReport Report, long Began, KnownReviews Known)
    {
        /// <summary>Whether it ended before it had come to everything: for lack of time, or of answers.</summary>
        public bool IsCutShort { get; set; }
    }
}
