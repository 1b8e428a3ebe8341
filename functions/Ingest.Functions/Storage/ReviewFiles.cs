using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ingest.Functions.Ingestion;

namespace Ingest.Functions.Storage;

/// <summary>The files as they were dropped. Each is asked for by a usable name only.</summary>
internal sealed class ReviewFiles(IngestStorage storage, ReadingGate gate)
{
    // What one upload holds in memory; a larger file is written in so many parts, which count once the last one is there.
    private const int PartBytes = 4 * 1024 * 1024;

    /// <summary>The present version of a file, without quotes; null when there is no file.</summary>
    public async Task<string?> ETagAsync(ReviewName name, CancellationToken cancellationToken)
    {
        try
        {
            var properties = await Blob(name)
                .GetPropertiesAsync(cancellationToken: cancellationToken);
            return Bare(properties.Value.ETag);
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return null;
        }
    }

    /// <summary>A file with its bytes, without them when they are more than a number; null when there is no file. Waits until
    /// there is room for its bytes; the caller gives their share back.</summary>
    public async Task<StoredFile?> ReadAsync(ReviewName name, long maxBytes, CancellationToken cancellationToken)
    {
        ReadingShare? share = null;
        try
        {
            for (var room = 0L; ;)
            {
                long length;
                using (var download = (await Blob(name).DownloadStreamingAsync(cancellationToken: cancellationToken)).Value)
                {
                    (var etag, length) = (Bare(download.Details.ETag), download.Details.ContentLength);
                    if (length > maxBytes)
                    {
                        return new(etag, length, null, "");
                    }

                    (share, room) = share is null ? (gate.TryEnter(length), length) : (share, room);
                    if (share is not null && length <= room)
                    {
                        // The body is as long as its header says: one request, one version of the file.
                        var content = new byte[length];
                        await download.Content.ReadExactlyAsync(content, cancellationToken);
                        var file = new StoredFile(etag, length, content, Convert.ToHexStringLower(SHA256.HashData(content))) { Share = share };
                        share = null;
                        return file;
                    }
                }

                // No connection is kept waiting; and the file may be another one by then.
                share?.Dispose();
                share = null;
                (share, room) = (await gate.EnterAsync(length, cancellationToken), length);
            }
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return null;
        }
        finally
        {
            share?.Dispose();
        }
    }

    /// <summary>Writes a file and gives its version.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">Its bytes, read to the end; whatever they throw, nothing of the file is written.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="conditions">When to write it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="RequestFailedException">409 or 412: the conditions do not hold.</exception>
    public async Task<string> WriteAsync(
        ReviewName name,
        Stream content,
        string contentType,
        BlobRequestConditions conditions,
        CancellationToken cancellationToken)
    {
        var written = await Blob(name).UploadAsync(
            content,
            new BlobUploadOptions
            {
                Conditions = conditions,
                HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
                TransferOptions = new StorageTransferOptions { InitialTransferSize = PartBytes, MaximumTransferSize = PartBytes, MaximumConcurrency = 1 },
            },
            cancellationToken);
        return Bare(written.Value.ETag);
    }

    /// <summary>Deletes a file; false when there was none.</summary>
    public async Task<bool> DeleteAsync(ReviewName name, CancellationToken cancellationToken) =>
        await Blob(name).DeleteIfExistsAsync(
            DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken);

    /// <summary>All files, page by page, with their versions; among them those with names that are not usable.</summary>
    public async IAsyncEnumerable<(ReviewName Name, string ETag)> ListAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in storage.ReviewFiles.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            yield return (ReviewName.Listed(blob.Name), Bare(blob.Properties.ETag ?? default));
        }
    }

    // The client tidies some names into others: whatever a name's own rules miss ends here, before anything is asked for.
    private BlobClient Blob(ReviewName name)
    {
        var blob = storage.ReviewFiles.GetBlobClient(name.Value);
        return name.IsUsable && blob.Name == name.Value && blob.BlobContainerName == storage.ReviewFiles.Name
            ? blob
            : throw new ArgumentException("No file can be asked for by this name.", nameof(name));
    }

    private static string Bare(ETag etag) => etag.ToString("G").Trim('"');
}
