using Ingest.Functions.Storage;
using Microsoft.Extensions.Logging;

namespace Ingest.Functions.Ingestion;

/// <summary>Hands back reviews whose worker is stopped: whoever looks next takes them up at once.</summary>
internal sealed class ReviewHandBacks(
    ReviewTable reviews, ReviewFailures failures, TimeProvider time, ILogger<ReviewHandBacks> logger)
{
    // So often in a row it is the host's doing. Work that is stopped each time is likely stopped for its own length.
    private const int MostInARow = 5;

    // What is left of the time that a host gives whoever must stop. Without a hand-back the review counts as stuck.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1.5);

    /// <summary>Hands a review back, if it is still claimed so; throws nothing.</summary>
    /// <param name="name">The review.</param>
    /// <param name="claim">The claim that the worker wrote, or tried to write.</param>
    public async Task HandBackAsync(ReviewName name, string claim)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        try
        {
            if (await reviews.FindAsync(name, limit.Token) is { } record && record.Claim == claim)
            {
                await HandBackAsync(new ReviewClaim(reviews, record), limit.Token);
            }
        }
        catch (Exception reason)
        {
            Log.FailureNotRecorded(logger, reason, name.Value);
        }
    }

    private async Task HandBackAsync(ReviewClaim claim, CancellationToken cancellationToken)
    {
        var record = claim.Record;
        if (record.Status != ReviewStatus.Received)
        {
            return;
        }

        if (record.HandBacks >= MostInARow)
        {
            await failures.RecordAsync(claim, ReviewFailures.Interrupted, cancellationToken);
            return;
        }

        var returned = record with
        {
            Attempts = record.Attempts - 1,
            HandBacks = record.HandBacks + 1,
            NextAttemptAt = time.GetUtcNow(),
        };
        await claim.WriteAsync(returned, cancellationToken);
    }
}
