using Ingest.Functions.Storage;

namespace Ingest.Functions.Ingestion;

/// <summary>Claims reviews for one worker at a time; the last one counts.</summary>
/// <remarks>A worker reads the file after it has claimed the review. So whoever claims later reads a file that is at least
/// as new, and an earlier worker may leave the review to it.</remarks>
internal sealed class ReviewClaims(ReviewTable reviews, Reader reader, TimeProvider time)
{
    private const int MaxAttempts = 40;

    /// <summary>Claims a review for the file that was seen, unless there is nothing to do.</summary>
    /// <param name="name">The review.</param>
    /// <param name="seen">ETag of its file; null when it has none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The claim, or else why there is none.</returns>
    /// <exception cref="InvalidOperationException">The record changes too often; worth another try later.</exception>
    public async Task<(ReviewClaim? Claim, IngestOutcome Otherwise)> TakeAsync(
        ReviewName name, string? seen, CancellationToken cancellationToken)
    {
        var token = Guid.NewGuid().ToString("N");
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

            if (record?.IsDone(seen, reader.Version) == true)
            {
                return (null, IngestOutcome.Unchanged);
            }

            if (record?.Generation > before)
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

        throw new InvalidOperationException("The review's record changes too often to be claimed.");
    }

    private ReviewRecord Claimed(ReviewRecord? record, ReviewName name, string? seen, string token)
    {
        var now = time.GetUtcNow();
        record ??= new ReviewRecord { Name = name, FirstSeenAt = now };
        return record with
        {
            Status = ReviewStatus.Received,
            Claim = token,
            Attempts = record.BlobETag == seen ? record.Attempts + 1 : 1,
            // A clock's reading at least: should the record ever be lost, its evidence is not newer than a new claim.
            Generation = Math.Max(record.Generation + 1, now.ToUnixTimeMilliseconds()),
            BlobETag = seen,
            ClaimedAt = now,
        };
    }
}
