using Ingest.Functions.Ingestion;
using Ingest.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Ingest.Functions.Triggers;

/// <summary>A file was deleted: told by events of the storage account.</summary>
/// <remarks>The blob trigger does not do it: it drops what it hears of a blob that is gone. Where there are no events, and
/// where one is lost, <see cref="ReconcileReviews"/> does.</remarks>
internal sealed class RetractReview(ReviewIngestion ingestion, IngestTracing tracing, ILogger<RetractReview> logger)
{
    [Function("RetractReview")]
    public Task Run([EventGridTrigger] string happening, CancellationToken cancellationToken) =>
        tracing.RunAsync("RetractReview", "datasource", () => SettleAsync(DeletionEvent.Parse(happening), cancellationToken));

    // By what storage holds now: the file may have come again since. What fails is thrown, and delivered again.
    private async Task SettleAsync(DeletionEvent deletion, CancellationToken cancellationToken)
    {
        if (deletion.Flaw is { } flaw)
        {
            Log.EventIgnored(logger, flaw, deletion.Subject);
        }

        foreach (var name in deletion.Names)
        {
            await ingestion.SettleAsync(name, cancellationToken);
        }
    }
}
