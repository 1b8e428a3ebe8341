using Ingest.Core.Films;

namespace Ingest.Core.Tests.Films;

/// <summary>Random evidence in which titles, other titles, ids, years and people meet and contradict.</summary>
internal static class AnyEvidence
{
    private static readonly string[] Titles =
    [
        "Ember", "The Ember", "Ember: The Long Way", "Ember - The Long Way", "Ember The Long Way", "Ember 2", "Ember: Part 2",
        "Glut", "Glut: Der lange Weg", "Brasa", "La Brasa", "잿불", "Zarzewie", "300", "Up",
    ];

    private static readonly string[] People = ["Ida Holt", "Holt Ida", "I. Holt", "Rob Vance", "Robert Vance", "Ryu Tae-min", "Tamsin Grey", "Aras Yurt"];

    public static List<Evidence> Some(Random random, int most) =>
        [.. Enumerable.Range(0, random.Next(1, most)).Select(_ => One(random, reviews: most))];

    private static Evidence One(Random random, int reviews)
    {
        var says = Says.Review(
            $"review-{random.Next(reviews)}",
            Any(random, Titles),
            random.Next(3) > 0,
            random.Next(4) == 0 ? $"{random.Next(2010, 2016)}-05-01" : null);
        for (var more = random.Next(6); more > 0; more--)
        {
            _ = random.Next(10) switch
            {
                0 or 1 => says.Year(random.Next(3) == 0 ? 2012 : 2019),
                2 or 3 => says.Director(Any(random, People)),
                4 => says.Cast(Any(random, People), random.Next(2) == 0 ? "Mara" : null),
                5 => says.Country(random.Next(3) == 0 ? "Chile" : "Norway"),
                6 or 7 => says.AlsoTitled(Any(random, Titles), random.Next(4) == 0 ? 0.7 : 0.9),
                8 => says.Id(random.Next(2) == 0 ? "imdb" : "wikidata", $"Q{random.Next(4)}"),
                _ => says.Runtime(random.Next(100, 103)),
            };
        }

        return says;
    }

    private static T Any<T>(Random random, T[] of) => of[random.Next(of.Length)];
}
