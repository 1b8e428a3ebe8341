using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ingest.Functions.Ingestion;

namespace Ingest.Functions.Tests.Ingestion;

/// <summary>Reviews that two versions of the reader read differently: of the lines that are marked for one of them the other
/// knows nothing.</summary>
internal static class TwoVersions
{
    public const int Reviews = 500;
    public const int Films = 60;

    /// <summary>What every review of a film says in both versions, by the names of a profile's fields.</summary>
    public static readonly string[] Lasting = ["title", "year", "directors", "cast"];

    public static Reader Old { get; } = ReaderOf(1);

    public static Reader New { get; } = ReaderOf(2);

    /// <summary>The files by name.</summary>
    public static ImmutableSortedDictionary<string, string> Files { get; } = Enumerable.Range(0, Reviews).ToImmutableSortedDictionary(
        number => string.Create(CultureInfo.InvariantCulture, $"review-{number:000}.html"), Page);

    /// <summary>The names of the reviews of each film, by its id.</summary>
    public static ImmutableDictionary<string, ImmutableArray<string>> ReviewsOf { get; } = Files.Keys
        .Select((name, number) => (Name: name, Film: FilmOf(number)))
        .GroupBy(review => review.Film, review => review.Name)
        .ToImmutableDictionary(film => $"quiet-harbour-{WordOf(film.Key)}-{YearOf(film.Key)}", film => film.ToImmutableArray());

    /// <summary>Whether the new version finds other titles of a film, so that it is looked for in more groups.</summary>
    public static bool HasOtherTitles(string id) => (int.Parse(id[^4..], CultureInfo.InvariantCulture) - YearOf(0)) % 5 == 0;

    private static Reader ReaderOf(int version) => new(version, (file, limits) => Pages.Reader.Read(
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file.Span).Replace($"\nin {version} ", "\n", StringComparison.Ordinal)), limits));

    // The new version states a running time instead of a genre, and of some films another title: one that moves the film to an
    // earlier group, or one that leaves it where it is.
    private static string Page(int number)
    {
        var film = FilmOf(number);
        var other = (film % 10) switch { 0 => $"\nin 2 aka: Abel's {WordOf(film)} lamp", 5 => $"\nin 2 aka: Zinc lamp {WordOf(film)}", _ => "" };
        return $"film: Quiet Harbour {WordOf(film)}\nyear: {YearOf(film)}\ndirector: Ada Quill\ncast: Bo Lind as Reed\nof: {number}"
            + $"\nin 1 genre: drama\nin 2 runtime: {90 + film}{other}";
    }

    private static int FilmOf(int number) => number * Films / Reviews;

    // Numbered titles would be those of sequels.
    private static string WordOf(int film) => $"{(char)('b' + (film / 10))}a{(char)('k' + (film % 10))}o";

    private static int YearOf(int film) => 1940 + film;
}
