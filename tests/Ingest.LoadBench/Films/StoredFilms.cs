using Azure.Storage.Blobs;
using Ingest.Functions;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.LoadBench.Films;

/// <summary>Films in storage, written by the app's own ingestion of made-up reviews.</summary>
/// <param name="Famous">Id of the film of many reviews.</param>
/// <param name="Small">Id of a film of three.</param>
internal sealed record StoredFilms(string Famous, string Small)
{
    public const int ReviewsOfSmall = 3;

    /// <summary>What a search for the beginning of a title finds several films by.</summary>
    public const string Beginning = "Paper";

    private const string FamousTitle = "The Long Platform";
    private const string SmallTitle = "Paper Lighthouse";

    // What one instance of the app works on at once.
    private const int AtOnce = 16;

    // Films of one review each, so that a search has something to leave out.
    private static readonly string[] FirstWords = ["Paper", "Slow", "Winter", "Glass", "Ember"];
    private static readonly string[] LastWords = ["Orchard", "Canal", "Road", "Harbour", "Gravel", "Umbrella"];

    /// <summary>Stores them.</summary>
    /// <param name="connection">Of the storage.</param>
    /// <param name="reviews">Reviews of the film of many.</param>
    public static async Task<StoredFilms> CreateAsync(string connection, int reviews)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", connection)]).Build();
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddIngest(configuration)
            .AddSingleton(MadeReviews.Reader)
            .BuildServiceProvider();
        await services.GetRequiredService<IngestStorage>().CreateAsync(CancellationToken.None);
        var files = new BlobContainerClient(connection, StorageNames.DropContainer);
        var ingestion = services.GetRequiredService<ReviewIngestion>();
        var others = FirstWords.SelectMany(first => LastWords, (first, last) => $"{first} {last}|0");
        var all = Enumerable.Range(0, reviews).Select(number => $"{FamousTitle}|{number}")
            .Concat(Enumerable.Range(0, ReviewsOfSmall).Select(number => $"{SmallTitle}|{number}"))
            .Concat(others);
        await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (review, cancellation) =>
        {
            var name = review.Replace('|', '-') + ".html";
            await files.GetBlobClient(name).UploadAsync(new BinaryData(review), cancellation);
            await ingestion.SettleDroppedAsync(name, cancellation);
        });
        await services.GetRequiredService<LateFilms>().RunAsync(CancellationToken.None);

        var titles = services.GetRequiredService<TitleTable>();
        return new(await IdOfAsync(FamousTitle), await IdOfAsync(SmallTitle));

        async Task<string> IdOfAsync(string title) =>
            (await titles.FindAsync(new FilmQuery(title, null, null, 1, null), CancellationToken.None)).Items.Single().Id;
    }
}
