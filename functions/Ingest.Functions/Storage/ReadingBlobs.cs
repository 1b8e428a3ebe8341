using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;
using Ingest.Functions.Ingestion;

namespace Ingest.Functions.Storage;

/// <summary>Articles with their statements, one blob per reading of a review. A blob never changes.</summary>
internal sealed class ReadingBlobs(IngestStorage storage)
{
    /// <summary>The name of a reading's blob. The generation makes it one worker's own, so that nobody deletes another's.</summary>
    public static string NameOf(ReviewName review, string contentHash, int readerVersion, long generation) =>
        FormattableString.Invariant($"{TableKey.Of(review.Value)}/{contentHash[..16]}-{readerVersion}-{generation}.json");

    public Task WriteAsync(string name, StoredReading reading, CancellationToken cancellationToken) =>
        storage.Articles.GetBlobClient(name).UploadAsync(
            BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(reading, IngestJson.Instance.StoredReading)),
            new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" } },
            cancellationToken);

    /// <summary>A reading, or null when its blob is gone.</summary>
    public async Task<StoredReading?> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var content = await storage.Articles.GetBlobClient(name).DownloadContentAsync(cancellationToken);
            return StatementsJson.Read(content.Value.Content, IngestJson.Instance.StoredReading);
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return null;
        }
    }

    public Task DeleteAsync(string name, CancellationToken cancellationToken) =>
        storage.Articles.GetBlobClient(name).DeleteIfExistsAsync(cancellationToken: cancellationToken);
}
