using System.Text.Json;
using Ingest.Core.Films;

namespace Ingest.Core.Tests.Films;

public sealed class OrderAndRepetitionTests(ITestOutputHelper output)
{
    private static readonly string[] Titles = ["Ember", "The Ember", "EMBER", "Ember: The Long Way", "Ember - A Story", "Ember Part 2"];
    private static readonly string[] People =
        ["Ida Holt", "Holt Ida", "I. Holt", "Holt", "Ryu Tae-min", "Ryoo Tae Min", "Tamsin Grey", "Rob Vance", "Robert Vance", "Robert Vance Jr."];
    private static readonly string?[] Characters = [null, "Mara", "Mara Quill", "Captain Quill", "the young Mara", "Ossian"];
    private static readonly string[] Countries = ["Norway", "Chile", "Japan"];
    private static readonly string?[] Territories = [null, null, "worldwide", "Norway"];
    private static readonly decimal[] Amounts = [12_000_000, 12_800_000, 12_811_206, 80_000_000, 39.50m, 39.5m];

    [Fact]
    public void Any_order_and_any_repetition_give_the_same_bytes()
    {
        for (var seed = 1; seed <= 150; seed++)
        {
            var random = new Random(seed);
            var evidence = Enumerable.Range(0, random.Next(1, 40)).Select(_ => AnyEvidence(random)).ToList();
            var expected = Bytes(evidence);
            for (var turn = 0; turn < 4; turn++)
            {
                var again = evidence.Concat(evidence.Where(_ => random.Next(3) == 0).Select(Copy)).ToArray();
                random.Shuffle(again);
                Assert.True(expected == Bytes(again), $"seed {seed}, turn {turn}");
            }
        }

        output.WriteLine("seeds 1 to 150, 4 shuffles with repetitions each");
    }

    [Fact]
    public void Ids_of_one_merge_are_distinct_and_ordered()
    {
        for (var seed = 1; seed <= 150; seed++)
        {
            var random = new Random(seed);
            var ids = FilmMerge.Merge(Enumerable.Range(0, 40).Select(_ => AnyEvidence(random))).Select(film => film.Id).ToList();

            Assert.True(ids.Distinct().Count() == ids.Count, $"seed {seed}");
            Assert.True(ids.SequenceEqual(ids.Order(StringComparer.Ordinal)), $"seed {seed}");
        }
    }

    [Fact]
    public void Every_review_is_in_some_profile()
    {
        for (var seed = 1; seed <= 150; seed++)
        {
            var random = new Random(seed);
            var evidence = Enumerable.Range(0, 30).Select(_ => AnyEvidence(random)).ToList();

            var behind = FilmMerge.Merge(evidence).SelectMany(film => film.Reviews).Distinct().Order(StringComparer.Ordinal);

            Assert.True(behind.SequenceEqual(evidence.Select(one => one.Review).Distinct().Order(StringComparer.Ordinal)), $"seed {seed}");
        }
    }

    private static string Bytes(IEnumerable<Evidence> evidence) => string.Join(
        '\n',
        FilmMerge.Merge(evidence).Select(film => JsonSerializer.Serialize(film, CoreJson.Instance.FilmProfile)));

    private static Evidence Copy(Evidence one) => one with { Film = one.Film with { Statements = [.. one.Film.Statements] } };

    private static Evidence AnyEvidence(Random random)
    {
        var says = Says.Review(
            $"review-{random.Next(25)}",
            Any(random, Titles),
            random.Next(3) > 0,
            random.Next(3) == 0 ? $"{random.Next(1990, 2022)}-05-01" : null);
        for (var more = random.Next(9); more > 0; more--)
        {
            _ = random.Next(11) switch
            {
                0 => says.Year(random.Next(4) == 0 ? random.Next(1980, 2020) : 2013),
                1 => says.Director(Any(random, People)),
                2 or 3 or 4 => says.Cast(Any(random, People), Any(random, Characters)),
                5 => says.Country(Any(random, Countries)),
                6 => says.Gross(Any(random, Amounts), Any(random, Territories), (Core.Facts.Qualifier)random.Next(4)),
                7 => says.Budget(Any(random, Amounts), random.Next(2) == 0 ? 14_000_000 : null),
                8 => says.Released($"{random.Next(2012, 2015)}-0{random.Next(1, 9)}-11", Any(random, Territories)),
                9 => says.Id("imdb", $"tt000000{random.Next(3)}"),
                _ => says.Runtime(random.Next(100, 103)),
            };
        }

        return says;
    }

    private static T Any<T>(Random random, T[] of) => of[random.Next(of.Length)];
}
