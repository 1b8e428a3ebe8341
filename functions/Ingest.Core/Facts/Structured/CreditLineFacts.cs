using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core.Facts.Figures;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;
using Ingest.Core.Pages;

namespace Ingest.Core.Facts.Structured;

/// <summary>Statements out of credit lists and info boxes: "Director: Jane Roe", "Running time: 127 min".</summary>
internal static class CreditLineFacts
{
    private const double Sure = 0.93;
    private const int LongestValue = 600;

    /// <summary>What the lines say of the one film that they describe; empty when they describe several.</summary>
    public static ImmutableArray<Statement> Read(ImmutableArray<CreditLine> lines)
    {
        // Two directors' lines are two films' boxes, or a list of other reviews.
        var isOne = lines.Where(l => KindOf(l.Label) == "director").Select(l => l.Value).Distinct(StringComparer.Ordinal).Count() <= 1;
        return isOne ? [.. lines.Take(200).SelectMany(Parts).SelectMany(Of)] : [];
    }

    // "Director: Jane Roe. Starring: John Doe": a line that holds further labels is several.
    private static IEnumerable<CreditLine> Parts(CreditLine line)
    {
        var (label, value) = (line.Label, line.Value);
        if (value.Length > LongestValue)
        {
            yield return line;
            yield break;
        }

        var from = 0;
        for (var colon = value.IndexOf(':', StringComparison.Ordinal); colon > 0; colon = value.IndexOf(':', colon + 1))
        {
            if (LabelStart(value, from, colon) is var start && start >= from)
            {
                yield return new CreditLine(label, value[from..start].Trim(' ', '.', '|', ';', '\n'));
                (label, from) = (value[start..colon], colon + 1);
            }
        }

        yield return from == 0 ? line : new CreditLine(label, value[from..].Trim());
    }

    // Up to three words before a colon.
    private static int LabelStart(string value, int from, int colon)
    {
        var found = -1;
        var start = colon;
        for (var words = 0; words < 3 && start > from; words++)
        {
            start = value.LastIndexOfAny([' ', '\n', '|', '.'], Math.Max(from, start - 2), Math.Max(from, start - 2) - from + 1) + 1;
            start = Math.Max(start, from);
            if ((char.IsUpper(value[start]) || IsBehindStop(value, start)) && KindOf(value[start..colon]) is not null)
            {
                found = start;
            }
        }

        return found;
    }

    // "Dir: Jane Roe; starring: John Doe": a small label behind a sign that parts.
    private static bool IsBehindStop(string value, int start)
    {
        var before = value.AsSpan(0, start).TrimEnd();
        return before.Length > 0 && before[^1] is ';' or '|' or '\n' or '.';
    }

