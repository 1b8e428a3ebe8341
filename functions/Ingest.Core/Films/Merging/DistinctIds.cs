using System.Collections.Immutable;
using System.Globalization;

namespace Ingest.Core.Films.Merging;

/// <summary>Gives films of one title and year ids of their own: by country, else by director, else by number.</summary>
internal static class DistinctIds
{
    /// <summary>The films, ordered by id, no two ids equal. Does not depend on the order of the films.</summary>
    public static ImmutableArray<FilmProfile> Of(IEnumerable<FilmProfile> films)
    {
        var told = films.GroupBy(film => film.Id, StringComparer.Ordinal)
            .SelectMany(same => same.Count() == 1 ? same : Told([.. same]))
            .ToList();
        while (told.GroupBy(film => film.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } clash)
        {
            told = [.. told.Except(clash), .. Numbered([.. clash])];
        }

        return [.. told.OrderBy(film => film.Id, StringComparer.Ordinal)];
    }

    private static IEnumerable<FilmProfile> Told(List<FilmProfile> same)
    {
        foreach (var suffixOf in new Func<FilmProfile, string?>[]
        {
            film => film.Countries.FirstOrDefault()?.Value,
            film => film.Directors.FirstOrDefault()?.Person,
        })
        {
            // One film may lack it and keep the plain id.
            var suffixed = same.Select(film => WithSuffix(film, suffixOf(film))).ToList();
            if (suffixed.DistinctBy(film => film.Id, StringComparer.Ordinal).Count() == same.Count)
            {
                return suffixed;
            }
        }

        return Numbered(same);
    }

    // By what the films say, best supported first; the first keeps the id.
    private static IEnumerable<FilmProfile> Numbered(List<FilmProfile> same) => same
        .OrderByDescending(film => film.ReviewCount)
        .ThenBy(film => film.Reviews[0], StringComparer.Ordinal)
        .ThenBy(film => System.Text.Json.JsonSerializer.Serialize(film, CoreJson.Instance.FilmProfile), StringComparer.Ordinal)
        .Select((film, at) => at == 0 ? film : film with { Id = $"{film.Id}-{(at + 1).ToString(CultureInfo.InvariantCulture)}" });

    private static FilmProfile WithSuffix(FilmProfile film, string? suffix) =>
        film with { Id = FilmId.Of(film.Title.Value, film.Year?.Value, suffix).Value };
}
