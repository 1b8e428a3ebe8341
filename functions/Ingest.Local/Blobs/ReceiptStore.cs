using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Ingest.Local.Blobs;

/// <summary>
/// The receipts of one function, kept in storage as one small blob per blob and mirrored in memory. A receipt is written
/// after the function's run, so that what a killed process left unfinished has none and runs again.
/// </summary>
/// <param name="container">Where receipts are kept.</param>
/// <param name="function">Whose they are.</param>
/// <param name="watched">The container of the blobs they are about.</param>
internal sealed class ReceiptStore(BlobContainerClient container, string function, string watched)
{
    public const string Container = "ingest-local-receipts";

    private readonly ConcurrentDictionary<string, Receipt> _receipts = new();

    /// <summary>Reads the receipts of earlier runs.</summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        await foreach (var item in container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, $"{function}/", cancellation))
        {
            if (item.Metadata.TryGetValue("version", out var version)
                && item.Metadata.TryGetValue("state", out var name) && Enum.TryParse<ReceiptState>(name, out var state)
                && item.Metadata.TryGetValue("attempts", out var text) && int.TryParse(text, CultureInfo.InvariantCulture, out var attempts))
            {
                _receipts[item.Name] = new Receipt(new ETag(version), state, attempts);
            }
        }
    }

    /// <summary>The receipt of a version of a blob; null when there is none.</summary>
    public Receipt? Find(string blob, ETag version) =>
        _receipts.TryGetValue(KeyOf(blob), out var receipt) && receipt.Version == version ? receipt : null;

    /// <summary>Writes a receipt over the blob's earlier one. What <see cref="Find"/> gives is the new one also when it could
    /// not be written.</summary>
    public async Task WriteAsync(string blob, Receipt receipt, string? error, CancellationToken cancellation)
    {
        var key = KeyOf(blob);
        _receipts[key] = receipt;
        var forPeople = JsonSerializer.SerializeToUtf8Bytes(new
        {
            function,
            blob = $"{watched}/{blob}",
            version = receipt.Version.ToString(),
            state = receipt.State.ToString(),
            receipt.Attempts,
            error,
        });
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
            Metadata = new Dictionary<string, string>
            {
                ["version"] = receipt.Version.ToString(),
                ["state"] = receipt.State.ToString(),
                ["attempts"] = receipt.Attempts.ToString(CultureInfo.InvariantCulture),
            },
        };
        try
        {
            await container.GetBlobClient(key).UploadAsync(new BinaryData(forPeople), options, cancellation);
        }
        catch (RequestFailedException reason) when (reason.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            // Somebody deleted it, to have everything handled again at the next start.
            await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
            await container.GetBlobClient(key).UploadAsync(new BinaryData(forPeople), options, cancellation);
        }
    }

    // A blob's name may be as long as a name can be, so that nothing fits beside it.
    private string KeyOf(string blob) => $"{function}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{watched}/{blob}")))}";
}
