using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Ingest.Core.Films.Merging;

/// <summary>
/// Gives films of one title and year ids of their own: by country, else by director, else by an id elsewhere, else by number.
/// </summary>
/// <remarks>
/// A film behind which three times as many reviews stand as behind each of the others keeps the plain id: so one misread
/// review changes no id of a better known film. Between the two, neither has the plain one: so no id passes from one film
/// to the other when a single review comes, unless nothing but their number tells them apart.
/// </remarks>
internal sealed class DistinctIds
{
    private const int TimesBetterKnown = 3;

    private static readonly Func<FilmProfile, string?>[] Suffixes =
    [
        film => film.Countries.FirstOrDefault()?.Value,
        film => film.Directors.FirstOrDefault()?.Person,
        film => film.ExternalIds.FirstOrDefault()?.Id,
    ];

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly List<FilmProfile> told = [];

    /// <summary>The films, ordered by id, no two ids equal. Does not depend on the order of the films.</summary>
    public static ImmutableArray<FilmProfile> Of(IEnumerable<FilmProfile> films)
    {
        var ids = new DistinctIds();

        // What is alone keeps its id, even where it looks like another film's with a suffix.
        foreach (var same in films.GroupBy(film => film.Id, StringComparer.Ordinal)
            .OrderByDescending(same => same.Count() == 1)
            .ThenBy(same => same.Key, StringComparer.Ordinal))
        {
            ids.Tell([.. same]);
        }

        return [.. ids.told.OrderBy(film => film.Id, StringComparer.Ordinal)];
    }

    private void Tell(List<FilmProfile> same)
    {
        var known = same.OrderByDescending(film => film.ReviewCount).Take(2).ToList();
        if (known.Count == 1 || known[0].ReviewCount >= TimesBetterKnown * known[1].ReviewCount)
        {
            Take(known[0], known[0].Id);
            same.Remove(known[0]);
        }

        foreach (var suffixOf in Suffixes)
        {
            var named = new HashSet<FilmProfile>(ReferenceEqualityComparer.Instance);
            foreach (var alike in same.Where(film => suffixOf(film) is not null)
                .GroupBy(film => FilmId.Of(film.Title.Value, film.Year?.Value, suffixOf(film)).Value, StringComparer.Ordinal)
                .Where(alike => alike.Count() == 1 && !taken.Contains(alike.Key))
                .ToList())
            {
                Take(alike.First(), alike.Key);
                named.Add(alike.First());
            }

            same.RemoveAll(named.Contains);
        }

        Number(same);
    }

    // By what the films say, best supported first; the first keeps the id where no other film has it.
    private void Number(List<FilmProfile> same)
    {
        var number = 1;
        foreach (var film in same
            .OrderByDescending(film => film.ReviewCount)
            .ThenBy(film => film.Reviews[0], StringComparer.Ordinal)
            .ThenBy(film => JsonSerializer.Serialize(film, CoreJson.Instance.FilmProfile), StringComparer.Ordinal))
        {
            var id = film.Id;
            while (taken.Contains(id))
            {
                number++;
                id = $"{film.Id}-{number.ToString(CultureInfo.InvariantCulture)}";
            }

            Take(film, id);
        }
    }

    private void Take(FilmProfile film, string id)
    {
        taken.Add(id);
        told.Add(film with { Id = id });
    }
}
