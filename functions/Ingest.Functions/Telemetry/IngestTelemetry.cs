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

    /// <summary>Another worker came between while films were rebuilt.</summary>
    public void MergeRetried() => metrics.MergeRetried();

    /// <summary>The films of a title group say what its evidence says.</summary>
    public void GroupRebuilt(string group, int evidence, int films, int rows)
    {
        Activity.Current?.SetTag("ingest.evidence", evidence).SetTag("ingest.films", films).SetTag("ingest.rows", rows);
        Log.GroupRebuilt(logger, group, evidence, films, rows);
    }

    /// <summary>A reconciliation is done.</summary>
    /// <param name="report">What it found.</param>
    /// <param name="began">When it began, by the app's clock.</param>
    public void Reconciled(ReconciliationReport report, long began)
    {
        var span = time.GetElapsedTime(began);
        metrics.Reconciled(report, span);
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
            (long)span.TotalMilliseconds);
    }
}
