using System.Collections.Immutable;
using Ingest.Functions.Ingestion;

namespace Ingest.Functions.Storage;

/// <summary>The reviews that changed last, and how many there are of each status.</summary>
/// <remarks>A scan of the reviews' sixteen shards at once, kept for a moment. Of more than 64,000 reviews, or fewer where
/// shards differ, not all are looked at.</remarks>
internal sealed class LatestReviews(ReviewTable reviews, TimeProvider clock)
{
    /// <summary>Most reviews that are given.</summary>
    public const int Most = 12;

    private const int MaxOfShard = 4000;

    private readonly Kept<ReviewScan> kept = new(token => ScanAsync(reviews, token), clock);

    /// <summary>The latest first.</summary>
    public Task<ReviewScan> ReadAsync(CancellationToken cancellationToken) => kept.ReadAsync(cancellationToken);

    private static async Task<ReviewScan> ScanAsync(ReviewTable reviews, CancellationToken cancellationToken)
    {
        var shards = await Task.WhenAll(
            Enumerable.Range(0, ReviewEntity.Shards).Select(shard => ScanAsync(reviews, shard, cancellationToken)));
        var counts = shards.SelectMany(shard => shard.Counts)
            .GroupBy(count => count.Key)
            .ToImmutableDictionary(status => status.Key, status => status.Sum(count => count.Value));
        return new([.. Latest(shards.SelectMany(shard => shard.Latest))], counts, shards.All(shard => shard.IsWhole));
    }

    private static async Task<ReviewScan> ScanAsync(ReviewTable reviews, int shard, CancellationToken cancellationToken)
    {
        var counts = ImmutableDictionary.CreateBuilder<ReviewStatus, int>();
        var latest = new List<ReviewRecord>();
        var seen = 0;
        var isWhole = true;
        await foreach (var record in reviews.ScanAsync(shard, cancellationToken))
        {
            if (seen++ == MaxOfShard)
            {
                isWhole = false;
                break;
            }

            if (record.Status == ReviewStatus.Deleted)
            {
                continue;
            }

            counts[record.Status] = counts.GetValueOrDefault(record.Status) + 1;
            latest.Add(record);
            if (latest.Count >= 10 * Most)
            {
                latest = [.. Latest(latest)];
            }
        }

        return new([.. Latest(latest)], counts.ToImmutable(), isWhole);
    }

    private static IEnumerable<ReviewRecord> Latest(IEnumerable<ReviewRecord> records) => records
        .OrderByDescending(record => record.SettledAt ?? record.FirstSeenAt)
        .ThenBy(record => record.Name.Value, StringComparer.Ordinal)
        .Take(Most);
}

/// <summary>What a scan of the reviews found.</summary>
/// <param name="Latest">The latest reviews, latest first.</param>
/// <param name="Counts">Number of reviews by status, of those that there are any of; deleted ones are left out.</param>
/// <param name="IsWhole">Whether all were looked at.</param>
internal sealed record ReviewScan(
    ImmutableArray<ReviewRecord> Latest, ImmutableDictionary<ReviewStatus, int> Counts, bool IsWhole);
