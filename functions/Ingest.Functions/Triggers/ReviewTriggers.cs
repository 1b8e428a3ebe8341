using Azure.Storage.Blobs;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;
using Ingest.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Triggers;

/// <summary>A file was dropped or changed. Exactly one of the two is enabled, by <c>AzureWebJobs.NAME.Disabled</c>.</summary>
internal sealed class ReviewTriggers(ReviewIngestion ingestion, IngestTracing tracing)
{
    private const string Path = StorageNames.DropContainer + "/{name}";

    /// <summary>Told by events of the storage account.</summary>
    [Function("IngestReview")]
    public Task IngestReview(
        [BlobTrigger(Path, Source = BlobTriggerSource.EventGrid)] BlobClient blob, CancellationToken cancellationToken) =>
        tracing.RunAsync("IngestReview", "datasource", () => ingestion.SettleDroppedAsync(blob.Name, cancellationToken));

    /// <summary>Told by polling, where there are no events.</summary>
    [Function("IngestReviewPolled")]
    public Task IngestReviewPolled([BlobTrigger(Path)] BlobClient blob, CancellationToken cancellationToken) =>
        tracing.RunAsync("IngestReviewPolled", "datasource", () => ingestion.SettleDroppedAsync(blob.Name, cancellationToken));
}
