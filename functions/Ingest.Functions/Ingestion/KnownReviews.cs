using System.Security.Cryptography;
using System.Text;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Ingestion;

/// <summary>What a reconciliation knows of all reviews: about fifty bytes of each.</summary>
internal sealed class KnownReviews(ReviewSchedule schedule)
{
    // More than one run can read again: so a replay does not list all files once more to find them.
    private const int MostKept = 20_000;

    private readonly Dictionary<UInt128, Known> byRow = [];
    private readonly HashSet<string> unknownShards = [];
    private readonly List<(ReviewName Name, string ETag)> firstOutdated = [];
    private int outdated;

    /// <summary>Whether there are any left that have no file.</summary>
    public bool HasOrphans => byRow.Count > outdated;

    /// <summary>Whether there are any that have their file and are to be read again.</summary>
    public bool HasOutdated => outdated > 0;

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

    /// <summary>What is to be done at once about a review that has a file of this version; null for nothing. What is left then
    /// has no file, or is for <see cref="TakeOutdated"/>.</summary>
    public Finding? Take(ReviewName name, string etag)
    {
        if (unknownShards.Contains(ReviewEntity.Partition(name)))
        {
            return null;
        }

        var row = Digest(ReviewEntity.Row(name));
        if (!byRow.Remove(row, out var known))
        {
            return new(name, etag, Repair.Missed);
        }

        if (known.Work == ReviewWork.Outdated && known.ETag == Digest(etag))
        {
            byRow[row] = known with { HasFile = true };
            outdated++;
            if (firstOutdated.Count < MostKept)
            {
                firstOutdated.Add((name, etag));
            }

            return null;
        }

        return known.Work switch
        {
            null => null,

            // Even where somebody works on it: on an earlier file, or on this one, which the claim tells.
            _ when known.ETag != Digest(etag) => new(name, etag, Repair.Changed),
            ReviewWork.Due => new(name, etag, Repair.Retried),
            ReviewWork.Interrupted => new(name, etag, null),
            _ => null,
        };
    }

    /// <summary>The first of those that have their file and are to be read again, for <see cref="TakeOutdated"/>.</summary>
    public IReadOnlyList<(ReviewName Name, string ETag)> FirstOutdated => firstOutdated;

    /// <summary>What is to be done about a review that was found to be outdated; null for nothing, or nothing any more.</summary>
    public Finding? TakeOutdated(ReviewName name, string etag)
    {
        var row = Digest(ReviewEntity.Row(name));
        if (!byRow.TryGetValue(row, out var known) || !known.HasFile)
        {
            return null;
        }

        byRow.Remove(row);
        outdated--;
        return new(name, etag, Repair.Outdated);
    }

    /// <summary>Whether a review was left over when all files had been taken, and may be retracted.</summary>
    public bool IsOrphan(ReviewRecord record) => record.Status != ReviewStatus.Deleted
        && byRow.TryGetValue(Digest(ReviewEntity.Row(record.Name)), out var known)
        && known is { HasFile: false, Work: not (null or ReviewWork.Busy) };

    // Half a SHA-256: no two of any number of names share one, and it takes sixteen bytes, however long the name.
    private static UInt128 Digest(string text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return new UInt128(BitConverter.ToUInt64(hash, 0), BitConverter.ToUInt64(hash, 8));
    }

    private readonly record struct Known(UInt128 ETag, ReviewWork? Work, bool HasFile = false);
}

/// <summary>A review that a reconciliation is to see to.</summary>
/// <param name="Name">The review.</param>
/// <param name="ETag">The version of its file; null where it has none.</param>
/// <param name="Repair">Why; null for one that is to be given up.</param>
internal sealed record Finding(ReviewName Name, string? ETag, Repair? Repair);
