using System.Collections.Immutable;
using System.Text;
using Ingest.Core;
using Ingest.Core.Articles;
using Ingest.Core.Facts;
using Ingest.Functions.Ingestion;

namespace Ingest.Functions.Tests.OpenApi;

/// <summary>Made-up reviews that the document's examples tell of, with what is to be read in them: the examples show what
/// answers look like, and stay as they are when reading gets better.</summary>
internal static class ExampleReviews
{
    public const string First = "ember-road.html";
    public const string Second = "north/second-look.html";
    public const string Rejected = "list-of-links.html";
    public const string Failed = "met-a-fault.html";

    private const string FirstText =
        "Ember Road is a Norwegian drama of 1999, directed by Ada Quill and written by Cy Moor. Bo Lind plays Reed, a signalman "
        + "who keeps the last lamp of a closed line.\n\n"
        + "It runs for 118 minutes and cost about 12 million kroner. In Norway it took more than 40 million kroner.";

    private const string SecondText =
        "Ada Quill's Ember Road, known in Germany as Glutstraße, came out in 2000. Like Harbour of Glass, it waits for a train.";

    public static Reader Reader { get; } = new(1, (file, _) => Read(Encoding.UTF8.GetString(file.Span)));

    /// <summary>A file of this name.</summary>
    public static byte[] FileOf(string name) => Encoding.UTF8.GetBytes(name);

    private static ReviewReading Read(string name) => name switch
    {
        First => ReviewReading.Of(
            new Article
            {
                Title = "The last lamp of the line",
                Byline = "Nora Vale",
                SiteName = "Northern Reel",
                PublishedOn = new DateOnly(2021, 3, 4),
                Language = "en",
                Url = "https://reel.example/ember-road",
                Text = FirstText,
                Spans = [new ArticleSpan(SpanKind.Emphasis, 0, "Ember Road".Length)],
            },
            [new FilmStatements("Ember Road", true, StatementsOfFirst())]),
        Second => ReviewReading.Of(
            new Article { Title = "A second look", SiteName = "Winter Post", Language = "en", Text = SecondText },
            [
                new FilmStatements("Ember Road", true, StatementsOfSecond()),
                new FilmStatements("Harbour of Glass", false, [new TitleStatement("Harbour of Glass", In(SecondText, "Like"), 0.9)]),
            ]),
        Failed => throw new NotSupportedException("made up"),
        _ => ReviewReading.Of(new Rejection(RejectionReason.NoArticle, "The page holds no article: it has links alone.")),
    };

    private static ImmutableArray<Statement> StatementsOfFirst()
    {
        var (film, role) = (In(FirstText, "Ember"), In(FirstText, "Bo"));
        var (cost, taken) = (In(FirstText, "It runs"), In(FirstText, "In Norway"));
        return
        [
            new TitleStatement("Ember Road", film, 0.97),
            new CountryStatement("Norway", film, 0.93),
            new GenreStatement("drama", film, 0.95),
            new YearStatement(1999, film, 0.96),
            new DirectorStatement("Ada Quill", film, 0.98),
            new WriterStatement("Cy Moor", film, 0.94),
            new CastStatement("Bo Lind", "Reed", role, 0.96),
            new RuntimeStatement(118, cost, 0.97),
            new BudgetStatement(12_000_000, null, "NOK", Qualifier.Approximately, cost, 0.92),
            new BoxOfficeStatement(BoxOfficeMeasure.Gross, 40_000_000, "NOK", "Norway", Qualifier.AtLeast, taken, 0.93),
            new ReleaseDateStatement(new DateOnly(1999, 10, 1), null, new Quote("datePublished: 1999-10-01", null, null), 0.9),
            new ExternalIdStatement("imdb", "tt0000001", new Quote("sameAs: https://www.imdb.com/title/tt0000001/", null, null), 0.95),
        ];
    }

    private static ImmutableArray<Statement> StatementsOfSecond()
    {
        var film = In(SecondText, "Ada");
        return
        [
            new TitleStatement("Ember Road", film, 0.96),
            new DirectorStatement("Ada Quill", film, 0.93),
            new AlternateTitleStatement("Glutstraße", film, 0.91),
            new YearStatement(2000, film, 0.9),
            new ComparisonStatement("Harbour of Glass", In(SecondText, "Like"), 0.9),
        ];
    }

    /// <summary>The sentence that begins so.</summary>
    private static Quote In(string text, string beginning)
    {
        var start = text.IndexOf(beginning, StringComparison.Ordinal);
        var end = text.IndexOf(". ", start, StringComparison.Ordinal);
        var paragraph = text.IndexOf('\n', start);
        var stop = new[] { end < 0 ? text.Length : end + 1, paragraph < 0 ? text.Length : paragraph }.Min();
        return new Quote(text[start..stop], start, stop);
    }
}
