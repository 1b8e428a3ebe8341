using System.Collections.Immutable;
using Ingest.Core.Films.Merging;

namespace Ingest.Core.Films;

/// <summary>From evidence to film profiles.</summary>
/// <remarks>
/// Evidence is kept in every group of <see cref="TitleKeys.Of(Facts.FilmStatements)"/> and merged group by group. A film whose evidence names
/// several groups has its place in the first of them: every other group hands what it knows of the film to the next earlier
/// one, so all of it meets there, and every piece of evidence counts in exactly one profile. Handing over goes from later
/// groups to earlier ones only; so it ends, and its result does not depend on the order of arrival. Films of one title go
/// together.
/// <para>The id of a film is a function of the evidence alone: the slug of its title and year, which stays while those stay
/// the best supported ones, whatever other titles become known and whichever group the film has its place in. Where
/// films share both, only one behind which three times as many reviews stand as behind each other keeps that id; the others
/// have a country, a director, an id elsewhere or at last a number behind it, and only those that this does not tell apart
/// go on to the next. So a film may change its id when another one of its title and year comes or goes, when its year
/// becomes known, and when the value that tells it apart loses its support. Ids of all groups are distinct, but where
/// titles of one slug have no group in common, which only punctuation within a title can make, and where a title without
/// a known year reads like another one with its year and what tells it apart.</para>
/// </remarks>
public static class FilmMerge
{
    /// <summary>
    /// Merges everything. Pure and deterministic: any order and any repetition of the same evidence gives equal profiles,
    /// ordered by id, and equal bytes of JSON.
    /// </summary>
    public static ImmutableArray<FilmProfile> Merge(IEnumerable<Evidence> evidence) =>
    [
        .. MergeGroups(evidence).Values.SelectMany(group => group.Profiles).OrderBy(film => film.Id, StringComparer.Ordinal),
    ];

    /// <summary>Merges everything, and tells which group each film has its place in.</summary>
    public static ImmutableSortedDictionary<TitleKey, GroupMerge> MergeGroups(IEnumerable<Evidence> evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var groups = new SortedDictionary<TitleKey, List<Evidence>>(Comparer<TitleKey>.Create((one, other) => other.CompareTo(one)));
        foreach (var one in evidence)
        {
            foreach (var key in TitleKeys.Of(one.Film))
            {
                EvidenceOf(key).Add(one);
            }
        }

        var merged = ImmutableSortedDictionary.CreateBuilder<TitleKey, GroupMerge>();
        while (groups.Count > 0)
        {
            var (last, all) = groups.First();
            groups.Remove(last);
            var result = merged[last] = MergeGroup(last, all);
            foreach (var handover in result.Handovers)
            {
                EvidenceOf(handover.To).AddRange(handover.Evidence);
            }
        }

        return merged.ToImmutable();

        List<Evidence> EvidenceOf(TitleKey key) => groups.TryGetValue(key, out var found) ? found : groups[key] = [];
    }

    /// <summary>Merges one group: a pure function of its evidence, in whatever order and however often it comes.</summary>
    /// <param name="group">The group.</param>
    /// <param name="evidence">What reviews say in it, and what later groups have handed to it.</param>
    public static GroupMerge MergeGroup(TitleKey group, IEnumerable<Evidence> evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var forms = new NormalForms();
        var films = PlaceOfFilms.Of(FilmClustering.Cluster(evidence, forms), group, forms);
        return new(
            DistinctIds.Of(films.Where(film => film.Next is null).Select(film => ProfileBuilder.Of(film.Film, forms))),
            [
                .. films.Where(film => film.Next is not null)
                    .GroupBy(film => film.Next!.Value, film => film.Film)
                    .OrderBy(to => to.Key)
                    .Select(to => new Handover(to.Key, [.. to.SelectMany(film => film.MissingIn(to.Key, forms))])),
            ]);
    }
}
