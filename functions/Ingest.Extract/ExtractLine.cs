using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Ingest.Core;
using Ingest.Core.Facts;
using Ingest.Core.Films;

namespace Ingest.Extract;

/// <summary>One page as one line of JSON; the names are a contract with tools outside this repository.</summary>
internal sealed record ExtractLine(
    string Id,
    ExtractedArticle? Article,
    ImmutableArray<ExtractedFilm> Films,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Error = null)
{
    /// <summary>Whether the error is a rejection: the file is no review, and that is all there is to say.</summary>
    [JsonIgnore]
    public bool Rejected { get; private init; }

    /// <summary>The line of a page that was read, or of one that was rejected.</summary>
    public static ExtractLine Of(string id, ReviewReading reading)
    {
        if (reading.Rejection is { } rejection)
        {
            var reason = JsonNamingPolicy.CamelCase.ConvertName(rejection.Reason.ToString());
            return Failed(id, $"{reason}: {rejection.Advice}") with { Rejected = true };
        }

        var article = reading.Article!;
        return new ExtractLine(
            id,
            new ExtractedArticle(
                article.Title,
                article.Byline,
                article.SiteName,
                article.PublishedOn,
                article.Language,
                article.Url,
                article.Text),
            [.. FilmsOf(id, reading)]);
    }

    /// <summary>The line of a page that could not be read.</summary>
    public static ExtractLine Failed(string id, string error) => new(id, null, [], error);

    // One page's statements go through the same merge as many pages' do, so that spellings of one person and repeated
    // figures come out once here too. Films come as the page names them, those that it is about first.
    private static IEnumerable<ExtractedFilm> FilmsOf(string id, ReviewReading reading)
    {
        var titles = reading.Films.Select(film => film.Title).ToList();
        return FilmMerge.Merge(reading.Films.Select(film => new Evidence(id, reading.Article!.PublishedOn, film)))
            .OrderByDescending(profile => profile.SubjectOf)
            .ThenBy(profile => (uint)titles.IndexOf(profile.Title.Value))
            .Select(ExtractedFilm.Of);
    }
}

/// <summary>The article part of a line.</summary>
internal sealed record ExtractedArticle(
    string? Title,
    string? Byline,
    string? SiteName,
    DateOnly? PublishedOn,
    string? Language,
    string? Url,
    string Text);

/// <summary>One film of a line: the bare values of its profile.</summary>
internal sealed record ExtractedFilm(
    string Title,
    ImmutableArray<string> AlternateTitles,
    int? Year,
    bool Subject,
    ImmutableArray<string> Countries,
    ImmutableArray<string> Genres,
    ImmutableArray<string> Directors,
    ImmutableArray<string> Writers,
    ImmutableArray<ExtractedCast> Cast,
    ImmutableArray<ExtractedBoxOffice> BoxOffice,
    ImmutableArray<ExtractedBudget> Budget,
    int? RuntimeMinutes,
    DateOnly? ReleaseDate)
{
    public static ExtractedFilm Of(FilmProfile film) => new(
        film.Title.Value,
        [.. film.AlternateTitles.Select(t => t.Value)],
        film.Year?.Value,
        film.SubjectOf > 0,
        [.. film.Countries.Select(c => c.Value)],
        [.. film.Genres.Select(g => g.Value)],
        [.. film.Directors.Select(d => d.Person)],
        [.. film.Writers.Select(w => w.Person)],
        [.. film.Cast.Select(c => new ExtractedCast(c.Person, c.Character))],
        [.. film.BoxOffice.Select(b => new ExtractedBoxOffice(b.Measure, b.Amount, b.Currency, b.Territory, b.Qualifier))],
        [.. film.Budget.Select(b => new ExtractedBudget(b.Amount, b.AmountMax, b.Currency, b.Qualifier))],
        film.RuntimeMinutes?.Value,
        film.ReleaseDate?.Value);
}

/// <summary>A cast member of a line.</summary>
internal sealed record ExtractedCast(string Person, string? Character);

/// <summary>A box office figure of a line.</summary>
internal sealed record ExtractedBoxOffice(
    BoxOfficeMeasure Measure,
    decimal Amount,
    string? Currency,
    string? Territory,
    Qualifier Qualifier);

/// <summary>A budget of a line.</summary>
internal sealed record ExtractedBudget(decimal Amount, decimal? AmountMax, string Currency, Qualifier Qualifier);

/// <summary>How a line looks as JSON.</summary>
[JsonSerializable(typeof(ExtractLine))]
internal sealed partial class ExtractJson : JsonSerializerContext
{
    public static ExtractJson Instance { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters =
        {
            new JsonStringEnumConverter<BoxOfficeMeasure>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<Qualifier>(JsonNamingPolicy.CamelCase),
        },
    });
}
