using System.Globalization;

namespace Ingest.Core.Films.Titles;

/// <summary>What catalogues put in brackets behind a title to tell films apart: <c>(1982)</c>, <c>(2006 film)</c>.</summary>
internal static class BracketedYear
{
    private const int MaxBrackets = 3;

    /// <summary>
    /// The folded title without such brackets, and without those that name a copy (<c>[Director's Cut]</c>), and the year in
    /// them; the title itself when there are none.
    /// </summary>
    public static (string Title, int? Year) TakeOff(string folded)
    {
        int? year = null;
        for (var taken = 0; taken < MaxBrackets; taken++)
        {
            var (title, stated) = TakeOffOne(folded);
            if (title.Length == folded.Length)
            {
                break;
            }

            (folded, year) = (title, stated ?? year);
        }

        return (folded, year);
    }

    private static (string Title, int? Year) TakeOffOne(string folded)
    {
        if (folded.Length < 4 || folded[^1] is not (')' or ']'))
        {
            return (folded, null);
        }

        var open = folded.LastIndexOfAny(['(', '[']);
        var title = open > 0 ? folded[..open].TrimEnd() : "";
        if (title.Length == 0)
        {
            return (folded, null);
        }

        int? year = null;
        var words = folded[(open + 1)..^1].Replace("'", "", StringComparison.Ordinal)
            .Split([' ', '-', ','], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 0 && Asides.IsCopy(words))
        {
            return (title, null);
        }

        foreach (var word in words)
        {
            if (YearOf(word) is { } stated)
            {
                year = stated;
            }
            else if (word is not ("film" or "movie" or "feature"))
            {
                return (folded, null);
            }
        }

        return (title, year);
    }

    private static int? YearOf(string word) =>
        word.Length == 4
        && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is >= 1880 and <= 2100
            ? year
            : null;
}
