using System.Collections.Immutable;
using System.Diagnostics;
using Ingest.Core;
using Ingest.Core.Films;
using Ingest.Functions.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Ingestion;

/// <summary>Brings what is stored of a review in line with its file: ingests it, rejects it, or retracts it.</summary>
/// <remarks>
/// Every step can be repeated, and whatever step a worker stops at, the next run ends where a run without a stop would have:
/// the record says what may have been written before it is written (<see cref="ReviewRecord.Groups"/>,
/// <see cref="ReviewRecord.Readings"/>) and is completed last.
/// </remarks>
internal sealed class ReviewIngestion(
    ReviewClaims claims,
    ReviewFiles files,
    ReadingBlobs readings,
    ReviewEvidence evidence,
    ReviewFailures failures,
    Reader reader,
    IOptions<IngestOptions> options,
    TimeProvider time,
    ILogger<ReviewIngestion> logger)
{
    /// <summary>Settles the review of a file that a trigger noticed.</summary>
    public async Task SettleDroppedAsync(string blobName, CancellationToken cancellationToken)
    {
        var name = ReviewName.Listed(blobName);
        if (name.IsUsable)
        {
            await SettleAsync(name, cancellationToken);
        }
        else
        {
            await SettleAsync(name, StoredFile.OutOfReach.ETag, cancellationToken);
        }
    }

    /// <summary>Settles a review by the file that is there now; one without a usable name as one whose file is gone, which
    /// only a listing can tell.</summary>
    /// <inheritdoc cref="SettleAsync(ReviewName, string?, CancellationToken)"/>
    public async Task<IngestOutcome> SettleAsync(ReviewName name, CancellationToken cancellationToken) =>
        await SettleAsync(name, name.IsUsable ? await files.ETagAsync(name, cancellationToken) : null, cancellationToken);

    /// <summary>Settles a review. What fails is recorded, and thrown, so that the host tries again.</summary>
    /// <param name="name">The review.</param>
    /// <param name="seen">The present ETag of its file, or that of <see cref="StoredFile.OutOfReach"/>; null when it has none.</param>
    /// <param name="cancellationToken">Stops it at a point from which it can be repeated.</param>
    public async Task<IngestOutcome> SettleAsync(ReviewName name, string? seen, CancellationToken cancellationToken)
    {
        var (claim, otherwise) = await claims.TakeAsync(name, seen, cancellationToken);
        if (claim is null)
        {
            return otherwise;
        }

        try
        {
            var outcome = await SettleAsync(claim, cancellationToken);
            if (outcome == IngestOutcome.Superseded)
            {
                Log.ReviewSuperseded(logger, name.Value);
            }

            return outcome;
        }
        catch (Exception reason) when (!cancellationToken.IsCancellationRequested)
        {
            await failures.RecordAsync(claim, reason, cancellationToken);
            throw;
        }
    }

    private async Task<IngestOutcome> SettleAsync(ReviewClaim claim, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var record = claim.Record;
        CrashPoint.Pass(CrashPoint.Claimed);
        var file = record.Name.IsUsable
            ? await files.ReadAsync(record.Name, options.Value.MaxFileBytes, cancellationToken)
            : record.BlobETag is null ? null : StoredFile.OutOfReach;
        if (file?.Content is not null
            && record.Settled == ReviewStatus.Ingested
            && record.ContentHash == file.Hash
            && record.ReaderVersion == reader.Version)
        {
            file.Share!.Dispose();
            return await ConfirmAsync(claim, file, cancellationToken);
        }

        var verdict = await JudgeAsync(record.Name, file, cancellationToken);
        file = file is null ? null : file with { Content = null };
        CrashPoint.Pass(CrashPoint.Judged);
        return await ApplyAsync(claim, file, verdict, cancellationToken)
            ? Report(record, verdict, clock.ElapsedMilliseconds)
            : IngestOutcome.Superseded;
    }

    // The same bytes again: nothing but the record's view of the file changes.
    private async Task<IngestOutcome> ConfirmAsync(
        ReviewClaim claim, StoredFile file, CancellationToken cancellationToken)
    {
        var confirmed = claim.Record with
        {
            Status = ReviewStatus.Ingested,
            Reason = null,
            Advice = null,
            BlobETag = file.ETag,
        };
        if (!await claim.WriteAsync(confirmed, cancellationToken))
        {
            return IngestOutcome.Superseded;
        }

        Log.ReviewUnchanged(logger, claim.Record.Name.Value);
        return IngestOutcome.Unchanged;
    }

    private async Task<ReviewVerdict> JudgeAsync(ReviewName name, StoredFile? file, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return ReviewVerdict.Gone;
        }

        if (name.Flaw is { } flaw)
        {
            return ReviewVerdict.UnusableName(flaw);
        }

        if (file.Content is not { } content)
        {
            return ReviewVerdict.TooLarge(file.Length, options.Value.MaxFileBytes);
        }

        // Reading is pure and cannot be stopped; what exceeds its time is left behind.
        var share = file.Share!;
        var reading = await Task.Run(() => Read(content, share), CancellationToken.None)
            .WaitAsync(options.Value.ReadingTimeout, time, cancellationToken);
        return ReviewVerdict.Of(reading, options.Value.MaxGroupsPerReview);
    }

    // What is left behind keeps its share until it ends, so that nothing else takes its room.
    private ReviewReading Read(ReadOnlyMemory<byte> content, ReadingShare share)
    {
        using (share)
        {
            return reader.Read(content, options.Value.Limits);
        }
    }

    private async Task<bool> ApplyAsync(
        ReviewClaim claim, StoredFile? file, ReviewVerdict verdict, CancellationToken cancellationToken)
    {
        var before = claim.Record;
        var reading = verdict.Reading is null
            ? null
            : ReadingBlobs.NameOf(before.Name, file!.Hash, reader.Version, before.Generation);
        var intent = before with
        {
            Settled = null,
            ContentHash = null,
            Groups = [.. before.Groups.Union(verdict.Evidence.Keys)],
            Readings = reading is null ? before.Readings : before.Readings.Add(reading),
        };
        if (!await claim.WriteAsync(intent, cancellationToken))
        {
            return false;
        }

        CrashPoint.Pass(CrashPoint.Intended);
        var isDone = await CarryOutAsync(claim, file, verdict, reading, before.Groups, cancellationToken);
        if (!isDone && reading is not null && !await claim.CountsAsync(reading, cancellationToken))
        {
            // Whoever claimed the review since may have looked for this blob before it was written. Where the record names it,
            // all was done and only the answer lost; then it is the other's to keep or to delete.
            await readings.DeleteAsync(reading, cancellationToken);
        }

        return isDone;
    }

    private async Task<bool> CarryOutAsync(
        ReviewClaim claim,
        StoredFile? file,
        ReviewVerdict verdict,
        string? reading,
        ImmutableArray<TitleKey> groupsBefore,
        CancellationToken cancellationToken)
    {
        if (reading is not null)
        {
            await readings.WriteAsync(reading, verdict.Reading!, cancellationToken);
            CrashPoint.Pass(CrashPoint.ReadingWritten);
        }

        if (!await evidence.PutAsync(claim.Record, verdict.Evidence, groupsBefore, cancellationToken))
        {
            return false;
        }

        foreach (var stale in claim.Record.Readings.Where(name => name != reading))
        {
            await readings.DeleteAsync(stale, cancellationToken);
        }

        var completed = verdict.Complete(claim.Record, file, reading, reader.Version, time.GetUtcNow());
        CrashPoint.Pass(CrashPoint.Completing);
        var isDone = await claim.WriteAsync(completed, cancellationToken);
        CrashPoint.Pass(CrashPoint.Completed);
        return isDone;
    }

    private IngestOutcome Report(ReviewRecord before, ReviewVerdict verdict, long milliseconds)
    {
        var name = before.Name.Value;
        foreach (var (group, count) in verdict.StatementsLeftOut)
        {
            Log.StatementsLeftOut(logger, count, name, group.Value);
        }

        if (verdict.FilmsLeftOut > 0)
        {
            Log.FilmsLeftOut(logger, verdict.FilmsLeftOut, name);
        }

        switch (verdict.Status)
        {
            case ReviewStatus.Ingested:
                Log.ReviewIngested(logger, name, verdict.Reading!.Films.Length, verdict.Statements, milliseconds);
                return IngestOutcome.Ingested;
            case ReviewStatus.Rejected:
                Log.ReviewRejected(logger, name, verdict.Reason!);
                return IngestOutcome.Rejected;
            default:
                Log.ReviewRetracted(logger, name, before.Groups.Length);
                return IngestOutcome.Retracted;
        }
    }
}
