using System.Collections.Immutable;
using Ingest.Functions.Ingestion;

namespace Ingest.Functions.Storage;

/// <summary>Counts reviews, one record after another.</summary>
internal sealed class ReviewTally(ReviewSchedule schedule)
{
    private readonly Dictionary<ReviewStatus, int> byStatus = [];
    private int givenUp;
    private int outdated;
    private int unreadable;
    private DateTimeOffset? oldest;

    /// <summary>Counts a row of the reviews; null is one whose record cannot be read.</summary>
    public void Add(ReviewRecord? record)
    {
        if (record is null)
        {
            unreadable++;
        }
        else if (record.Status != ReviewStatus.Deleted)
        {
            byStatus[record.Status] = byStatus.GetValueOrDefault(record.Status) + 1;
            var work = schedule.WorkOn(record);
            outdated += work == ReviewWork.Outdated ? 1 : 0;
            AddUnprocessed(record, work);
        }
    }

    /// <summary>What was counted.</summary>
    /// <param name="isWhole">Whether that is all there is.</param>
    public ReviewCounts ToCounts(bool isWhole) => new(byStatus.ToImmutableDictionary(), givenUp, outdated, unreadable, oldest, isWhole);

    private void AddUnprocessed(ReviewRecord record, ReviewWork work)
    {
        if (record.Status is not (ReviewStatus.Received or ReviewStatus.Failed))
        {
            return;
        }

        if (work == ReviewWork.GivenUp)
        {
            givenUp++;
        }
        else if (!(record.FileSeenAt >= oldest))
        {
            oldest = record.FileSeenAt;
        }
    }
}
