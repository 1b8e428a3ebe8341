namespace Ingest.Chaos.Files;

/// <summary>An invented film.</summary>
/// <param name="OtherTitle">Another title of it, or null.</param>
/// <param name="Id">Its number at IMDb.</param>
internal sealed record MadeFilm(string Title, int Year, string Director, string Actor, string Character, int Minutes, string? OtherTitle, string Id)
{
    private static readonly string[] Things = ["Orrery", "Ferry", "Tollkeeper", "Lantern", "Ledger", "Weir", "Signalman", "Quarry", "Almanac"];
    private static readonly string[] Beginnings = ["Dun", "Vel", "Kar", "Mor", "Tes", "Bru", "Pel", "Gan", "Ost", "Lim", "Har"];
    private static readonly string[] Endings = ["moth", "wick", "sted", "holm", "grad", "vara", "linn", "dale", "fell", "haven"];
    private static readonly string[] FirstNames = ["Perrin", "Ada", "Otto", "Mara", "Ines", "Bo", "Hanna", "Lena"];
    private static readonly string[] LastNames = ["Oldacre", "Quill", "Brandt", "Venn", "Ferro", "Lind", "Koskela", "Falk", "Moor"];

    /// <summary>Films, among them remakes (the title of another film, another year and director), films that go by two titles,
    /// and sequels with a number.</summary>
    public static IReadOnlyList<MadeFilm> Make(int count, Random random)
    {
        var films = new List<MadeFilm>();
        for (var number = 0; number < count; number++)
        {
            var before = films.LastOrDefault();
            var title = (before, number % 5) switch
            {
                ({ } first, 2) => first.Title,
                ({ } first, 4) => $"{first.Title} 2",
                _ => TitleOf(number),
            };
            films.Add(new(
                title,
                1950 + random.Next(70),
                PersonOf(random),
                PersonOf(random),
                Pick(FirstNames, random),
                80 + random.Next(80),
                number % 3 == 1 ? $"Song of the {Things[number % Things.Length]} at {PlaceOf(number)}" : null,
                $"tt{9000000 + number}"));
        }

        return films;
    }

    private static string TitleOf(int number) => $"The {Things[number % Things.Length]} of {PlaceOf(number)}";

    private static string PlaceOf(int number) => Beginnings[number % Beginnings.Length] + Endings[number / Beginnings.Length % Endings.Length];

    private static string PersonOf(Random random) => $"{Pick(FirstNames, random)} {Pick(LastNames, random)}";

    private static string Pick(string[] from, Random random) => from[random.Next(from.Length)];
}
