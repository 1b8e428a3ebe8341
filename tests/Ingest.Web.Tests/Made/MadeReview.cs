using System.Collections.Immutable;
using Ingest.Core.Articles;
using Ingest.Core.Facts;

namespace Ingest.Web.Tests.Made;

/// <summary>A made-up review whose statements' offsets are looked up in its text.</summary>
internal static class MadeReview
{
    public const string Name = "north/lamplighter.html";

    /// <summary>How often reading the one of <see cref="Holding"/> was tried.</summary>
    public const int AttemptsOfHolding = 5;

    private const string Text =
        "Dana Bekova plays Marfa, who keeps the keys. The snow does the rest.\n\n"
        + "A town without lamps\n\n"
        + "Aino Vestergren directs The Lamplighter of Orsk as if snow were a sound, and her 118 minutes feel like one "
        + "long evening. Nobody who saw The Ferry Clerk will be surprised. Where that film counted coins, this one counts "
        + "windows, and it leaves two of them dark until the very end. I would not tell you whose they are if you paid me.\n\n"
        + "“Light is a promise,” says Marfa, “and somebody has to carry the ladder.”\n\n"
        + "It has taken more than $41.2 million around the world. That is a lot of ladders.";

    public static ReviewView View { get; } = new(Name, ReviewState.Ingested)
    {
        Article = new Article
        {
            Title = "A light in every window",
            Byline = "Petra Holm",
            SiteName = "Northern Reel",
            PublishedOn = new DateOnly(2016, 11, 9),
            Language = "en",
            Url = "https://northern-reel.example/reviews/lamplighter",
            Text = Text,
            Spans =
            [
                Span(SpanKind.Heading, "A town without lamps"),
                Span(SpanKind.Emphasis, "The Lamplighter of Orsk"),
                Span(SpanKind.Emphasis, "The Ferry Clerk"),
                Span(SpanKind.Quotation, "“Light is a promise,” says Marfa, “and somebody has to carry the ladder.”"),
            ],
        },
        Films =
        [
            new(
                new FilmStatements(
                    "The Lamplighter of Orsk",
                    true,
                    [
                        new TitleStatement("The Lamplighter of Orsk", Long, 0.95),
                        new DirectorStatement("Aino Vestergren", Long, 0.9),
                        new CastStatement("Dana Bekova", "Marfa", At("Dana Bekova plays Marfa, who keeps the keys."), 0.95),
                        new RuntimeStatement(118, Long, 0.9),
                        new BoxOfficeStatement(
                            BoxOfficeMeasure.Gross,
                            41_200_000,
                            "USD",
                            "worldwide",
                            Qualifier.AtLeast,
                            At("It has taken more than $41.2 million around the world."),
                            0.9),
                        new ComparisonStatement("The Ferry Clerk", At("Nobody who saw The Ferry Clerk will be surprised."), 0.7),
                        new YearStatement(2016, new Quote("datePublished: 2016", null, null), 0.8),
                    ]),
                MadeFilm.Id),
            new(
                new FilmStatements(
                    "The Ferry Clerk",
                    false,
                    [new TitleStatement("The Ferry Clerk", At("Nobody who saw The Ferry Clerk will be surprised."), 0.8)]),
                null),
        ],
    };

    public static ReviewView Rejected { get; } = new("scans/page-4.html", ReviewState.Rejected)
    {
        Reason = "Not an HTML page",
        Advice = "The file is an image. Drop the page of the review itself, saved as HTML.",
    };

    private static Quote Long => At(
        "Aino Vestergren directs The Lamplighter of Orsk as if snow were a sound, and her 118 minutes feel like one long evening.");

    /// <summary>The review with a text in every field that can hold one.</summary>
    public static ReviewView Holding(string text)
    {
        var quote = new Quote(text, 0, text.Length);
        var structured = new Quote(text, null, null);
        return new(text, ReviewState.Failed)
        {
            Article = new Article
            {
                Title = text,
                Byline = text,
                SiteName = text,
                Language = text,
                Url = text,
                Text = text + "\n\nand on",
                Spans = [new(SpanKind.Emphasis, 0, text.Length), new(SpanKind.Strong, 0, text.Length)],
            },
            Films =
            [
                new(
                    new FilmStatements(
                        text,
                        true,
                        [
                            new TitleStatement(text, quote, 0.5),
                            new AlternateTitleStatement(text, quote, 0.5),
                            new CountryStatement(text, structured, 0.5),
                            new GenreStatement(text, quote, 0.5),
                            new DirectorStatement(text, quote, 0.5),
                            new WriterStatement(text, quote, 0.5),
                            new CastStatement(text, text, quote, 0.5),
                            new BoxOfficeStatement(BoxOfficeMeasure.Gross, 1, text, text, Qualifier.Exact, quote, 0.5),
                            new BudgetStatement(1, 2, text, Qualifier.Exact, quote, 0.5),
                            new ReleaseDateStatement(new DateOnly(2016, 1, 1), text, quote, 0.5),
                            new ComparisonStatement(text, quote, 0.5),
                            new ExternalIdStatement(text, text, quote, 0.5),
                        ]),
                    text),
            ],
            Reason = text,
            Advice = text,
            Attempts = AttemptsOfHolding,
        };
    }

    private static ArticleSpan Span(SpanKind kind, string part) =>
        new(kind, Text.IndexOf(part, StringComparison.Ordinal), Text.IndexOf(part, StringComparison.Ordinal) + part.Length);

    private static Quote At(string sentence)
    {
        var start = Text.IndexOf(sentence, StringComparison.Ordinal);
        return new Quote(sentence, start, start + sentence.Length);
    }
}
