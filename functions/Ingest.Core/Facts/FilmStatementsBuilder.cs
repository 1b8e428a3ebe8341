using System.Collections.Immutable;
using Ingest.Core.Facts.People;
using Ingest.Core.Facts.Recognisers;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts;

/// <summary>From what the recognisers found to the statements of each film: full names, no repetition, in order.</summary>
internal static class FilmStatementsBuilder
{
    /// <summary>Builds them, at most so many statements in all, and counts the others.</summary>
    public static ImmutableArray<FilmStatements> Build(Reading reading, List<Found> found, int most, out int leftOut)
    {
        leftOut = 0;
        var directory = new PersonDirectory(reading, found);
        var characters = new CharacterNames(reading, found, directory);
        var films = ImmutableArray.CreateBuilder<FilmStatements>();
        var byFilm = found.ToLookup(f => f.Film);
        foreach (var film in reading.Films.Films.OrderByDescending(f => f.IsSubject).ThenBy(f => f.IsSubject ? -f.Weight : 0).ThenBy(f => f.FirstToken).ThenBy(f => f.Id))
        {
            var statements = ImmutableArray.CreateBuilder<Statement>();
            var seen = new Dictionary<object, int>();
            foreach (var one in byFilm[film].OrderBy(f => f.Token))
            {
                var statement = Settle(reading, directory, characters, film, one.Statement);
                if (statement is null)
                {
                    continue;
                }

                var key = KeyOf(statement);
                if (!seen.TryGetValue(key, out var at))
                {
                    if (most <= 0)
                    {
                        leftOut++;
                        continue;
                    }

                    seen.Add(key, statements.Count);
                    statements.Add(statement);
                    most--;
                }
                else if (statement.Confidence > statements[at].Confidence)
                {
                    // Two phrasings of one sentence say the same: it is as sure as the surer one.
                    statements[at] = statement;
                }
            }

            AddTitle(reading, film, statements);
            if (statements.Count > 0)
            {
                films.Add(new FilmStatements(film.Title, film.IsSubject, statements.ToImmutable()));
            }
        }

        return films.ToImmutable();
    }

    // A film that only the headline names has its title from there; every film has a title.
    private static void AddTitle(Reading reading, Film film, ImmutableArray<Statement>.Builder statements)
    {
        if (!statements.Any(s => s is TitleStatement) && (statements.Count > 0 || film.IsSubject))
        {
            statements.Insert(0, new TitleStatement(film.Title, new Quote("headline: " + (reading.Article.Title ?? film.Title), null, null), 0.85));
        }

        if (film.HeadlineYear is { } year && statements.Count > 0 && !statements.Any(s => s is YearStatement))
        {
            statements.Add(new YearStatement(year, new Quote("headline: " + reading.Article.Title, null, null), 0.95));
        }
    }

    private static Statement? Settle(Reading reading, PersonDirectory directory, CharacterNames characters, Film film, Statement statement) => statement switch
    {
        DirectorStatement { Confidence: < 0.86 } guess when directory.IsCast(guess.Person) => null,
        DirectorStatement director => PersonOf(reading, directory, director.Person, director.Confidence, isCast: false) is { } person ? director with { Person = person } : null,
        WriterStatement writer => PersonOf(reading, directory, writer.Person, writer.Confidence, isCast: false) is { } person ? writer with { Person = person } : null,
        CastStatement { Confidence: < 0.86 } guess when directory.IsMaker(guess.Person) => null,
        CastStatement cast => PersonOf(reading, directory, cast.Person, cast.Confidence, isCast: true) is { } person && !characters.IsCharacter(person)
            ? cast with { Person = person, Character = characters.Full(film, cast.Character, person) }
            : null,
        BoxOfficeStatement { Territory: TerritoryReader.Domestic } office => office with { Territory = null },
        _ => statement,
    };

    private static string? PersonOf(Reading reading, PersonDirectory directory, string name, double confidence, bool isCast)
    {
        var full = directory.Full(name);
        if (!full.Contains(' ', StringComparison.Ordinal) && (confidence < 0.9 || full.Length < 3 || Phrases.Countries.TryFind(Prose.Tokeniser.Read(full), 0, 1, out _, out _)))
        {
            return null;
        }

        if (reading.Films.Known(full) is { IsCertain: true } film && !(isCast && film.IsSubject && full.Contains(' ', StringComparison.Ordinal)))
        {
            return null;
        }

        if (reading.Article.Byline is { Length: > 0 } byline && byline.Contains(full, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return isCast && full.StartsWith("the ", StringComparison.Ordinal) ? null : full;
    }

    private static object KeyOf(Statement statement) => statement switch
    {
        TitleStatement title => ("title", title.Title),
        AlternateTitleStatement title => ("alternate", title.Title),
        YearStatement year => ("year", year.Year, year.Quote.Start),
        CountryStatement country => ("country", country.Country, country.Quote.Start),
        GenreStatement genre => ("genre", genre.Genre, genre.Quote.Start),
        DirectorStatement director => ("director", director.Person, director.Quote.Start),
        WriterStatement writer => ("writer", writer.Person, writer.Quote.Start),
        CastStatement cast => ("cast", cast.Person, cast.Character, cast.Quote.Start),
        BoxOfficeStatement office => ("office", office.Measure, office.Amount, office.Currency, office.Territory, office.Quote.Start),
        BudgetStatement budget => ("budget", budget.Amount, budget.Currency, budget.Quote.Start),
        RuntimeStatement runtime => ("runtime", runtime.Minutes, runtime.Quote.Start),
        ReleaseDateStatement release => ("release", release.Date, release.Quote.Start),
        ComparisonStatement comparison => ("comparison", comparison.Title),
        _ => statement,
    };
}
