using System.Diagnostics;
using Ingest.Functions.Ingestion;
using Microsoft.Extensions.Logging;

namespace Ingest.Functions.Telemetry;

/// <summary>What the app lets be seen of its work: each happening as an event of the log, in the metrics and on the span that
/// it belongs to.</summary>
internal sealed class IngestTelemetry(
    IngestTracing tracing, IngestMetrics metrics, TimeProvider time, ILogger<IngestTelemetry> logger)
{
    /// <summary>Work on a review begins.</summary>
    public ReviewObservation Begin(ReviewName review) => new(review, tracing, metrics, time, logger);

    /// <summary>A review is not tried again by itself: whoever worked on it died each time.</summary>
    public void GivenUp(ReviewRecord record, string reason)
    {
        metrics.Failed(reason);
        Log.ReviewGivenUp(logger, record.Name.Value, Words.Of(ReviewStatus.Failed), record.Attempts, reason);
    }

    /// <summary>Another worker came between while films were rebuilt.</summary>
    public void MergeRetried() => metrics.MergeRetried();

    /// <summary>The films of a title group say what its evidence says.</summary>
    public void GroupRebuilt(string group, int evidence, int films, int rows)
    {
        Activity.Current?.SetTag("ingest.evidence", evidence).SetTag("ingest.films", films).SetTag("ingest.rows", rows);
        Log.GroupRebuilt(logger, group, evidence, films, rows);
    }

    /// <summary>A reconciliation is done.</summary>
    public void Reconciled(ReconciliationReport report)
    {
        metrics.Reconciled(report);
        Log.Reconciled(
            logger,
            report.Files,
            report.Missed,
            report.Changed,
            report.Outdated,
            report.Retried,
            report.Retracted,
            report.Failed,
            report.Unusable,
            (long)report.Duration.TotalMilliseconds);
    }
}
