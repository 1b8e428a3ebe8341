using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace Ingest.Functions.Storage;

/// <summary>The app's containers and tables.</summary>
internal sealed class IngestStorage(BlobServiceClient blobs, TableServiceClient tables, StorageNames names)
{
    public BlobContainerClient ReviewFiles { get; } = blobs.GetBlobContainerClient(names.ReviewFiles);

    public BlobContainerClient Articles { get; } = blobs.GetBlobContainerClient(names.Articles);

    public TableClient Reviews { get; } = tables.GetTableClient(names.Reviews);

    public TableClient Evidence { get; } = tables.GetTableClient(names.Evidence);

    public TableClient Films { get; } = tables.GetTableClient(names.Films);

    public TableClient Titles { get; } = tables.GetTableClient(names.Titles);

    public TableClient State { get; } = tables.GetTableClient(names.State);

    /// <summary>Creates what is missing. Any number of instances may do so at once.</summary>
    public Task CreateAsync(CancellationToken cancellationToken) => Task.WhenAll(
        ReviewFiles.CreateIfNotExistsAsync(cancellationToken: cancellationToken),
        Articles.CreateIfNotExistsAsync(cancellationToken: cancellationToken),
        Reviews.CreateIfNotExistsAsync(cancellationToken),
        Evidence.CreateIfNotExistsAsync(cancellationToken),
        Films.CreateIfNotExistsAsync(cancellationToken),
        Titles.CreateIfNotExistsAsync(cancellationToken),
        State.CreateIfNotExistsAsync(cancellationToken));

    /// <summary>Asks the blob and the table service for something that is always there.</summary>
    /// <exception cref="Azure.RequestFailedException">One of them does not answer, or lacks what the app created.</exception>
    public async Task ProbeAsync(CancellationToken cancellationToken)
    {
        var container = ReviewFiles.GetPropertiesAsync(cancellationToken: cancellationToken);
        var row = Reviews.GetEntityIfExistsAsync<TableEntity>("probe", "probe", cancellationToken: cancellationToken);
        await container;
        await row;
    }
}
