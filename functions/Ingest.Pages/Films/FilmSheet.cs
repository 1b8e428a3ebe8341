using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Facts;
using Ingest.Core.Films;

namespace Ingest.Pages.Films;

/// <summary>
/// A profile laid out for reading: every value in words, every disagreement beside the value it disagrees with.
/// </summary>
public sealed class FilmSheet
{
    private readonly List<Conflict> unplaced;

    private FilmSheet(FilmProfile profile)
    {
        unplaced = [.. profile.Conflicts];
        Title = Of(profile.Title, value => value, "title");
        Facts =
        [
            .. Line("Year", One(profile.Year, year => year.ToString(CultureInfo.InvariantCulture), "year")),
            .. Line("Released", One(profile.ReleaseDate, Wording.Date, "releaseDate")),
            .. Line("Running time", One(profile.RuntimeMinutes, Wording.Minutes, "runtimeMinutes")),
            .. Line("Director", "Directors", Credits(profile.Directors, "directors")),
            .. Line("Writer", "Writers", Credits(profile.Writers, "writers")),
            .. Line("Country", "Countries", Many(profile.Countries, "countries")),
            .. Line("Genre", "Genres", Many(profile.Genres, "genres")),
            .. Line("Also known as", Many(profile.AlternateTitles, "alternateTitles")),
        ];
        Cast = [.. profile.Cast.Select(Member)];
        BoxOffice = [.. profile.BoxOffice.Select(BoxOfficeClaim)];
        Budget = [.. profile.Budget.Select(BudgetClaim)];
        Money = MoneyChart.Of(profile, Budget, BoxOffice);
        Comparisons = [.. profile.Comparisons.Select(film => Of(film, title => title, "comparisons") with { Href = Links.Search(film.Value) })];
        Elsewhere = [.. profile.ExternalIds.Select(Id)];
        Disagreements = [.. unplaced.Select(conflict => new Fact(
            FieldName(conflict.Field) + ", against " + conflict.StandsAgainst,
            [new(conflict.Value, conflict.Support, conflict.Confidence, conflict.Sources)]))];
    }

    /// <summary>The title.</summary>
    public Claim Title { get; }

    /// <summary>The lines from year to alternate titles that have a value.</summary>
    public ImmutableArray<Fact> Facts { get; }

    /// <summary>The cast; a claim's note is the character.</summary>
    public ImmutableArray<Claim> Cast { get; }

    /// <summary>Box office figures; a claim's note is the measure and the territory.</summary>
    public ImmutableArray<Claim> BoxOffice { get; }

    /// <summary>Budget figures.</summary>
    public ImmutableArray<Claim> Budget { get; }

    /// <summary>Both as bars.</summary>
    public ImmutableArray<MoneyScale> Money { get; }

    /// <summary>Films it is compared with; a claim leads to a search for the film.</summary>
    public ImmutableArray<Claim> Comparisons { get; }

    /// <summary>Ids elsewhere; a claim's note is the site's name.</summary>
    public ImmutableArray<Claim> Elsewhere { get; }

    /// <summary>Disagreements whose standing value is not on the page; none is left out.</summary>
    public ImmutableArray<Fact> Disagreements { get; }

    /// <summary>Lays a profile out.</summary>
    public static FilmSheet Of(FilmProfile profile) => new(profile);

    private static ImmutableArray<Fact> Line(string label, ImmutableArray<Claim> claims) => Line(label, label, claims);

    private static ImmutableArray<Fact> Line(string one, string several, ImmutableArray<Claim> claims) =>
        claims.IsEmpty ? [] : [new(claims.Length == 1 ? one : several, claims)];

    private static string FieldName(string field)
    {
        var name = field.Split('.')[0];
        return name switch
        {
            "runtimeMinutes" => "Running time",
            "releaseDate" => "Release date",
            "boxOffice" => "Box office",
            "" => "Value",
            _ => char.ToUpperInvariant(name[0]) + name[1..],
        };
    }

    private ImmutableArray<Claim> One<T>(Supported<T>? value, Func<T, string> words, string field) =>
        value is null ? [] : [Of(value, words, field)];

    private ImmutableArray<Claim> Many(ImmutableArray<Supported<string>> values, string field) =>
        [.. values.Select(value => Of(value, words => words, field))];