    /// <summary>What one line says.</summary>
    public static IEnumerable<Statement> Of(CreditLine line)
    {
        var quote = MovieFacts.QuoteOf(line.Label, line.Value.Replace('\n', ','));
        return KindOf(line.Label) switch
        {
            "director" => Names(line.Value).Select(n => new DirectorStatement(n, quote, Sure)),
            "writer" => Names(line.Value).Select(n => new WriterStatement(n, quote, Sure)),
            "cast" => Cast(line.Value).Select(c => new CastStatement(c.Person, c.Character, quote, Sure)),
            "country" => Items(line.Value).Select(MovieFacts.CountryOf).OfType<string>().Select(c => new CountryStatement(c, quote, Sure)),
            "genre" => Items(line.Value).Where(IsGenre).Select(g => new GenreStatement(g.ToLowerInvariant(), quote, Sure)),
            "year" => YearOf(line.Value) is { } year ? [new YearStatement(year, quote, Sure)] : [],
            "release" => Release(line.Value, quote),
            "runtime" => Runtime(line.Value, quote),
            "title" => line.Value.Length <= 200 ? line.Value.Split([';', '|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(t => new AlternateTitleStatement(t.Trim(' ', '"', '\u201c', '\u201d'), quote, Sure)) : [],
            "budget" => Amounts(line.Value).Take(1).Select(a => new BudgetStatement(a.Value, a.Upper, a.Currency!, a.Qualifier, quote, 0.9)),
            "gross" => Amounts(line.Value).Take(1).Select(a => new BoxOfficeStatement(BoxOfficeMeasure.Gross, a.Value, a.Currency, null, a.Qualifier, quote, 0.85)),
            _ => Enumerable.Empty<Statement>(),
        };
    }

    /// <summary>What a label promises; null for labels that are not known.</summary>
    public static string? KindOf(string label) => label.Trim().TrimEnd(':').ToLowerInvariant() switch
    {
        "director" or "directors" or "directed by" or "director(s)" or "dir" or "dir." or "direction" or "a film by" or "filmmaker" or "filmmakers" => "director",
        "writer" or "writers" or "written by" or "screenplay" or "screenplay by" or "script" or "screenwriter" or "screenwriters" or "writer(s)" or "scriptwriter" or "scr" or "scr." or "script by" => "writer",
        "cast" or "starring" or "stars" or "actors" or "main cast" or "star cast" or "key cast" or "lead cast" or "featuring" or "with" or "cast members" => "cast",
        "country" or "countries" or "country of origin" or "countries of origin" or "origin" or "nationality" or "production country" or "country/countries" or "land" => "country",
        "genre" or "genres" or "genre(s)" or "category" => "genre",
        "year" or "release year" or "year of release" or "production year" => "year",
        "release date" or "released" or "release" or "opens" or "in cinemas" or "opening date" or "theatrical release" or "in theaters" or "in theatres" or "us release" or "uk release" or "uk release date" or "us release date" or "date of release" or "opening" => "release",
        "running time" or "runtime" or "run time" or "length" or "duration" or "run-time" or "time" or "mins" => "runtime",
        "original title" or "also known as" or "aka" or "a.k.a." or "alternate title" or "original name" => "title",
        "budget" or "production budget" => "budget",
        "box office" or "gross" or "worldwide gross" or "box-office" => "gross",
        _ => null,
    };

    private static string[] Items(string value) =>
        value.Split(['\n', ',', ';', '/', '|', '\u2022', '\u00b7'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    // "Jane Roe, John Doe. Colour": names end at a stop that is no initial's.
    private static string BeforeStop(string value)
    {
        for (var stop = value.IndexOf(". ", StringComparison.Ordinal); stop > 0; stop = value.IndexOf(". ", stop + 1, StringComparison.Ordinal))
        {
            var start = value.LastIndexOfAny([' ', '.', ',', '\n'], stop - 1) + 1;
            if (stop - start > 2 && !Words.Abbreviations.Contains(value[start..(stop + 1)].ToLowerInvariant()) && !value.AsSpan(start, stop - start).Contains('.'))
            {
                return value[..stop];
            }
        }

        return value;
    }

    private static IEnumerable<string> Names(string value) => Items(BeforeStop(value))
        .SelectMany(i => i.Split([" and ", " & "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .Select(WithoutNote).Select(n => n.StartsWith("and ", StringComparison.OrdinalIgnoreCase) ? n[4..] : n).Where(n => MovieFacts.IsName(n) && n.Contains(' ', StringComparison.Ordinal));

    // "Genre: whatever sells" names none.
    private static bool IsGenre(string item)
    {
        var tokens = item.Length <= 40 && item.All(c => char.IsLetter(c) || c is ' ' or '-' or '&') ? Tokeniser.Read(item) : [];
        return tokens.Count > 0 && (Enumerable.Range(0, tokens.Count).Any(k => Phrases.Genres.TryFind(tokens, k, tokens.Count, out var genre, out var end) && end == tokens.Count && !genre.IsNeutral) || tokens.Count <= 2);
    }

    private static string WithoutNote(string item) => item.IndexOf('(', StringComparison.Ordinal) is var open && open > 0 ? item[..open].Trim() : item;

    private static IEnumerable<(string Person, string? Character)> Cast(string value)
    {
        foreach (var item in BeforeStop(value).Split(['\n', ',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var plain = item.StartsWith("and ", StringComparison.OrdinalIgnoreCase) ? item[4..] : item;
            var parts = plain.Split([" as ", " ... ", " \u2026 ", " ("], 2, StringSplitOptions.TrimEntries);
            var character = parts.Length > 1 ? parts[1].TrimEnd(')').Trim() : null;
            foreach (var person in parts.Length > 1 ? [parts[0]] : Names(plain))
            {
                if (MovieFacts.IsName(person) && person.Contains(' ', StringComparison.Ordinal))
                {
                    yield return (person, character is not null && MovieFacts.IsName(character) ? character : null);
                }
            }
        }
    }

    private static int? YearOf(string value)
    {
        var years = Tokeniser.Read(value).Select(t => t.IsYear(out var year) ? year : 0).Where(y => y > 0).Distinct().ToList();
        return years is [var only] ? only : null;
    }

    private static IEnumerable<Statement> Release(string value, Quote quote)
    {
        var tokens = Tokeniser.Read(value);
        for (var at = 0; at < tokens.Count; at++)
        {
            if (Dates.TryRead(tokens, at, tokens.Count, out var date, out _))
            {
                return [new ReleaseDateStatement(date, null, quote, 0.9), new YearStatement(date.Year, quote, 0.85)];
            }
        }

        return YearOf(value) is { } year ? [new YearStatement(year, quote, 0.88)] : [];
    }

    private static IEnumerable<Statement> Runtime(string value, Quote quote)
    {
        var tokens = Tokeniser.Read(value);
        if (RunningTime.Read(tokens, 0, tokens.Count, out var minutes, out _) || (tokens.Count is 1 or 2 && int.TryParse(tokens[0].Lower, NumberStyles.None, CultureInfo.InvariantCulture, out minutes)))
        {
            return minutes is >= 20 and < 900 ? [new RuntimeStatement(minutes, quote, Sure)] : [];
        }

        return [];
    }

    private static IEnumerable<Amount> Amounts(string value)
    {
        var tokens = Tokeniser.Read(value);
        return tokens.Count == 0 ? [] : AmountReader.Read(tokens, new Sentence(0, tokens.Count, 0, value.Length, 0)).Where(a => a.Currency is not null);
    }
}
