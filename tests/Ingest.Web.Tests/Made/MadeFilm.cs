using System.Collections.Immutable;
using Ingest.Core.Facts;
using Ingest.Core.Films;

namespace Ingest.Web.Tests.Made;

/// <summary>A made-up film with a value in every field, and a way to put any text into all of them.</summary>
internal static class MadeFilm
{
    public const string Id = "the-lamplighter-of-orsk-2016";

    public static FilmView View { get; } = new(Profile)
    {
        Reviews =
        [
            new("north/lamplighter.html", ReviewState.Ingested, "A light in every window", "Northern Reel", null, new DateOnly(2016, 11, 9)),
            new("lamplighter-2.html", ReviewState.Ingested, "Orsk after dark", "The Saltmarsh Post", null, new DateOnly(2016, 12, 1)),
            new("winter-preview.html", ReviewState.Received, "What to see this winter", "Kinoglass"),
        ],
    };

    public static FilmProfile Profile => new()
    {
        Id = Id,
        Title = Said("The Lamplighter of Orsk", 3, 0.99),
        AlternateTitles = [Said("Фонарщик из Орска", 1, 0.8)],
        Year = Said(2016, 2, 0.93),
        ReleaseDate = Said(new DateOnly(2016, 11, 4), 1, 0.71),
        RuntimeMinutes = Said(118, 2, 0.9),
        Countries = [Said("Kazakhstan", 2, 0.88), Said("Finland", 1, 0.6)],
        Genres = [Said("drama", 2, 0.9), Said("mystery", 1, 0.7)],
        Directors = [new("Aino Vestergren", ["Aino Westergren"], 3, 0.97, Sources("Aino Vestergren directs as if snow were a sound."))],
        Writers = [new("Timur Osk", [], 1, 0.7, Sources("Timur Osk wrote it in one winter."))],
        Cast =
        [
            new("Dana Bekova", [], "Marfa", ["Mrs. Marfa"], 3, 0.96, Sources("Dana Bekova plays Marfa, who keeps the keys.")),
            new("Ilmari Koskela", ["KOSKELA Ilmari", "Ilmari Kosk'ela"], "the lamplighter", [], 2, 0.91, Sources("Ilmari Koskela is the lamplighter.")),
            new("Ruslan Ait", [], null, [], 1, 0.5, Sources("Ruslan Ait has two scenes and steals both.")),
        ],
        BoxOffice =
        [
            new(BoxOfficeMeasure.Gross, 41_200_000, "USD", "worldwide", Qualifier.AtLeast, 2, 0.86, Sources("It has taken more than $41.2 million around the world.")),
            new(BoxOfficeMeasure.OpeningWeekend, 7_500_000, "USD", "Finland", Qualifier.Approximately, 1, 0.7, Sources("It opened to about 7.5 million dollars in Finland.")),
            new(BoxOfficeMeasure.Gross, 2_900_000, "EUR", "Finland", Qualifier.AtMost, 1, 0.6, Sources("At home it made no more than 2.9 million euros.")),
            new(BoxOfficeMeasure.Admissions, 1_234_567, null, "Kazakhstan", Qualifier.Exact, 1, 0.75, Sources("1,234,567 people bought a ticket in Kazakhstan alone.")),
        ],
        Budget = [new(3_500_000, 4_000_000, "EUR", Qualifier.Approximately, 1, 0.64, Sources("It cost some 3.5 to 4 million euros."))],
        Comparisons = [Said("The Ferry Clerk", 1, 0.7)],
        ExternalIds = [new("imdb", "tt0000000", 1, 0.9, Sources("sameAs: https://www.imdb.com/title/tt0000000/", structured: true))],
        Conflicts =
        [
            new("year", "2015", "2016", 1, 0.4, Sources("This 2015 drama is slow.")),
            new("boxOffice.gross.USD.worldwide", "39000000", "41200000", 1, 0.35, Sources("The film made $39 million.")),
            new("cast.character", "Martha", "Marfa", 1, 0.3, Sources("Dana Bekova as Martha is a marvel.")),
            new("soundtrack", "Ole Brandt", "Mina Ress", 1, 0.2, Sources("Ole Brandt's music is spare.")),
        ],
        ReviewCount = 3,
        SubjectOf = 2,
        Reviews = ["lamplighter-2.html", "north/lamplighter.html", "winter-preview.html"],
    };

    public static FilmSummary Summary => FilmSummary.Of(Profile);

    /// <summary>The film with a text in every field that can hold one.</summary>
    public static FilmView Holding(string text)
    {
        ImmutableArray<Source> sources = [new(text, text, 0, 5), new(text + "2", text, null, null)];
        Supported<string> value = new(text, 2, 0.5, sources);
        return new(new FilmProfile
        {
            Id = text,
            Title = value,
            AlternateTitles = [value],
            Year = new(2016, 2, 0.5, sources),
            ReleaseDate = new(new DateOnly(2016, 11, 4), 2, 0.5, sources),
            RuntimeMinutes = new(118, 2, 0.5, sources),
            Countries = [value],
            Genres = [value],
            Directors = [new(text, [text], 2, 0.5, sources)],
            Writers = [new(text, [text], 2, 0.5, sources)],
            Cast = [new(text, [text], text, [text], 2, 0.5, sources)],
            BoxOffice = [new(BoxOfficeMeasure.Gross, 1, text, text, Qualifier.Exact, 2, 0.5, sources)],
            Budget = [new(1, null, text, Qualifier.Exact, 2, 0.5, sources)],
            Comparisons = [value],
            ExternalIds = [new("imdb", text, 2, 0.5, sources), new(text, text, 2, 0.5, sources)],
            Conflicts =
            [
                new("year", text, "2016", 1, 0.5, sources),
                new("title", text, text, 1, 0.5, sources),
                new("boxOffice.gross", text, "1", 1, 0.5, sources),
                new("x" + text, text, text, 1, 0.5, sources),
            ],
            ReviewCount = 3,
            SubjectOf = 1,
            Reviews = [text],
        })
        {
            Reviews = [new(text, ReviewState.Failed, text, text, text)],
        };
    }

    private static Supported<T> Said<T>(T value, int support, double confidence) =>
        new(value, support, confidence, Sources($"The review says {value} here, and means it.")[..Math.Min(support, 2)]);

    private static ImmutableArray<Source> Sources(string quote, bool structured = false) =>
    [
        structured ? new("lamplighter-2.html", quote, null, null) : new("north/lamplighter.html", quote, 0, quote.Length),
        new("winter-preview.html", quote, null, null),
    ];
}
