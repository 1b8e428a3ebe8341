using System.Security.Cryptography;
using System.Text;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Ingestion;

/// <summary>What a reconciliation knows of all reviews: about fifty bytes of each.</summary>
internal sealed class KnownReviews(ReviewSchedule schedule)
{
    private readonly Dictionary<UInt128, Known> byRow = [];
    private readonly HashSet<string> unknownShards = [];

    /// <summary>Whether there are any left.</summary>
    public bool IsEmpty => byRow.Count == 0;

    /// <summary>Adds a row; one without a record is known to be there, and left alone.</summary>
    public void Add(string row, ReviewRecord? record)
    {
        if (record?.Status != ReviewStatus.Deleted)
        {
            byRow[Digest(row)] = record is null
                ? new Known(0, null)
                : new Known(Digest(record.BlobETag ?? ""), schedule.WorkOn(record));
        }
    }

    /// <summary>Says that a shard could not be read: nothing is known of its reviews.</summary>
    public void AddUnknown(int shard) => unknownShards.Add(ReviewEntity.Partition(shard));

    /// <summary>Whether a shard could not be read.</summary>
    public bool IsUnknown(int shard) => unknownShards.Contains(ReviewEntity.Partition(shard));

    /// <summary>What is to be done about a review that has a file of this version; null for nothing. What is left then has no
    /// file.</summary>
    public Finding? Take(ReviewName name, string etag)
    {
        if (unknownShards.Contains(ReviewEntity.Partition(name)))
        {
            return null;
        }

        if (!byRow.Remove(Digest(ReviewEntity.Row(name)), out var known))
        {
            return new(name, etag, Repair.Missed);
        }

        return known.Work switch
        {
            null => null,

            // Even where somebody works on it: on an earlier file, or on this one, which the claim tells.
            _ when known.ETag != Digest(etag) => new(name, etag, Repair.Changed),
            ReviewWork.Outdated => new(name, etag, Repair.Outdated),
            ReviewWork.Due => new(name, etag, Repair.Retried),
            ReviewWork.Interrupted => new(name, etag, null),
            _ => null,
        };
    }

    /// <summary>Whether a review was left over when all files had been taken, and may be retracted.</summary>
    public bool IsOrphan(ReviewRecord record) => record.Status != ReviewStatus.Deleted
        && byRow.TryGetValue(Digest(ReviewEntity.Row(record.Name)), out var known)
        && known.Work is not (null or ReviewWork.Busy);

    // Half a SHA-256: no two of any number of names share one, and it takes sixteen bytes, however long the name.
    private static UInt128 Digest(string text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return new UInt128(BitConverter.ToUInt64(hash, 0), BitConverter.ToUInt64(hash, 8));
    }

    private readonly record struct Known(UInt128 ETag, ReviewWork? Work);
}

/// <summary>A review that a reconciliation is to see to.</summary>
/// <param name="Name">The review.</param>
/// <param name="ETag">The version of its file; null where it has none.</param>
/// <param name="Repair">Why; null for one that is to be given up.</param>
internal sealed record Finding(ReviewName Name, string? ETag, Repair? Repair);
