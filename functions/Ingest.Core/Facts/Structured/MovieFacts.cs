using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Structured;

/// <summary>Statements out of one schema.org <c>Movie</c>.</summary>
internal static class MovieFacts
{
    private const double Sure = 0.95;

    private static readonly Regex YearBehind = new(@"^(.+?)\s*\((\d{4})\)$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    private static readonly Regex ImdbId = new(@"imdb\.com/title/(tt[0-9]{6,9})", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    private static readonly Regex WikidataId = new(@"wikidata\.org/(wiki|entity)/(Q[0-9]{1,10})", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    private static readonly Regex TmdbId = new(@"themoviedb\.org/movie/([0-9]{1,9})", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>A title and the year that may stand in brackets behind it.</summary>
    public static (string Title, int? Year) TitleOf(string name)
    {
        var match = YearBehind.Match(name);
        return match.Success && int.TryParse(match.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && IsYear(year)
            ? (match.Groups[1].Value.Trim('"', '\u201c', '\u201d', ' '), year)
            : (name.Trim('"', '\u201c', '\u201d', ' '), null);
    }

    /// <summary>All that it says.</summary>
    public static IEnumerable<Statement> Read(DataNode movie)
    {
        var name = movie.Text("name");
        if (name is null or { Length: > 200 })
        {
            return [];
        }

        var (title, year) = TitleOf(name);
        List<Statement> statements = [new TitleStatement(title, QuoteOf("name", name), Sure)];
        statements.AddRange(movie.Values("alternateName", "alternativeHeadline").Where(p => p.Text.Length is > 0 and <= 200 && p.Text != title)
            .Select(p => new AlternateTitleStatement(p.Text, QuoteOf(p.Name, p.Text), Sure)));
        statements.AddRange(People(movie, "director", "directors").Select(p => new DirectorStatement(p.Person, p.Quote, Sure)));
        statements.AddRange(People(movie, "author", "writer", "writers").Select(p => new WriterStatement(p.Person, p.Quote, 0.9)));
        statements.AddRange(Cast(movie));
        statements.AddRange(Countries(movie));
        statements.AddRange(movie.Values("genre").SelectMany(p => p.Text.Split([',', ';', '|', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(g => g.Length <= 40 && g.All(c => char.IsLetter(c) || c is ' ' or '-' or '&')).Select(g => new GenreStatement(g.ToLowerInvariant(), QuoteOf(p.Name, p.Text), Sure))));
        statements.AddRange(Dates(movie, year));
        statements.AddRange(movie.Values("duration", "timeRequired").Select(p => (Minutes: MinutesOf(p.Text), Quote: QuoteOf(p.Name, p.Text)))
            .Where(d => d.Minutes is > 0 and < 1000).Select(d => new RuntimeStatement(d.Minutes, d.Quote, Sure)));
        statements.AddRange(movie.Values("sameAs", "url", "@id").SelectMany(Ids));
        return statements;
    }

    private static IEnumerable<(string Person, Quote Quote)> People(DataNode movie, params string[] names) =>
        movie.Values(names).Where(p => p.Node is null || !p.Node.Is("Organization")).SelectMany(p => p.Text.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(IsName).Select(n => (n, QuoteOf(p.Name, p.Text))));

    // A plain person, or a role that holds the person and the character.
    private static IEnumerable<Statement> Cast(DataNode movie)
    {
        foreach (var property in movie.Values("actor", "actors"))
        {
            var character = property.Node?.Text("characterName", "roleName");
            var actor = property.Node?.Values("actor").Select(p => p.Text).FirstOrDefault(t => t.Length > 0) ?? property.Text;
            var quote = QuoteOf(property.Name, character is null ? actor : $"{actor}, {character}");
            foreach (var person in actor.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(IsName))
            {
                yield return new CastStatement(person, character is { Length: > 0 and <= 80 } ? character : null, quote, Sure);
            }
        }
    }

    private static IEnumerable<Statement> Countries(DataNode movie)
    {
        foreach (var property in movie.Values("countryOfOrigin"))
        {
            foreach (var part in property.Text.Split([',', ';', '/', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (CountryOf(part) is { } country)
                {
                    yield return new CountryStatement(country, QuoteOf(property.Name, property.Text), Sure);
                }
            }
        }
    }

    /// <summary>The English short name of a country's name or adjective; null for other words.</summary>
    public static string? CountryOf(string text)
    {
        var tokens = Tokeniser.Read(text);
        return Phrases.Countries.TryFind(tokens, 0, tokens.Count, out var country, out var end) && end == tokens.Count ? country : null;
    }

    private static IEnumerable<Statement> Dates(DataNode movie, int? titleYear)
    {
        if (titleYear is { } inTitle)
        {
            yield return new YearStatement(inTitle, QuoteOf("name", movie.Text("name")!), Sure);
        }

        foreach (var property in movie.Values("dateCreated", "datePublished", "releaseDate", "copyrightYear"))
        {
            var text = property.Text;
            if (text.Length >= 4 && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && IsYear(year))
            {
                yield return new YearStatement(year, QuoteOf(property.Name, text), property.Name.Equals("datePublished", StringComparison.OrdinalIgnoreCase) ? 0.85 : Sure);
                if (text.Length >= 10 && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day is not { Month: 1, Day: 1 })
                {
                    yield return new ReleaseDateStatement(day, null, QuoteOf(property.Name, text), 0.85);
                }
            }
        }
    }

    private static int MinutesOf(string text)
    {
        if (text.StartsWith('P'))
        {
            try
            {
                return (int)XmlConvert.ToTimeSpan(text).TotalMinutes;
            }
            catch (Exception reason) when (reason is FormatException or OverflowException)
            {
                return 0;
            }
        }

        var tokens = Tokeniser.Read(text);
        return Figures.RunningTime.Read(tokens, 0, tokens.Count, out var minutes, out _) ? minutes : 0;
    }

    private static IEnumerable<Statement> Ids(DataProperty property)
    {
        var quote = QuoteOf(property.Name, property.Text);
        if (ImdbId.Match(property.Text) is { Success: true } imdb)
        {
            yield return new ExternalIdStatement("imdb", imdb.Groups[1].Value, quote, 0.98);
        }

        if (WikidataId.Match(property.Text) is { Success: true } wikidata)
        {
            yield return new ExternalIdStatement("wikidata", wikidata.Groups[2].Value, quote, 0.98);
        }

        if (TmdbId.Match(property.Text) is { Success: true } tmdb)
        {
            yield return new ExternalIdStatement("tmdb", tmdb.Groups[1].Value, quote, 0.98);
        }
    }

    /// <summary>Whether a text is written as a person's name.</summary>
    public static bool IsName(string text) =>
        text.Length is >= 2 and <= 60 && text.Count(c => c == ' ') <= 5 && char.IsLetter(text[0]) && !char.IsLower(text[0])
        && text.All(c => char.IsLetter(c) || c is ' ' or '-' or '.' or '\'' or '\u2019' or '"' || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark);

    /// <summary>Where a value of the page's data stands.</summary>
    public static Quote QuoteOf(string property, string value) => new($"{property}: {value}", null, null);

    private static bool IsYear(int year) => year is >= 1880 and <= 2100;
}
