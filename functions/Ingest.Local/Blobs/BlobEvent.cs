using Azure.Storage.Blobs;

namespace Ingest.Local.Blobs;

/// <summary>A blob that a function is called for.</summary>
/// <param name="Values">What the parameters of the pattern stand for in the blob's name.</param>
internal sealed record BlobEvent(
    BlobClient Blob,
    IReadOnlyDictionary<string, string> Values,
    CancellationToken Cancellation);
