using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ingest.Core.Films;
using Ingest.Functions.Ingestion;
using Microsoft.Extensions.Logging;

namespace Ingest.Functions.Storage;

/// <summary>Brings the rows of a title group's films in line with its evidence.</summary>
/// <remarks>
/// Any number of workers may do so at once. Before a worker writes rows it registers them, and that it has begun, in the
/// group's row, if nothing changed since it read the evidence. So rows of one version are made of the same evidence by
/// whoever makes them; rows of an earlier version are replaced, of a later one never; and a worker that stopped half-way
/// leaves a mark that makes the next one write every row anew. Whoever adds evidence rebuilds, so the last one does.
/// </remarks>
internal sealed class GroupRebuild(
    EvidenceTable evidence, FilmTable films, ProjectionWriter writer, TimeProvider time, ILogger<GroupRebuild> logger)
{
    private const int MaxAttempts = 60;
    private const int WritesAtOnce = 8;

    /// <summary>Returns when the rows are at least as new as the evidence was at the call.</summary>
    /// <exception cref="InvalidOperationException">The group changes too often to be rebuilt; worth another try later.</exception>
    public async Task RunAsync(TitleKey group, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (attempt > 0)
            {
                await Backoff.WaitAsync(attempt, time, cancellationToken);
                if (await evidence.FindAsync(group, cancellationToken) is { IsBuilt: true })
                {
                    return;
                }
            }

            var read = await evidence.ReadAsync(group, cancellationToken);
            if (read is null or { Group.IsBuilt: true } || await TryAsync(read, cancellationToken))
            {
                return;
            }
        }

        throw new InvalidOperationException("A title group changes too often to be rebuilt.");
    }

    private async Task<bool> TryAsync(GroupEvidence read, CancellationToken cancellationToken)
    {
        var group = read.Group;
        var profiles = FilmMerge.Merge(read.Evidence);
        var rows = Projection.Of(group.Key, profiles);

        // Rows that say the same already may only be left alone when nobody else can still be writing them.
        var changed = rows.Values
            .Where(row => group.Building is not null || group.Rows.GetValueOrDefault(row.Id)?.Hash != row.Hash)
            .ToList();
        var gone = group.Rows.Keys.Where(id => !rows.ContainsKey(id)).ToList();
        var written = new ConcurrentDictionary<string, string>();
        if (changed.Count + gone.Count > 0)
        {
            var registered = await evidence.WriteAsync(Registering(group, changed), cancellationToken);
            if (registered is null)
            {
                return false;
            }

            CrashPoint.Pass(CrashPoint.RowsRegistered);
            foreach (var id in gone)
            {
                changed.Add(ProjectedRow.Tombstone(id, await films.SuccessorAsync(id, profiles, cancellationToken)));
            }

            if (!await WriteAsync(changed, group, written, cancellationToken))
            {
                return false;
            }

            CrashPoint.Pass(CrashPoint.RowsWritten);
            group = group with { ETag = registered.ETag };
        }

        var states = rows.Values.ToImmutableDictionary(
            row => row.Id,
            row => new ProjectedState(row.Hash, written.GetValueOrDefault(row.Id) ?? group.Rows[row.Id].ETag));
        var built = group with
        {
            BuiltVersion = group.Version,
            Building = null,
            Rows = states,
            Films = [.. profiles.Select(profile => profile.Id).Order(StringComparer.Ordinal)],
        };
        if (await evidence.WriteAsync(built, cancellationToken) is null)
        {
            return false;
        }

        CrashPoint.Pass(CrashPoint.GroupBuilt);
        Log.GroupRebuilt(logger, group.Key.Value, read.Evidence.Length, profiles.Length, written.Count);
        return true;
    }

    private static TitleGroup Registering(TitleGroup group, IEnumerable<ProjectedRow> changed)
    {
        var rows = group.Rows.ToBuilder();
        foreach (var row in changed)
        {
            rows[row.Id] = new ProjectedState(null, group.Rows.GetValueOrDefault(row.Id)?.ETag);
        }

        return group with { Building = group.Version, Rows = rows.ToImmutable() };
    }

    private async Task<bool> WriteAsync(
        IEnumerable<ProjectedRow> rows,
        TitleGroup group,
        ConcurrentDictionary<string, string> written,
        CancellationToken cancellationToken)
    {
        var isLate = false;
        var options = new ParallelOptions { MaxDegreeOfParallelism = WritesAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(rows, options, async (row, token) =>
        {
            var known = group.Rows.GetValueOrDefault(row.Id);
            if (!Volatile.Read(ref isLate))
            {
                if (await writer.WriteAsync(row, group.Version, known, token) is { } etag)
                {
                    written[row.Id] = etag;
                    CrashPoint.Pass(CrashPoint.RowWritten);
                }
                else
                {
                    Volatile.Write(ref isLate, true);
                }
            }
        });
        return !isLate;
    }
}
