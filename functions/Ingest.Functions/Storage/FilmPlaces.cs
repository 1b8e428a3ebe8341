using System.Collections.Immutable;
using System.Text.Json;
using Ingest.Core.Films;

namespace Ingest.Functions.Storage;

/// <summary>Finds the profiles that what is said in a title group counts in: its own, and those of earlier groups that its films
/// went on to.</summary>
internal sealed class FilmPlaces(EvidenceTable evidence, FilmTable films)
{
    // Groups of one film are few; a chain of more is not followed to its end.
    private const int MaxGroups = 12;

    /// <summary>The profiles, in no particular order. About two requests per group and one per film.</summary>
    public async Task<ImmutableArray<FilmProfile>> ProfilesAsync(TitleKey group, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<FilmProfile>();
        await foreach (var (key, ids) in FollowAsync([group], cancellationToken))
        {
            var profiles = await Task.WhenAll(ids.Select(id => films.FindAsync(key, id, cancellationToken)));
            found.AddRange(profiles.OfType<FilmProfile>());
        }

        return found.ToImmutable();
    }

    /// <summary>Ids of the films that what is said in a group counts in.</summary>
    public async Task<ImmutableArray<string>> IdsAsync(TitleKey group, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        await foreach (var (_, ids) in FollowAsync([group], cancellationToken))
        {
            found.AddRange(ids);
        }

        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The film that took the place of one that is no more: the one that most of its reviews went to, else one of the
    /// same title and year. Null when the row is no film's, or nothing took its place.</summary>
    /// <param name="rowId">Id of the row of the film that is gone.</param>
    /// <param name="merge">What the group's evidence gives now.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<string?> SuccessorAsync(string rowId, GroupMerge merge, CancellationToken cancellationToken)
    {
        var row = ProjectedRow.Tombstone(rowId, null);
        if (row.Table != ProjectionTable.Films)
        {
            return null;
        }

        try
        {
            return await SuccessorAsync(row, merge, cancellationToken);
        }
        catch (JsonException)
        {
            // A profile that nobody can read any more leads nowhere; it keeps no film from being made.
            return null;
        }
    }

    private async Task<string?> SuccessorAsync(ProjectedRow row, GroupMerge merge, CancellationToken cancellationToken)
    {
        var (gone, redirectTo) = await films.FindAsync(row.PartitionKey, row.RowKey, cancellationToken);
        if (gone is null)
        {
            // Somebody who stopped half-way has looked for it already.
            return redirectTo;
        }

        var candidates = merge.Profiles.ToList();
        await foreach (var (key, ids) in FollowAsync(merge.Handovers.Select(handover => handover.To), cancellationToken))
        {
            var profiles = await Task.WhenAll(ids.Select(id => films.FindAsync(key, id, cancellationToken)));
            candidates.AddRange(profiles.OfType<FilmProfile>());
        }

        return candidates
            .Where(film => film.Id != gone.Id)
            .Select(film => (film.Id, Shared: film.Reviews.Intersect(gone.Reviews).Count(), IsSame: IsSame(film, gone)))
            .Where(film => film.Shared > 0 || film.IsSame)
            .OrderByDescending(film => film.Shared)
            .ThenByDescending(film => film.IsSame)
            .ThenBy(film => film.Id, StringComparer.Ordinal)
            .Select(film => film.Id)
            .FirstOrDefault();
    }

    // Of films with very many reviews profiles name only some.
    private static bool IsSame(FilmProfile film, FilmProfile gone)
    {
        var title = TitleForm.Of(gone.Title.Value).Whole;
        return (film.Year is null || gone.Year is null || film.Year.Value == gone.Year.Value)
            && film.AlternateTitles.Select(other => other.Value).Prepend(film.Title.Value).Any(other => TitleForm.Of(other).Whole == title);
    }

    private async IAsyncEnumerable<(TitleKey Group, ImmutableArray<string> Films)> FollowAsync(
        IEnumerable<TitleKey> from, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<TitleKey>();
        var next = new Queue<TitleKey>(from);
        while (seen.Count < MaxGroups && next.TryDequeue(out var key))
        {
            if (!seen.Add(key) || await evidence.FindAsync(key, cancellationToken) is not { } group)
            {
                continue;
            }

            yield return (key, group.Films);
            foreach (var earlier in group.Earlier)
            {
                next.Enqueue(earlier);
            }
        }
    }
}
