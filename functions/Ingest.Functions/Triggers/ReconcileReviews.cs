using Ingest.Functions.Ingestion;
using Ingest.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Triggers;

/// <summary>Every five minutes: makes up for what the triggers missed.</summary>
internal sealed class ReconcileReviews(Reconciliation reconciliation, IngestTracing tracing)
{
    [Function("ReconcileReviews")]
    public Task Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        tracing.RunAsync("ReconcileReviews", "timer", () => reconciliation.RunAsync(cancellationToken));
}
