using System.Collections.Immutable;
using Ingest.Functions.Ingestion;

namespace Ingest.Functions.Storage;

/// <summary>How many reviews there are, and how they stand.</summary>
/// <param name="ByStatus">Number of reviews by status, of those that there are any of; deleted ones are left out.</param>
/// <param name="GivenUp">Number of the failed ones that are not tried again by themselves.</param>
/// <param name="Outdated">Number of reviews that another version of the reader settled or gave up, or another limit: those that
/// are read again.</param>
/// <param name="Unreadable">Number of records that cannot be read, of whatever status.</param>
/// <param name="OldestUnprocessedSince">When the file was first seen that has waited longest, of those received, and those
/// failed that are tried again; null where none waits.</param>
/// <param name="IsWhole">Whether all were counted; otherwise there are more.</param>
internal sealed record ReviewCounts(
    ImmutableDictionary<ReviewStatus, int> ByStatus,
    int GivenUp,
    int Outdated,
    int Unreadable,
    DateTimeOffset? OldestUnprocessedSince,
    bool IsWhole)
{
    /// <summary>None at all.</summary>
    public static ReviewCounts None { get; } = new(ImmutableDictionary<ReviewStatus, int>.Empty, 0, 0, 0, null, true);

    /// <summary>Number of one status.</summary>
    public int Of(ReviewStatus status) => ByStatus.GetValueOrDefault(status);

    /// <summary>Those of both.</summary>
    public ReviewCounts With(ReviewCounts other) => new(
        ByStatus.Concat(other.ByStatus).GroupBy(count => count.Key).ToImmutableDictionary(
            status => status.Key, status => status.Sum(count => count.Value)),
        GivenUp + other.GivenUp,
        Outdated + other.Outdated,
        Unreadable + other.Unreadable,
        OldestUnprocessedSince is { } one && other.OldestUnprocessedSince is { } two ? (one < two ? one : two)
            : OldestUnprocessedSince ?? other.OldestUnprocessedSince,
        IsWhole && other.IsWhole);
}
