using Azure.Storage.Blobs;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;
using Ingest.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Triggers;

/// <summary>A file was dropped or changed. Exactly one of the two is enabled, by <c>AzureWebJobs.NAME.Disabled</c>.</summary>
/// <remarks>The blob is bound so that the host does not read it; its client may have tidied the name into another one's.</remarks>
internal sealed class ReviewTriggers(ReviewIngestion ingestion, IngestTracing tracing)
{
    private const string Path = StorageNames.DropContainer + "/{name}";

    /// <summary>Told by events of the storage account.</summary>
    [Function("IngestReview")]
    public Task IngestReview(
        [BlobTrigger(Path, Source = BlobTriggerSource.EventGrid)] BlobClient blob, string name, CancellationToken cancellationToken) =>
        tracing.RunAsync("IngestReview", "datasource", () => ingestion.SettleDroppedAsync(name, cancellationToken));

    /// <summary>Told by polling, where there are no events.</summary>
    [Function("IngestReviewPolled")]
    public Task IngestReviewPolled([BlobTrigger(Path)] BlobClient blob, string name, CancellationToken cancellationToken) =>
        tracing.RunAsync("IngestReviewPolled", "datasource", () => ingestion.SettleDroppedAsync(name, cancellationToken));
}
