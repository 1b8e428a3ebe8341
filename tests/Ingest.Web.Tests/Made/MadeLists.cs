using System.Collections.Immutable;

namespace Ingest.Web.Tests.Made;

/// <summary>Made-up lists for the start page.</summary>
internal static class MadeLists
{
    public static ImmutableArray<FilmSummary> Films { get; } =
    [
        MadeFilm.Summary,
        new("the-ferry-clerk-2009", "The Ferry Clerk", 2009, ["Aino Vestergren"], 2),
        new("blue-gravel-2021", "Blue Gravel", 2021, ["Hyo-rin Baek", "Lars Odd"], 7),
        new("forty-one-umbrellas", "Forty-One Umbrellas", null, [], 1),
        new("a-very-short-history-of-the-people-who-nearly-missed-the-last-train-to-lisbon-1998", "A Very Short History of the People Who Nearly Missed the Last Train to Lisbon", 1998, ["Inês Falcão"], 4),
        new("유리-우산-2018", "유리 우산", 2018, ["백효린"], 3),
    ];

    public static ImmutableArray<ReviewSummary> Reviews { get; } =
    [
        new(MadeReview.Name, ReviewState.Ingested, "A light in every window", "Northern Reel", null, new DateOnly(2016, 11, 9)),
        new("scans/page-4.html", ReviewState.Rejected, null, null, "Not an HTML page"),
        new("new/just now.html", ReviewState.Received),
        new("broken.html", ReviewState.Failed, null, null, "Storage did not answer"),
    ];

    public static StartView Start { get; } = new()
    {
        Films = Films,
        Reviews = Reviews,
        Totals = new(1284, 5210, 1, 37, 1),
    };

    /// <summary>Lists with a text in every field that can hold one.</summary>
    public static StartView Holding(string text) => new()
    {
        Search = new(text, text, text),
        Films = [new(text, text, 2000, [text], 1)],
        Continuation = text,
        Reviews = [new(text, ReviewState.Ingested, text, text, text), new(text, ReviewState.Failed)],
    };

    /// <summary>Lists without a search, likewise.</summary>
    public static StartView LatestHolding(string text) => Holding(text) with { Search = null };
}
