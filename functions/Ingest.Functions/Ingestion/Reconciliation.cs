using System.Security.Cryptography;
using System.Text;
using Ingest.Functions.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Ingestion;

/// <summary>Finds reviews whose record does not say what their file says, and settles them.</summary>
/// <remarks>Triggers may miss files, and never see one deleted. This reads the records, then the names of all files, and
/// keeps about fifty bytes of each record in memory. Whatever it is mistaken about costs a look at the review, no more.</remarks>
internal sealed class Reconciliation(
    ReviewTable reviews,
    ReviewFiles files,
    ReviewIngestion ingestion,
    LateFilms late,
    Reader reader,
    IOptions<IngestOptions> options,
    TimeProvider time,
    ILogger<Reconciliation> logger)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    /// <summary>Runs once over everything.</summary>
    public async Task<ReconciliationReport> RunAsync(CancellationToken cancellationToken)
    {
        var known = await KnownAsync(cancellationToken);
        var report = new ReconciliationReport();
        await SettleAllAsync(FindStaleFilesAsync(known, report, cancellationToken), report, cancellationToken);
        if (known.Count > 0)
        {
            // What is still there has no file.
            await SettleAllAsync(FindOrphansAsync(known, cancellationToken), report, cancellationToken);
        }

        await late.RunAsync(cancellationToken);
        Log.Reconciled(
            logger,
            report.Files,
            report.Missed,
            report.Changed,
            report.Outdated,
            report.Retried,
            report.Retracted,
            report.Failed,
            report.Unusable);
        return report;
    }

    private async Task<Dictionary<UInt128, Known>> KnownAsync(CancellationToken cancellationToken)
    {
        var known = new Dictionary<UInt128, Known>();
        for (var shard = 0; shard < ReviewEntity.Shards; shard++)
        {
            await foreach (var record in reviews.ScanAsync(shard, cancellationToken))
            {
                if (record.Status != ReviewStatus.Deleted)
                {
                    known[Digest(record.Name.Value)] = new(Digest(record.BlobETag ?? ""), StateOf(record));
                }
            }
        }

        return known;
    }

    private State StateOf(ReviewRecord record)
    {
        var age = time.GetUtcNow() - record.ClaimedAt;
        return record.Status switch
        {
            ReviewStatus.Received when age <= options.Value.StuckAfter => State.Busy,
            ReviewStatus.Received or ReviewStatus.Failed when record.Attempts >= options.Value.MaxAttempts => State.GivenUp,
            ReviewStatus.Received => State.Due,
            ReviewStatus.Failed => age > Wait(record.Attempts) ? State.Due : State.GivenUp,
            _ => record.ReaderVersion == reader.Version ? State.Settled : State.Outdated,
        };
    }

    private static TimeSpan Wait(int attempts) =>
        attempts > 10 ? LongestWait : TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, FirstWait.Ticks << attempts));

    private async IAsyncEnumerable<Finding> FindStaleFilesAsync(
        Dictionary<UInt128, Known> known,
        ReconciliationReport report,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (name, listed) in files.ListAsync(cancellationToken))
        {
            report.Files++;
            report.Unusable += name.IsUsable ? 0 : 1;
            var etag = name.IsUsable ? listed : StoredFile.OutOfReach.ETag;
            if (!known.Remove(Digest(name.Value), out var record))
            {
                yield return new(name, etag, Repair.Missed);
            }
            else if (RepairOf(record, etag) is { } repair)
            {
                yield return new(name, etag, repair);
            }
        }
    }

    private static Repair? RepairOf(Known record, string etag) => record.State switch
    {
        State.Busy => null,
        _ when record.ETag != Digest(etag) => Repair.Changed,
        State.Outdated => Repair.Outdated,
        State.Due => Repair.Retried,
        _ => null,
    };

    private async IAsyncEnumerable<Finding> FindOrphansAsync(
        Dictionary<UInt128, Known> left,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var shard = 0; shard < ReviewEntity.Shards; shard++)
        {
            await foreach (var record in reviews.ScanAsync(shard, cancellationToken))
            {
                if (left.TryGetValue(Digest(record.Name.Value), out var known)
                    && known.State != State.Busy
                    && record.Status != ReviewStatus.Deleted)
                {
                    yield return new(record.Name, null, Repair.Retracted);
                }
            }
        }
    }

    private Task SettleAllAsync(
        IAsyncEnumerable<Finding> findings, ReconciliationReport report, CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = options.Value.ReviewsAtOnce,
            CancellationToken = cancellationToken,
        };
        return Parallel.ForEachAsync(findings, parallel, async (finding, token) =>
        {
            try
            {
                // A file that the listing lacked may have come since: that one is looked for again.
                var outcome = finding.ETag is null
                    ? await ingestion.SettleAsync(finding.Name, token)
                    : await ingestion.SettleAsync(finding.Name, finding.ETag, token);
                if (outcome is not (IngestOutcome.Unchanged or IngestOutcome.Unknown or IngestOutcome.Superseded))
                {
                    report.Add(finding.Repair);
                }
            }
            catch (Exception reason) when (!token.IsCancellationRequested)
            {
                // Recorded with the review, and tried again by a later run; the others are not kept waiting.
                report.AddFailure();
                Log.NotReconciled(logger, reason, finding.Name.Value);
            }
        });
    }

    // Half a SHA-256: no two of any number of names share one, and it takes sixteen bytes, however long the name.
    private static UInt128 Digest(string text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return new UInt128(BitConverter.ToUInt64(hash, 0), BitConverter.ToUInt64(hash, 8));
    }

    private enum State : byte
    {
        Settled,
        Outdated,
        Busy,
        Due,
        GivenUp,
    }

    private readonly record struct Known(UInt128 ETag, State State);

    private sealed record Finding(ReviewName Name, string? ETag, Repair Repair);
}
