using Ingest.Functions.Ingestion;
using Microsoft.Extensions.Logging;

namespace Ingest.Functions.Telemetry;

/// <summary>What the app lets be seen of its work: each happening as an event of the log, in the metrics and on the span that
/// it belongs to.</summary>
internal sealed class IngestTelemetry(
    IngestTracing tracing, IngestMetrics metrics, TimeProvider time, ILogger<IngestTelemetry> logger)
{
    /// <summary>Work on a review begins.</summary>
    public ReviewWork Begin(ReviewName review) => new(review, tracing, metrics, time, logger);

    /// <summary>Another worker came between while films were rebuilt.</summary>
    public void MergeRetried() => metrics.MergeRetried();

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
