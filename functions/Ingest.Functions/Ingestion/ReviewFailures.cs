using Ingest.Functions.Storage;
using Ingest.Functions.Telemetry;
using Microsoft.Extensions.Logging;

namespace Ingest.Functions.Ingestion;

/// <summary>Records that work on a review failed, so that its owner can see it and a reconciliation tries it again.</summary>
internal sealed class ReviewFailures(
    ReviewTable reviews,
    ReviewSchedule schedule,
    TimeProvider time,
    IngestTelemetry telemetry,
    ILogger<ReviewFailures> logger)
{
    // Storage may be what fails.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private const string AdviceOfLast =
        "It was tried as often as it is by itself; drop the file again, or ask the API for another try.";

    /// <summary>The worker was stopped or died.</summary>
    public static Failure Interrupted { get; } =
        new(FailureCause.Interrupted, "Whoever worked on it was stopped, or died, before it was done.");

    /// <summary>Records a failure if it can be recorded; throws nothing.</summary>
    /// <returns>Whether it was recorded, and a reconciliation knows what to do.</returns>
    public async Task<bool> RecordAsync(ReviewClaim claim, Exception reason)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        try
        {
            return await RecordAsync(claim, Failure.Of(reason), limit.Token);
        }
        catch (Exception second)
        {
            // The first failure is the one that the caller hears of; without a record the review counts as stuck.
            Log.FailureNotRecorded(logger, second, claim.Record.Name.Value);
            return false;
        }
    }

    /// <summary>Records a failure; false when another worker has claimed the review.</summary>
    public async Task<bool> RecordAsync(ReviewClaim claim, Failure failure, CancellationToken cancellationToken)
    {
        var next = schedule.NextAttempt(claim.Record, failure);
        return await claim.WriteAsync(
            claim.Record with
            {
                Status = ReviewStatus.Failed,
                Reason = failure.Word,
                Advice = next is null ? $"{failure.Advice} {AdviceOfLast}" : failure.Advice,
                Timeouts = claim.Record.Timeouts + (failure.Cause == FailureCause.ReadingTimeout ? 1 : 0),
                NextAttemptAt = next,
            },
            cancellationToken);
    }

    /// <summary>Gives up a review whose workers died, each time, without a word; false when it has changed since.</summary>
    public async Task<bool> GiveUpAsync(ReviewName name, CancellationToken cancellationToken)
    {
        if (await reviews.FindAsync(name, cancellationToken) is not { } record
            || schedule.WorkOn(record) != ReviewWork.Interrupted)
        {
            return false;
        }

        // Not as the claim's own worker, which may be alive after all: only if nothing was written since.
        var givenUp = record with
        {
            Status = ReviewStatus.Failed,
            Reason = Interrupted.Word,
            Advice = $"{Interrupted.Advice} {AdviceOfLast}",
            NextAttemptAt = null,
        };
        if (await reviews.WriteAsync(givenUp, cancellationToken) is null)
        {
            return false;
        }

        telemetry.GivenUp(record, Interrupted.Word);
        return true;
    }
}
