using System.Globalization;
using System.Text;
using System.Text.Json;
using Ingest.Core;
using Ingest.Core.Films;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Tests.Ingestion;

/// <summary>Very many reviews of one film, dropped at once.</summary>
/// <remarks><c>INGEST_TEST_REVIEWS</c> takes other numbers than 1,000.</remarks>
public sealed class ManyReviewsTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    // What one instance of the app works on at once.
    private const int AtOnce = 16;

    private static readonly int Most = int.TryParse(
        Environment.GetEnvironmentVariable("INGEST_TEST_REVIEWS"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 1_000;

    [Fact]
    public async Task All_of_them_count_and_none_costs_more_than_half_as_much_again_as_one_of_a_hundred()
    {
        var ofHundred = await DropAsync(100);
        var ofMany = await DropAsync(Most);

        Assert.InRange(ofMany, 0, 1.5 * ofHundred);
    }

    [Fact]
    public async Task Several_instances_at_once_lose_none()
    {
        await DropAsync(200, instances: 4);
    }

    [Fact]
    public async Task Reviews_under_two_titles_that_one_of_them_joins_cost_little_more()
    {
        const int Reviews = 300;
        await using var app = await TestApp.StartAsync(azurite);
        string PageOf(int number) => number == 150 ? $"{Page(number)}\naka: Zarte Glut"
            : number % 2 == 0 ? Page(number) : Page(number).Replace("Ember Road", "Zarte Glut", StringComparison.Ordinal);
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = AtOnce };
        await Parallel.ForEachAsync(Enumerable.Range(0, Reviews), atOnce, async (number, _) => await app.PutAsync($"{number}.html", PageOf(number)));
        app.Worker.Gate.Reset();
        await Parallel.ForEachAsync(Enumerable.Range(0, Reviews), atOnce, async (number, _) => await app.Worker.SettleAsync($"{number}.html"));
        await app.Worker.Get<LateFilms>().RunAsync(CancellationToken.None);
        var each = (double)app.Worker.Gate.Count / Reviews;

        output.WriteLine(FormattableString.Invariant($"{Reviews} reviews under two titles, {AtOnce} at once: {each:F2} requests to storage for each"));
        Assert.Equal(Reviews, (await ProfileAsync(app)).ReviewCount);
        Assert.Equal("ember-road-1999", (await app.Worker.Get<FilmTable>().FindAsync("zarte-glut-1999", CancellationToken.None))!.RedirectTo);
        Assert.InRange(each, 0, 12);
    }

    [Fact]
    public async Task One_review_more_of_a_film_of_many_waits_for_others_or_for_the_next_round()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await DropAsync(app, 450);
        await app.Worker.Get<LateFilms>().RunAsync(CancellationToken.None);
        Assert.Equal(450, (await ProfileAsync(app)).ReviewCount);

        app.Worker.Gate.Reset();
        Assert.Equal(IngestOutcome.Ingested, await app.DropAsync("late.html", Page(450)));
        var requests = app.Worker.Gate.Count;
        Assert.Equal(450, (await ProfileAsync(app)).ReviewCount);

        Assert.Equal(1, await app.Worker.Get<LateFilms>().RunAsync(CancellationToken.None));
        Assert.Equal(451, (await ProfileAsync(app)).ReviewCount);
        Assert.Equal(0, await app.Worker.Get<LateFilms>().RunAsync(CancellationToken.None));
        Assert.InRange(requests, 1, 11);

        // Enough of them are not kept waiting.
        await DropAsync(app, 3, from: 451);
        Assert.InRange((await ProfileAsync(app)).ReviewCount, 453, 454);

        // A film that turns out to be this one is not kept waiting either: its id redirects at once.
        await app.DropAsync("other.html", "film: Zarte Glut\nyear: 1999");
        await app.DropAsync("linking.html", $"{Page(460)}\naka: Zarte Glut");
        var gone = await app.Worker.Get<FilmTable>().FindAsync("zarte-glut-1999", CancellationToken.None);
        Assert.Equal("ember-road-1999", gone!.RedirectTo);
    }

    // Requests per review.
    private async Task<double> DropAsync(int reviews, int instances = 1)
    {
        await using var app = await TestApp.StartAsync(azurite);
        TestWorker[] workers = [app.Worker, .. Enumerable.Range(1, instances - 1).Select(_ => app.NewWorker())];
        await DropAsync(app, reviews, workers: workers);
        await app.Worker.Get<LateFilms>().RunAsync(CancellationToken.None);
        var each = (double)workers.Sum(worker => worker.Gate.Count) / reviews;

        var profile = await ProfileAsync(app);
        var evidence = Enumerable.Range(0, reviews).SelectMany(number =>
            Pages.Reader.Read(Encoding.UTF8.GetBytes(Page(number)), ReadingLimits.Default).Films!,
            (number, film) => new Evidence($"{number}.html", new DateOnly(2020, 5, 1), film));
        Assert.Equal(reviews, profile.ReviewCount);
        Assert.Equal(
            JsonSerializer.Serialize(Assert.Single(FilmMerge.Merge(evidence)), CoreJson.Instance.FilmProfile),
            JsonSerializer.Serialize(profile, CoreJson.Instance.FilmProfile));
        output.WriteLine(FormattableString.Invariant(
            $"{reviews} reviews of one film, {AtOnce} at once in each of {instances} instances: {each:F2} requests to storage for each"));
        return each;
    }

    private static async Task DropAsync(TestApp app, int reviews, int from = 0, TestWorker[]? workers = null)
    {
        workers ??= [app.Worker];
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = AtOnce };
        await Parallel.ForEachAsync(
            Enumerable.Range(from, reviews), atOnce, async (number, _) => await app.PutAsync($"{number}.html", Page(number)));
        app.Worker.Gate.Reset();
        await Task.WhenAll(workers.Select((worker, at) => Parallel.ForEachAsync(
            Enumerable.Range(from, reviews).Where(number => number % workers.Length == at),
            atOnce,
            async (number, _) => await worker.SettleAsync($"{number}.html"))));
    }

    private static async Task<FilmProfile> ProfileAsync(TestApp app)
    {
        var stored = await app.Worker.Get<FilmTable>().FindAsync("ember-road-1999", CancellationToken.None);
        return JsonSerializer.Deserialize(stored!.Json!, CoreJson.Instance.FilmProfile)!;
    }

    private static string Page(int number) =>
        $"film: Ember Road\nyear: 1999\ndirector: Ada Quill\ncast: Bo Lind as Reed\ncast: Extra {(char)('A' + (number % 26))}dams\nruntime: {100 + (number % 3)}";
}
