using System.Diagnostics;
using Ingest.Functions.Ingestion;
using Microsoft.Extensions.Logging;

namespace Ingest.Functions.Telemetry;

/// <summary>One piece of work on one review, as it is seen from outside: a span from its beginning to its end, and exactly one
/// event and one count of what came of it.</summary>
internal sealed class ReviewObservation : IDisposable
{
    private readonly string review;
    private readonly IngestTracing tracing;
    private readonly IngestMetrics metrics;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly Activity? span;
    private readonly long began;
    private long judgedAt;
    private int attempt;
    private long bytes;
    private ReviewVerdict? verdict;
    private bool isOver;

    public ReviewObservation(ReviewName review, IngestTracing tracing, IngestMetrics metrics, TimeProvider time, ILogger logger)
    {
        (this.review, this.tracing, this.metrics, this.time, this.logger) = (review.Value, tracing, metrics, time, logger);
        began = time.GetTimestamp();
        span = tracing.Start(IngestTracing.SettleReview).Name("ingest.review", review.Value);
    }

    /// <summary>This worker has the review now.</summary>
    /// <param name="number">Which attempt it is; 1 is the first.</param>
    public void Claimed(int number)
    {
        attempt = number;
        span?.SetTag("ingest.attempt", number);
        if (number > 1)
        {
            metrics.Retried();
        }
    }

    /// <summary>Its file was looked at.</summary>
    /// <param name="length">Size in bytes; null when there is none.</param>
    public void Opened(long? length)
    {
        if (length is { } known)
        {
            bytes = known;
            span?.SetTag("ingest.bytes", known);
            metrics.Read(known);
        }
    }

    /// <summary>Begins to read the page.</summary>
    public Activity? Reading() => tracing.Start(IngestTracing.ReadPage)?.SetTag("ingest.bytes", bytes);

    /// <summary>It is known what is to become of it; what is left is to store that.</summary>
    public void Judged(ReviewVerdict found)
    {
        verdict = found;
        judgedAt = time.GetTimestamp();
        metrics.Spent(time.GetElapsedTime(began, judgedAt), "read");
    }

    /// <summary>It is over, and nothing failed.</summary>
    public void End(IngestOutcome outcome)
    {
        if (Over() is not { } milliseconds)
        {
            return;
        }

        var status = Words.Of(outcome);
        var reason = outcome == IngestOutcome.Rejected ? verdict?.Reason : null;
        span?.SetTag("ingest.status", status).SetTag("ingest.reason", reason);
        metrics.Settled(status, reason);
        switch (outcome)
        {
            case IngestOutcome.Ingested:
                var (films, statements) = (verdict?.Reading?.Films.Length ?? 0, verdict?.Statements ?? 0);
                span?.SetTag("ingest.films", films).SetTag("ingest.statements", statements);
                metrics.Ingested(statements);
                Log.ReviewIngested(logger, review, status, films, statements, bytes, attempt, milliseconds);
                break;
            case IngestOutcome.Rejected:
                Log.ReviewRejected(logger, review, status, reason ?? "", bytes, attempt, milliseconds);
                break;
            case IngestOutcome.Unchanged:
                Log.ReviewUnchanged(logger, review, status, attempt, milliseconds);
                break;
            case IngestOutcome.Retracted:
                Log.ReviewRetracted(logger, review, status, attempt, milliseconds);
                break;
            case IngestOutcome.Superseded:
                Log.ReviewSuperseded(logger, review, status, attempt, milliseconds);
                break;
            default:
                Log.ReviewUnknown(logger, review, status, milliseconds);
                break;
        }
    }

    /// <summary>It is over because something failed; it is tried again.</summary>
    /// <param name="exception">What failed.</param>
    /// <param name="reason">One of the words that the review's record gives as reason.</param>
    public void Fail(Exception exception, string reason)
    {
        if (Over() is { } milliseconds)
        {
            span?.SetTag("ingest.status", "failed").SetTag("ingest.reason", reason);
            span.Fail(exception);
            metrics.Failed(reason);
            Log.ReviewFailed(logger, exception, review, "failed", reason, bytes, attempt, milliseconds);
        }
    }

    /// <summary>It is over because the host stops; another worker sees to the review.</summary>
    public void HandBack()
    {
        if (Over() is { } milliseconds)
        {
            span?.SetTag("ingest.status", "handedBack");
            metrics.HandedBack();
            Log.ReviewHandedBack(logger, review, "handedBack", attempt, milliseconds);
        }
    }

    public void Dispose() => span?.Dispose();

    // Milliseconds in total, the first time.
    private long? Over()
    {
        if (isOver)
        {
            return null;
        }

        isOver = true;
        var total = time.GetElapsedTime(began);
        if (attempt > 0)
        {
            metrics.Spent(total, "total");
        }

        if (judgedAt > 0)
        {
            metrics.Spent(time.GetElapsedTime(judgedAt), "store");
        }

        return (long)total.TotalMilliseconds;
    }
}