    private ImmutableArray<Claim> Credits(ImmutableArray<Credit> credits, string field) =>
    [
        .. credits.Select(credit => new Claim(credit.Person, credit.Support, credit.Confidence, credit.Sources)
        {
            Aliases = credit.Aliases,
            Against = Take(field, against => against == credit.Person || credit.Aliases.Contains(against), words => words),
        }),
    ];

    private Claim Of<T>(Supported<T> value, Func<T, string> words, string field) =>
        new(words(value.Value), value.Support, value.Confidence, value.Sources)
        {
            Against = Take(field, against => against == Json(value.Value), text => FromJson(text, words)),
        };

    private Claim Member(CastMember member) => new(member.Person, member.Support, member.Confidence, member.Sources)
    {
        Aliases = member.Aliases,
        Note = member.Character,
        NoteAliases = member.CharacterAliases,
        Against = Take(
            "cast",
            against => against == member.Character || against == member.Person
                || member.Aliases.Contains(against) || member.CharacterAliases.Contains(against),
            words => words),
    };

    private Claim BoxOfficeClaim(BoxOfficeFigure figure)
    {
        var measure = figure.Measure.ToString();
        var field = "boxOffice." + char.ToLowerInvariant(measure[0]) + measure[1..];
        return new(
            Wording.Money(figure.Amount, null, figure.Currency, figure.Qualifier),
            figure.Support,
            figure.Confidence,
            figure.Sources)
        {
            Note = Wording.Measure(figure.Measure) + Where(figure.Territory),
            Against = Take(
                field,
                against => IsAmount(against, figure.Amount),
                text => Amount(text, figure.Currency),
                conflict => Names(conflict, figure.Currency) && Names(conflict, figure.Territory)),
        };
    }

    private Claim BudgetClaim(BudgetFigure figure) =>
        new(
            Wording.Money(figure.Amount, figure.AmountMax, figure.Currency, figure.Qualifier),
            figure.Support,
            figure.Confidence,
            figure.Sources)
        {
            Against = Take(
                "budget",
                against => IsAmount(against, figure.Amount),
                text => Amount(text, figure.Currency),
                conflict => Names(conflict, figure.Currency)),
        };

    private static Claim Id(ExternalId id) => new(id.Id, id.Support, id.Confidence, id.Sources)
    {
        Note = id.Source switch { "imdb" => "IMDb", "wikidata" => "Wikidata", "tmdb" => "TMDB", _ => id.Source },
        Href = id.Source switch
        {
            "imdb" => "https://www.imdb.com/title/" + Uri.EscapeDataString(id.Id) + "/",
            "wikidata" => "https://www.wikidata.org/wiki/" + Uri.EscapeDataString(id.Id),
            "tmdb" => "https://www.themoviedb.org/movie/" + Uri.EscapeDataString(id.Id),
            _ => null,
        },
    };

    private static string Where(string? territory) => territory switch
    {
        null => "",
        "worldwide" => ", worldwide",
        _ => ", " + territory,
    };

    private static bool Names(Conflict conflict, string? part) =>
        part is null || conflict.Field.Split('.').Contains(part, StringComparer.OrdinalIgnoreCase);

    private static bool IsAmount(string text, decimal amount) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var parsed) && parsed == amount;

    private static string Amount(string text, string? currency) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount)
            ? Wording.Money(amount, null, currency, Qualifier.Exact)
            : text;

    private static string Json<T>(T value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };

    private static string FromJson<T>(string text, Func<T, string> words) =>
        typeof(T) == typeof(int) && int.TryParse(text, CultureInfo.InvariantCulture, out var number)
            ? words((T)(object)number)
            : typeof(T) == typeof(DateOnly) && DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day)
                ? words((T)(object)day)
                : text;

    private ImmutableArray<Claim> Take(
        string field,
        Func<string, bool> standsAgainst,
        Func<string, string> words,
        Func<Conflict, bool>? also = null)
    {
        var taken = unplaced
            .Where(conflict =>
                (conflict.Field == field || conflict.Field.StartsWith(field + ".", StringComparison.Ordinal))
                && standsAgainst(conflict.StandsAgainst)
                && (also is null || also(conflict)))
            .ToList();
        unplaced.RemoveAll(taken.Contains);
        return
        [
            .. taken.Select(conflict =>
                new Claim(words(conflict.Value), conflict.Support, conflict.Confidence, conflict.Sources)),
        ];
    }
}
