using System.Collections.Immutable;
using Ingest.Core;
using Ingest.Core.Films;
using Ingest.Functions.Storage;
using Ingest.Functions.Telemetry;
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
    ReviewHandBacks handBacks,
    Reader reader,
    IOptions<IngestOptions> options,
    TimeProvider time,
    IngestTelemetry telemetry,
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
    public Task<IngestOutcome> SettleAsync(ReviewName name, CancellationToken cancellationToken) => ObserveAsync(
        name,
        async observation =>
        {
            var seen = name.IsUsable ? await files.ETagAsync(name, cancellationToken) : null;
            return await SettleAsync(name, seen, takesOver: true, observation, cancellationToken);
        },
        cancellationToken);

    /// <summary>Settles a review, whoever else is at it.</summary>
    /// <inheritdoc cref="SettleAsync(ReviewName, string?, bool, CancellationToken)"/>
    public Task<IngestOutcome> SettleAsync(ReviewName name, string? seen, CancellationToken cancellationToken) =>
        SettleAsync(name, seen, takesOver: true, cancellationToken);

    /// <summary>Settles a review. What fails is recorded, and thrown, so that the host tries again; but reading that took too
    /// long is not worth another try at once.</summary>
    /// <param name="name">The review.</param>
    /// <param name="seen">The present ETag of its file, or that of <see cref="StoredFile.OutOfReach"/>; null when it has none.</param>
    /// <param name="takesOver">Whether to take it from a worker that is at this very file.</param>
    /// <param name="cancellationToken">Stops it at a point from which it can be repeated, and hands the review back.</param>
    public Task<IngestOutcome> SettleAsync(
        ReviewName name, string? seen, bool takesOver, CancellationToken cancellationToken) =>
        ObserveAsync(name, observation => SettleAsync(name, seen, takesOver, observation, cancellationToken), cancellationToken);

    // Whatever becomes of it is told of once.
    private async Task<IngestOutcome> ObserveAsync(
        ReviewName name, Func<ReviewObservation, Task<IngestOutcome>> settle, CancellationToken cancellationToken)
    {
        using var observation = telemetry.Begin(name);
        try
        {
            var outcome = await settle(observation);
            observation.End(outcome);
            return outcome;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            observation.HandBack();
            throw;
        }
        catch (Exception reason)
        {
            observation.Fail(reason, Failure.Of(reason).Word);
            throw;
        }
    }

    private async Task<IngestOutcome> SettleAsync(
        ReviewName name, string? seen, bool takesOver, ReviewObservation observation, CancellationToken cancellationToken)
    {
        var (claim, otherwise) = await claims.TakeAsync(name, seen, takesOver, cancellationToken);
        if (claim is null)
        {
            return otherwise;
        }

        observation.Claimed(claim.Record.Attempts);
        try
        {
            return await SettleAsync(claim, observation, cancellationToken);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            await handBacks.HandBackAsync(name, claim.Record.Claim!);
            throw;
        }
        catch (Exception reason)
        {
            observation.Fail(reason, Failure.Of(reason).Word);
            var isRecorded = await failures.RecordAsync(claim, reason);
            if (isRecorded && reason is ReadingTimeoutException)
            {
                return IngestOutcome.Failed;
            }

            throw;
        }
    }

    private async Task<IngestOutcome> SettleAsync(
        ReviewClaim claim, ReviewObservation observation, CancellationToken cancellationToken)
    {
        var record = claim.Record;
        CrashPoint.Pass(CrashPoint.Claimed);
        var file = record.Name.IsUsable
            ? await files.ReadAsync(record.Name, options.Value.MaxFileBytes, cancellationToken)
            : record.BlobETag is null ? null : StoredFile.OutOfReach;
        observation.Opened(file?.Length);
        if (file?.Content is not null
            && record.Settled == ReviewStatus.Ingested
            && record.ContentHash == file.Hash
            && record.ReaderVersion == reader.Version)
        {
            file.Share!.Dispose();
            return await ConfirmAsync(claim, file, cancellationToken);
        }

        var verdict = await JudgeAsync(record, file, observation, cancellationToken);
        file = file is null ? null : file with { Content = null };
        observation.Judged(verdict);
        CrashPoint.Pass(CrashPoint.Judged);
        return await ApplyAsync(claim, file, verdict, cancellationToken)
            ? Report(record.Name.Value, verdict)
            : IngestOutcome.Superseded;
    }

    // The same bytes again: nothing but the record's view of the file changes.
    private static async Task<IngestOutcome> ConfirmAsync(
        ReviewClaim claim, StoredFile file, CancellationToken cancellationToken)
    {
        var confirmed = claim.Record with
        {
            Status = ReviewStatus.Ingested,
            Reason = null,
            Advice = null,
            BlobETag = file.ETag,
            Timeouts = 0,
            HandBacks = 0,
        };
        return await claim.WriteAsync(confirmed, cancellationToken) ? IngestOutcome.Unchanged : IngestOutcome.Superseded;
    }

    private async Task<ReviewVerdict> JudgeAsync(
        ReviewRecord record, StoredFile? file, ReviewObservation observation, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return ReviewVerdict.Gone;
        }

        if (record.Name.Flaw is { } flaw)
        {
            return ReviewVerdict.UnusableName(flaw);
        }

        if (file.Content is not { } content)
        {
            return ReviewVerdict.TooLarge(file.Length, options.Value.MaxFileBytes);
        }

        using var span = observation.Reading();

        // Reading is pure and cannot be stopped; what exceeds its time is left behind.
        var limit = options.Value.ReadingTimeout;
        var share = file.Share!;
        var reading = Task.Run(() => Read(content, share), CancellationToken.None);
        try
        {
            return ReviewVerdict.Of(await reading.WaitAsync(limit, time, cancellationToken), options.Value.MaxGroupsPerReview);
        }
        catch (TimeoutException) when (!reading.IsFaulted)
        {
            // A machine may be busy once.
            return record.Timeouts + 1 < ReviewVerdict.SlowReadings
                ? throw new ReadingTimeoutException(limit)
                : ReviewVerdict.TooSlow(limit);
        }
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

    private IngestOutcome Report(string name, ReviewVerdict verdict)
    {
        foreach (var (group, count) in verdict.StatementsLeftOut)
        {
            Log.StatementsLeftOut(logger, count, name, group.Value);
        }

        if (verdict.FilmsLeftOut > 0)
        {
            Log.FilmsLeftOut(logger, verdict.FilmsLeftOut, name);
        }

        return verdict.Status switch
        {
            ReviewStatus.Ingested => IngestOutcome.Ingested,
            ReviewStatus.Rejected => IngestOutcome.Rejected,
            _ => IngestOutcome.Retracted,
        };
    }
}
