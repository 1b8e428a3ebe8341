using System.Collections.Immutable;
using System.Globalization;
using Azure.Storage.Blobs;
using Ingest.Core;
using Ingest.Functions;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Web.Tests.Running;

/// <summary>Stores reviews by the app's own ingestion, as if they had been read by this very version of the app, but what is
/// read from a file is given: the file holds no more than its number.</summary>
internal sealed class ReviewStore : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly BlobContainerClient files;

    private ReviewStore(string connection, ImmutableArray<ReviewReading> readings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", connection)]).Build();
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddIngest(configuration)
            .AddSingleton(new Reader(ReviewReader.Version, (file, _) => readings[int.Parse(file.Span, CultureInfo.InvariantCulture)]))
            .BuildServiceProvider();
        files = new BlobContainerClient(connection, StorageNames.DropContainer);
    }

    /// <summary>Opens the storage, with the containers and tables in it.</summary>
    public static async Task<ReviewStore> OpenAsync(string connection, params ImmutableArray<ReviewReading> readings)
    {
        var store = new ReviewStore(connection, readings);
        await store.services.GetRequiredService<IngestStorage>().CreateAsync(CancellationToken.None);
        return store;
    }

    /// <summary>Drops a file and settles it.</summary>
    /// <param name="name">The review.</param>
    /// <param name="number">Of the reading.</param>
    public async Task DropAsync(string name, int number)
    {
        await files.GetBlobClient(name).UploadAsync(new BinaryData($"{number}"), overwrite: true);
        await services.GetRequiredService<ReviewIngestion>().SettleDroppedAsync(name, CancellationToken.None);
    }

    /// <summary>The id of the one film that a title finds.</summary>
    public async Task<string> FilmAsync(string title)
    {
        var found = await services.GetRequiredService<TitleTable>().FindAsync(new FilmQuery(title, null, null, 5, null), CancellationToken.None);
        return Assert.Single(found.Items).Id;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
