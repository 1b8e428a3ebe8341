using Ingest.Functions.Storage;

namespace Ingest.Functions.Ingestion;

/// <summary>Claims reviews for one worker at a time; the last one counts.</summary>
/// <remarks>A worker reads the file after it has claimed the review. So whoever claims later reads a file that is at least
/// as new, and an earlier worker may leave the review to it.</remarks>
internal sealed class ReviewClaims(
    ReviewTable reviews, ReviewSchedule schedule, ReviewHandBacks handBacks, Reader reader, TimeProvider time)
{
    private const int MaxAttempts = 40;

    /// <summary>Claims a review for the file that was seen, unless there is nothing to do.</summary>
    /// <param name="name">The review.</param>
    /// <param name="seen">ETag of its file; null when it has none.</param>
    /// <param name="takesOver">Whether to take it from a worker that is at this very file.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The claim, or else why there is none.</returns>
    /// <exception cref="ContentionException">The record changes too often; worth another try later.</exception>
    public async Task<(ReviewClaim? Claim, IngestOutcome Otherwise)> TakeAsync(
        ReviewName name, string? seen, bool takesOver, CancellationToken cancellationToken)
    {
        var token = Guid.NewGuid().ToString("N");
        try
        {
            return await TakeAsync(name, seen, takesOver, token, cancellationToken);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // The claim may have been written, and its answer not waited for.
            await handBacks.HandBackAsync(name, token);
            throw;
        }
    }

    private async Task<(ReviewClaim? Claim, IngestOutcome Otherwise)> TakeAsync(
        ReviewName name, string? seen, bool takesOver, string token, CancellationToken cancellationToken)
    {
        long? before = null;
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var record = await reviews.FindAsync(name, cancellationToken);
            if (record is null && seen is null)
            {
                return (null, IngestOutcome.Unknown);
            }

            if (record?.Claim == token)
            {
                return (new ReviewClaim(reviews, record), default);
            }

            if (record is not null && schedule.IsDone(record, seen))
            {
                return (null, IngestOutcome.Unchanged);
            }

            if (record?.Generation > before || IsLeftAlone(record, seen, takesOver))
            {
                return (null, IngestOutcome.Superseded);
            }

            before = record?.Generation ?? 0;
            if (await reviews.WriteAsync(Claimed(record, name, seen, token), cancellationToken) is { } claimed)
            {
                return (new ReviewClaim(reviews, claimed), default);
            }

            await Backoff.WaitAsync(attempt, time, cancellationToken);
        }

        throw new ContentionException("The review's record changes too often to be claimed.");
    }

    // A file that every worker so far died of takes no further one with it; a reconciliation gives it up.
    private bool IsLeftAlone(ReviewRecord? record, string? seen, bool takesOver) =>
        record is not null
        && record.BlobETag == seen
        && (schedule.IsOfLastAttempt(record) || (!takesOver && schedule.WorkOn(record) == ReviewWork.Busy));

    private ReviewRecord Claimed(ReviewRecord? record, ReviewName name, string? seen, string token)
    {
        var now = time.GetUtcNow();
        record ??= new ReviewRecord { Name = name, FirstSeenAt = now };
        var isNewFile = record.BlobETag != seen;
        var isNewTry = isNewFile || record.TriedBy != reader.Version;
        var isNewWait = isNewFile || schedule.IsAtRest(record);
        return record with
        {
            Status = ReviewStatus.Received,
            Claim = token,
            Attempts = isNewTry ? 1 : record.Attempts + 1,
            Timeouts = isNewTry ? 0 : record.Timeouts,
            HandBacks = isNewTry ? 0 : record.HandBacks,
            TriedBy = reader.Version,
            NextAttemptAt = null,
            // A clock's reading at least: should the record ever be lost, its evidence is not newer than a new claim.
            Generation = Math.Max(record.Generation + 1, now.ToUnixTimeMilliseconds()),
            BlobETag = seen,
            FileSeenAt = isNewWait ? now : record.FileSeenAt,
            ClaimedAt = now,
        };
    }
}
