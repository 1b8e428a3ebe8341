using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ingest.Core.Films;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Telemetry;

namespace Ingest.Functions.Storage;

/// <summary>Brings the rows of a title group's films in line with its evidence.</summary>
/// <remarks>
/// Any number of workers may do so at once. Before a worker writes rows it registers them, and that it has begun, in the
/// group's row, unless another worker has begun since it read that row, from before the evidence. So the evidence of a later
/// build is nowhere older than that of an earlier one; rows of an earlier build are replaced, of a later one never; and a
/// worker that stops half-way leaves a mark that makes the next one write every row anew. Whoever adds evidence rebuilds, so
/// the last one does. What a group hands over to an earlier one is evidence there, and rebuilds that one before this one
/// counts as built.
/// </remarks>
internal sealed class GroupRebuild(
    EvidenceTable evidence,
    FilmPlaces places,
    ProjectionWriter writer,
    TimeProvider time,
    IngestTelemetry telemetry)
{
    private const int MaxTries = 20;
    private const int WritesAtOnce = 8;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Returns when the rows are at least as new as the evidence that the caller has seen.</summary>
    /// <param name="seen">The group as the caller has seen it.</param>
    /// <param name="rebuildEarlier">Rebuilds an earlier group, as seen.</param>
    /// <param name="cancellationToken">Stops it at a point from which it can be repeated.</param>
    /// <returns>Where the group stands then.</returns>
    /// <exception cref="ContentionException">The group changes too often to be rebuilt; worth another try later.</exception>
    public async Task<TitleGroup> RunAsync(
        TitleGroup seen, Func<TitleGroup, Task> rebuildEarlier, CancellationToken cancellationToken)
    {
        var group = seen;
        var watch = new BuilderWatch(time);
        var began = time.GetTimestamp();
        for (int turn = 0, tries = 0; tries < MaxTries && time.GetElapsedTime(began) < Limit; turn++)
        {
            if (turn > 0)
            {
                await Backoff.WaitAsync(turn, time, cancellationToken);
                group = await evidence.FindAsync(seen.Key, cancellationToken) ?? seen;
            }

            if (group.BuiltVersion >= seen.Version && !(seen.IsWanted && group.IsBuilding))
            {
                return group;
            }

            // Whoever has begun is let finish, unless it seems dead: else they would overtake each other for ever.
            if (watch.IsBusy(group)
                || await evidence.ReadAsync(seen.Key, cancellationToken) is not { } read
                || watch.IsBusy(read.Group))
            {
                continue;
            }

            if (tries++ > 0)
            {
                telemetry.MergeRetried();
            }

            if (await TryAsync(read, seen.IsWanted, rebuildEarlier, cancellationToken) is { } rebuilt)
            {
                return rebuilt;
            }
        }

        throw new ContentionException("A title group changes too often to be rebuilt.");
    }

    private async Task<TitleGroup?> TryAsync(
        GroupEvidence read, bool isWanted, Func<TitleGroup, Task> rebuildEarlier, CancellationToken cancellationToken)
    {
        var group = read.Group;
        var merge = FilmMerge.MergeGroup(group.Key, read.Evidence);
        var rows = Projection.Of(group.Key, merge);

        // Rows that say the same already may only be left alone when nobody else can still be writing them.
        var changed = rows.Values
            .Where(row => group.IsBuilding || group.Rows.GetValueOrDefault(row.Id)?.Hash != row.Hash)
            .ToList();
        var gone = group.Rows.Keys.Where(id => !rows.ContainsKey(id)).ToList();
        var earlier = merge.Handovers.Select(handover => handover.To).ToImmutableArray();
        var written = new ConcurrentDictionary<string, string>();
        if (changed.Count + gone.Count > 0)
        {
            var registered = await evidence.WriteAsync(Registering(group, changed, earlier), group.Builder, cancellationToken);
            if (registered is null)
            {
                return null;
            }

            CrashPoint.Pass(CrashPoint.RowsRegistered);
            var state = registered with { Rows = group.Rows, IsWanted = isWanted };
            if (!await BeatingAsync(registered, token => WriteAsync(changed, gone, merge, state, written, rebuildEarlier, token), cancellationToken))
            {
                return null;
            }

            CrashPoint.Pass(CrashPoint.RowsWritten);
            group = registered;
        }

        var states = rows.Values.ToImmutableDictionary(
            row => row.Id,
            row => new ProjectedState(row.Hash, written.GetValueOrDefault(row.Id) ?? group.Rows[row.Id].ETag));
        var done = (group == read.Group ? Begun(group) : group) with
        {
            BuiltVersion = read.Group.Version,
            BuiltChanges = read.Group.Changes,
            BuiltRows = read.Rows,
            IsBuilding = false,
            Rows = states,
            Films = [.. Projection.Served(merge).Select(profile => profile.Id).Order(StringComparer.Ordinal)],
            Earlier = earlier,
        };
        var built = await evidence.WriteAsync(done, group.Builder, cancellationToken);
        if (built is not null)
        {
            CrashPoint.Pass(CrashPoint.GroupBuilt);
            telemetry.GroupRebuilt(group.Key.Value, read.Evidence.Length, merge.Profiles.Length, written.Count);
        }

        return built;
    }

    private TitleGroup Registering(TitleGroup group, IEnumerable<ProjectedRow> changed, ImmutableArray<TitleKey> earlier)
    {
        var rows = group.Rows.ToBuilder();
        foreach (var row in changed)
        {
            rows[row.Id] = new ProjectedState(null, group.Rows.GetValueOrDefault(row.Id)?.ETag);
        }

        return Begun(group) with
        {
            IsBuilding = true,
            Rows = rows.ToImmutable(),
            Earlier = [.. group.Earlier.Union(earlier)],
        };
    }

    // A build that has nothing to write begins too: others who read the evidence before are late then.
    private TitleGroup Begun(TitleGroup group) => group with
    {
        // A clock's reading at least: should rows ever be lost, new builds are still higher than those that remain.
        Build = Math.Max(group.Build + 1, time.GetUtcNow().ToUnixTimeMilliseconds()),
        Builder = Guid.NewGuid().ToString("N"),
        Beat = time.GetUtcNow().ToUnixTimeMilliseconds(),
    };

    // While it takes long, others are told that this builder is alive; a builder that was overtaken stops.
    private async Task<bool> BeatingAsync(TitleGroup group, Func<CancellationToken, Task<bool>> work, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var working = work(stop.Token);
        try
        {
            while (await Task.WhenAny(working, Task.Delay(BuilderWatch.BeatsEvery, time, cancellationToken)) != working)
            {
                if (!await evidence.BeatAsync(group.Key, group.Builder!, cancellationToken))
                {
                    break;
                }
            }

            return working.IsCompleted && await working;
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAny(working);
        }
    }

    // Films that come, or come back from an earlier group, are first; then what is handed over and what no longer is; then the
    // other films; then what is left of those that are gone: whoever looks for one meanwhile finds it in one place or the other.
    private async Task<bool> WriteAsync(
        List<ProjectedRow> changed,
        List<string> gone,
        GroupMerge merge,
        TitleGroup registered,
        ConcurrentDictionary<string, string> written,
        Func<TitleGroup, Task> rebuildEarlier,
        CancellationToken cancellationToken)
    {
        var served = changed.Where(row => row.Table != ProjectionTable.Evidence)
            .ToLookup(row => registered.Rows.GetValueOrDefault(row.Id)?.Hash is null);
        if (!await WriteAsync(served[true], registered, written, cancellationToken))
        {
            return false;
        }

        var handed = changed.Where(row => row.Table == ProjectionTable.Evidence)
            .Concat(gone.Select(id => ProjectedRow.Tombstone(id, null)).Where(row => row.Table == ProjectionTable.Evidence))
            .ToLookup(row => row.PartitionKey, StringComparer.Ordinal);
        var isFilmGone = gone.Exists(id => id[0] == (char)ProjectionTable.Films);
        foreach (var group in registered.Earlier.Where(earlier => earlier < registered.Key))
        {
            var rows = handed[HandoverRows.PartitionOf(group)].ToList();
            if (rows.Count > 0 && !await HandAsync(group, rows, registered.Build, written, cancellationToken))
            {
                return false;
            }

            // A film that goes there must be there before it is looked for.
            var isWanted = isFilmGone || registered.IsWanted;
            if (rows.Count > 0 || isWanted)
            {
                var earlier = await evidence.FindAsync(group, cancellationToken);
                if (earlier is { IsBuilt: false })
                {
                    await rebuildEarlier(earlier with { IsWanted = isWanted });
                }
            }
        }

        if (!await WriteAsync(served[false], registered, written, cancellationToken))
        {
            return false;
        }

        var left = new List<ProjectedRow>();
        foreach (var id in gone.Where(id => id[0] != (char)ProjectionTable.Evidence))
        {
            left.Add(ProjectedRow.Tombstone(id, await places.SuccessorAsync(id, merge, cancellationToken)));
        }

        return await WriteAsync(left, registered, written, cancellationToken);
    }

    private async Task<bool> HandAsync(
        TitleKey to,
        List<ProjectedRow> rows,
        long build,
        ConcurrentDictionary<string, string> written,
        CancellationToken cancellationToken)
    {
        foreach (var batch in TransactionBatches.Of(rows, row => row.Packed?.Length ?? 0))
        {
            if (await evidence.HandAsync(to, batch, build, cancellationToken) is not { } etags)
            {
                return false;
            }

            foreach (var (row, etag) in batch.Zip(etags))
            {
                written[row.Id] = etag;
                CrashPoint.Pass(CrashPoint.RowWritten);
            }
        }

        return true;
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
                if (await writer.WriteAsync(row, group.Build, known, token) is { } etag)
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
