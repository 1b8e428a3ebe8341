using Azure;
using Azure.Storage.Blobs;
using Ingest.Local.Blobs;

namespace Ingest.Chaos.Files;

/// <summary>Does to the files what the steps say, past the proxies, as somebody does who knows nothing of the app.</summary>
internal sealed class FileDriver
{
    private const string Trigger = "IngestReviewPolled";
    private readonly BlobContainerClient _files;
    private readonly BlobContainerClient _receiptFiles;
    private readonly ReceiptStore _receipts;
    private readonly HashSet<string> _unnoticed = new(StringComparer.Ordinal);

    public FileDriver(BlobContainerClient files, BlobServiceClient storage)
    {
        _files = files;
        _receiptFiles = storage.GetBlobContainerClient(ReceiptStore.Container);
        _receipts = new(_receiptFiles, Trigger, files.Name);
    }

    /// <summary>Files whose last change no trigger tells of, by <see cref="SwallowAsync"/>.</summary>
    public IReadOnlyCollection<string> Unnoticed => _unnoticed;

    /// <summary>Events swallowed so far.</summary>
    public int Swallowed { get; private set; }

    public async Task TakeAsync(FileStep step, CancellationToken cancellation)
    {
        _unnoticed.Remove(step.Name);
        var file = _files.GetBlobClient(step.Name);
        if (step.Content is { } content)
        {
            await file.UploadAsync(new BinaryData(content), overwrite: true, cancellation);
        }
        else
        {
            await file.DeleteIfExistsAsync(cancellationToken: cancellation);
        }
    }

    /// <summary>Leaves a step to somebody else.</summary>
    public void Leave(FileStep step) => _unnoticed.Remove(step.Name);

    /// <summary>Takes a step of which the app's trigger never hears. The app must be down: it reads receipts when it starts.</summary>
    public async Task SwallowAsync(FileStep step, CancellationToken cancellation)
    {
        await TakeAsync(step, cancellation);
        if (step.Content is not null)
        {
            var properties = await _files.GetBlobClient(step.Name).GetPropertiesAsync(cancellationToken: cancellation);

            // As a listing writes it, without quotes: that is what hosts compare.
            var handled = new Receipt(new ETag(properties.Value.ETag.ToString().Trim('"')), ReceiptState.Handled, 0);
            await _receiptFiles.CreateIfNotExistsAsync(cancellationToken: cancellation);
            await _receipts.WriteAsync(step.Name, handled, null, cancellation);
            _unnoticed.Add(step.Name);
            Swallowed++;
        }
    }

    /// <summary>All files there are.</summary>
    public async Task<IReadOnlyDictionary<string, byte[]>> ReadAsync(CancellationToken cancellation)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        await foreach (var file in _files.GetBlobsAsync(cancellationToken: cancellation))
        {
            files[file.Name] = (await _files.GetBlobClient(file.Name).DownloadContentAsync(cancellation)).Value.Content.ToArray();
        }

        return files;
    }
}
