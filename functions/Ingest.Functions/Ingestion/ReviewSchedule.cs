using Microsoft.Extensions.Options;

namespace Ingest.Functions.Ingestion;

/// <summary>Tells from a review's record what is to be done about it, and when.</summary>
internal sealed class ReviewSchedule(Reader reader, IOptions<IngestOptions> options, TimeProvider time)
{
    // So many attempts follow one another quickly: the host's own, within seconds.
    private const int QuickAttempts = 5;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    /// <summary>What is to be done about a review whose file is the one that its record knows.</summary>
    public ReviewWork WorkOn(ReviewRecord record)
    {
        var now = time.GetUtcNow();
        return record.Status switch
        {
            ReviewStatus.Deleted => ReviewWork.None,
            ReviewStatus.Received when record.NextAttemptAt is { } at => at <= now ? ReviewWork.Due : ReviewWork.Waiting,
            ReviewStatus.Received => WorkOnLeft(record, now - record.ClaimedAt),
            ReviewStatus.Failed when record.TriedBy != reader.Version => ReviewWork.Outdated,
            ReviewStatus.Failed when record.NextAttemptAt is null => ReviewWork.GivenUp,
            ReviewStatus.Failed => record.NextAttemptAt <= now ? ReviewWork.Due : ReviewWork.Waiting,
            _ => record.ReaderVersion != reader.Version || IsWithinLimitNow(record) ? ReviewWork.Outdated : ReviewWork.None,
        };
    }

    /// <summary>Whether nothing waits for this file to be read: it was, or was tried often enough.</summary>
    public bool IsAtRest(ReviewRecord record) => WorkOn(record) is ReviewWork.None or ReviewWork.Outdated or ReviewWork.GivenUp;

    /// <summary>Whether the last attempt that a file is given has begun, and nothing was heard of how it went.</summary>
    public bool IsOfLastAttempt(ReviewRecord record) => record is { Status: ReviewStatus.Received, NextAttemptAt: null }
        && record.TriedBy == reader.Version
        && record.Attempts >= options.Value.MaxAttempts;

    /// <summary>Whether a review needs no more work, its file being this version of it, or gone.</summary>
    public bool IsDone(ReviewRecord record, string? blobETag) => blobETag is null
        ? record.Status == ReviewStatus.Deleted
        : record.Status is ReviewStatus.Ingested or ReviewStatus.Rejected
            && record.BlobETag == blobETag
            && WorkOn(record) == ReviewWork.None;

    /// <summary>When a review that failed is tried again; null when it was tried often enough.</summary>
    public DateTimeOffset? NextAttempt(ReviewRecord record, Failure failure)
    {
        if (record.Attempts >= failure.MostAttempts(options.Value.MaxAttempts))
        {
            return null;
        }

        // Somewhere in its second half, so that what failed at once does not come back at once.
        var wait = Wait(record.Attempts) * (0.5 + (Random.Shared.NextDouble() / 2));
        return time.GetUtcNow() + (failure.RetryAfter is { } asked && asked > wait ? asked : wait);
    }

    /// <summary>The longest wait after an attempt: a minute after the first few, then twice as long each time.</summary>
    public static TimeSpan Wait(int attempts) =>
        TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, FirstWait.Ticks << Math.Clamp(attempts - QuickAttempts, 0, 10)));

    // Nobody said how this attempt went: its worker works on, or is dead.
    private ReviewWork WorkOnLeft(ReviewRecord record, TimeSpan age) =>
        age <= options.Value.StuckAfter ? ReviewWork.Busy
        : record.Attempts >= options.Value.MaxAttempts ? ReviewWork.Interrupted
        : age <= Wait(record.Attempts) ? ReviewWork.Waiting
        : ReviewWork.Due;

    private bool IsWithinLimitNow(ReviewRecord record) => record.Status == ReviewStatus.Rejected
        && options.Value.LimitOf(record.Reason) is { } limit
        && limit > (record.Limit ?? 0);
}
