using System.Collections.Immutable;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Web;

/// <summary>Films that somebody may have meant by an id that no film has.</summary>
internal sealed class FilmSuggestions(TitleTable titles)
{
    private const int MaxSuggestions = 6;
    private const int MaxTitleLength = 200;

    /// <summary>The films whose titles come closest, those of the id's year first; at most six, perhaps none.</summary>
    /// <param name="filmId">An id: a title in lower case with hyphens, and perhaps a year.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<ImmutableArray<FilmHit>> NearAsync(string filmId, CancellationToken cancellationToken)
    {
        var words = filmId[..Math.Min(filmId.Length, MaxTitleLength)].Split('-', StringSplitOptions.RemoveEmptyEntries);
        var year = words is [_, .., { Length: 4 } last] && last.All(char.IsAsciiDigit)
            ? int.Parse(last, System.Globalization.CultureInfo.InvariantCulture)
            : default(int?);
        if (year is not null)
        {
            words = words[..^1];
        }

        // All that it says, then its first word.
        foreach (var title in new[] { string.Join(' ', words), words.FirstOrDefault("") }.Distinct())
        {
            if (title.Length > 0 && await FindAsync(title, cancellationToken) is { IsEmpty: false } found)
            {
                return [.. found.OrderByDescending(film => year is not null && film.Year == year)];
            }
        }

        return [];
    }

    private async Task<ImmutableArray<FilmHit>> FindAsync(string title, CancellationToken cancellationToken)
    {
        var query = new FilmQuery(title, null, null, MaxSuggestions, null) { IsBeginningRight = true };
        return (await titles.FindAsync(query, cancellationToken)).Items;
    }
}
