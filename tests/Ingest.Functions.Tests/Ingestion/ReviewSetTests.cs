using System.Globalization;

namespace Ingest.Functions.Tests.Ingestion;

/// <summary>
/// Random sets of reviews, dropped, replaced, dropped again and deleted by eight instances of the app at once; afterwards
/// storage holds what the plain merge in memory makes of the files that are there, byte for byte.
/// </summary>
/// <remarks><c>INGEST_TEST_SEED</c> repeats a printed seed, <c>INGEST_TEST_SETS</c> runs more sets.</remarks>
public sealed class ReviewSetTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    private const int Rounds = 20;
    private const int Workers = 8;
    private const int SetsAtOnce = 3;
    private const int MostReviews = 60;
    private static readonly int Sets = Number("INGEST_TEST_SETS") ?? 200;

    // Titles that are one film's or are not: with and without subtitle, with other separators, translated, numbered.
    private static readonly string[] Titles =
    [
        "Ember Road", "The Ember Road", "Ember Road: The Long Way", "Ember Road - The Long Way", "Ember Road The Long Way",
        "Ember Road 2", "Glutstrasse", "Harbour of Glass", "Le Port de verre", "유리 항구", "1917", "Her",
    ];

    private static readonly string[] People = ["Ada Quill", "QUILL Ada", "Bo Lind", "Cy Moor", "Ryu Tae-min", "Ryoo Tae Min"];
    private static readonly string[] Ids = ["imdb tt0000001", "imdb tt0000002", "wikidata Q1", "tmdb 7"];

    public static TheoryData<int> EveryRound => [.. Enumerable.Range(1, Rounds)];

    [Theory]
    [MemberData(nameof(EveryRound))]
    public async Task Any_interleaving_ends_in_the_merge_of_the_files_that_are_there(int round)
    {
        var given = Number("INGEST_TEST_SEED");
        var sets = Enumerable.Range(0, given is null ? (Sets + Rounds - 1) / Rounds : 1).Select(set => (round + (set * Rounds), given ?? Random.Shared.Next()));
        await Parallel.ForEachAsync(sets, new ParallelOptions { MaxDegreeOfParallelism = SetsAtOnce }, async (set, _) =>
        {
            output.WriteLine($"set {set.Item1}: INGEST_TEST_SEED={set.Item2}");
            output.WriteLine($"set {set.Item1}: {await RunAsync(new Random(set.Item2))}");
        });
    }

    private async Task<string> RunAsync(Random random)
    {
        await using var app = await TestApp.StartAsync(azurite);
        var reviews = 1 + (int)((MostReviews - 1) * Math.Pow(random.NextDouble(), 8));
        var steps = Enumerable.Range(0, reviews).SelectMany(number => StepsOf($"{number}.html", random)).ToArray();
        var queues = Enumerable.Range(0, Workers).Select(_ => new List<(string Name, string? Page)>()).ToArray();
        foreach (var step in steps.OrderBy(_ => random.Next()))
        {
            queues[random.Next(Workers)].Add(step);
        }

        var requests = await Task.WhenAll(queues.Select(queue => WorkAsync(app, queue)));

        var files = new Dictionary<string, string>();
        await foreach (var blob in app.Files.GetBlobsAsync())
        {
            files[blob.Name] = (await app.Files.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString();
        }

        Assert.Equal(Stored.Expected(files), await Stored.ReadAsync(app));
        return $"{reviews} reviews, {steps.Length} drops and deletions, {requests.Sum()} requests";
    }

    private static IEnumerable<(string Name, string? Page)> StepsOf(string name, Random random)
    {
        var page = Page(random);
        yield return (name, page);
        while (random.Next(3) == 0)
        {
            page = random.Next(4) switch { 0 => null, 1 => page, _ => Page(random) };
            yield return (name, page);
        }
    }

    private static async Task<int> WorkAsync(TestApp app, List<(string Name, string? Page)> steps)
    {
        var worker = app.NewWorker();
        foreach (var (name, page) in steps)
        {
            await (page is null ? app.RemoveAsync(name) : app.PutAsync(name, page));
            await SettleAsync(worker, name);
        }

        return worker.Gate.Count;
    }

    // As a host does: what fails is tried again.
    private static async Task SettleAsync(TestWorker worker, string name)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await worker.SettleAsync(name);
                return;
            }
            catch (InvalidOperationException) when (attempt < 5)
            {
            }
        }
    }

    private static string Page(Random random)
    {
        if (random.Next(12) == 0)
        {
            return "nothing of films";
        }

        var lines = new List<string>();
        for (var film = 0; film == 0 || random.Next(3) == 0; film++)
        {
            lines.Add($"{(film == 0 ? "film" : "mention")}: {Pick(Titles)}");
            Perhaps(2, () => $"year: {2001 + (random.Next(3) * 9)}");
            Perhaps(2, () => $"director: {Pick(People)}");
            Perhaps(2, () => $"cast: {Pick(People)} as Reed");
            Perhaps(3, () => $"country: {(random.Next(2) == 0 ? "Norway" : "South Korea")}");
            Perhaps(4, () => $"aka: {Pick(Titles)}");
            Perhaps(5, () => $"id: {Pick(Ids)}");
        }

        return string.Join('\n', lines);

        string Pick(string[] from) => from[random.Next(from.Length)];

        void Perhaps(int oneIn, Func<string> line)
        {
            if (random.Next(oneIn) == 0)
            {
                lines.Add(line());
            }
        }
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
