using System.Collections.Immutable;
using Ingest.Functions.Ingestion;

namespace Ingest.Functions.Storage;

/// <summary>The reviews that changed last, and how many there are of each status.</summary>
/// <remarks>A scan of the reviews' sixteen shards at once, kept for a moment. Of more than 64,000 reviews, or fewer where
/// shards differ, not all are looked at.</remarks>
internal sealed class LatestReviews(ReviewTable reviews, ReviewSchedule schedule, TimeProvider clock)
{
    /// <summary>Most reviews that are given.</summary>
    public const int Most = 12;

    private const int MaxOfShard = 4000;

    private readonly Kept<ReviewScan> kept = new(token => ScanAsync(reviews, schedule, token), clock);

    /// <summary>The latest first.</summary>
    public Task<ReviewScan> ReadAsync(CancellationToken cancellationToken) => kept.ReadAsync(cancellationToken);

    private static async Task<ReviewScan> ScanAsync(
        ReviewTable reviews, ReviewSchedule schedule, CancellationToken cancellationToken)
    {
        var shards = await Task.WhenAll(
            Enumerable.Range(0, ReviewEntity.Shards).Select(shard => ScanAsync(reviews, schedule, shard, cancellationToken)));
        return new(
            [.. Latest(shards.SelectMany(shard => shard.Latest))],
            shards.Aggregate(ReviewCounts.None, (sum, shard) => sum.With(shard.Counts)));
    }

    private static async Task<ReviewScan> ScanAsync(
        ReviewTable reviews, ReviewSchedule schedule, int shard, CancellationToken cancellationToken)
    {
        var tally = new ReviewTally(schedule);
        var latest = new List<ReviewRecord>();
        var seen = 0;
        var isWhole = true;
        await foreach (var (_, record) in reviews.ScanAsync(shard, cancellationToken))
        {
            if (seen++ == MaxOfShard)
            {
                isWhole = false;
                break;
            }

            tally.Add(record);
            if (record is null or { Status: ReviewStatus.Deleted })
            {
                continue;
            }

            latest.Add(record);
            if (latest.Count >= 10 * Most)
            {
                latest = [.. Latest(latest)];
            }
        }

        return new([.. Latest(latest)], tally.ToCounts(isWhole));
    }

    private static IEnumerable<ReviewRecord> Latest(IEnumerable<ReviewRecord> records) => records
        .OrderByDescending(record => record.SettledAt ?? record.FirstSeenAt)
        .ThenBy(record => record.Name.Value, StringComparer.Ordinal)
        .Take(Most);
}

/// <summary>What a scan of the reviews found.</summary>
/// <param name="Latest">The latest reviews, latest first.</param>
/// <param name="Counts">How many there are.</param>
internal sealed record ReviewScan(ImmutableArray<ReviewRecord> Latest, ReviewCounts Counts);
