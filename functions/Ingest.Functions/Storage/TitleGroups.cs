using System.Collections.Concurrent;
using System.Diagnostics;
using Ingest.Core.Films;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Telemetry;

namespace Ingest.Functions.Storage;

/// <summary>Writes title groups and rebuilds their films, one step at a time for each group of this process.</summary>
/// <remarks>What comes while a group is busy waits and is then done together: many reviews of one film that come at once are
/// written by few transactions and seen by few rebuilds. Processes do not know of each other; for them there are the versions
/// of <see cref="EvidenceTable"/>. Rebuilding may rebuild earlier groups, never later ones: nobody waits in a circle.</remarks>
internal sealed class TitleGroups(EvidenceTable evidence, GroupRebuild rebuild, LateGroups late, IngestTracing tracing)
{
    private readonly ConcurrentDictionary<TitleKey, Lane> lanes = new();

    /// <summary>Writes what a review says in a group.</summary>
    /// <returns>The group then; null when a later claim has written there already.</returns>
    public Task<TitleGroup?> PutAsync(TitleKey group, EvidencePut put, CancellationToken cancellationToken)
    {
        var task = new PutTask(put);
        Run(group, lane => lane.Puts.Add(task));
        return task.Done.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Returns when the films say what the evidence of a group says. Where little has changed among very many
    /// reviews, returns at once; the next round of <see cref="LateGroups"/> sees to it then.</summary>
    /// <param name="seen">The group, with the evidence in question.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task RebuildAsync(TitleGroup seen, CancellationToken cancellationToken)
    {
        var task = new RebuildTask(seen);
        Run(seen.Key, lane => lane.Rebuilds.Add(task));
        return task.Done.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Returns when the films say what the evidence of a group says, however little has changed.</summary>
    public async Task RebuildNowAsync(TitleKey group, CancellationToken cancellationToken)
    {
        if (await evidence.FindAsync(group, cancellationToken) is { IsBuilt: false } found)
        {
            await RebuildAsync(found with { IsWanted = true }, cancellationToken);
        }
    }

    private void Run(TitleKey group, Action<Lane> add)
    {
        while (true)
        {
            var lane = lanes.GetOrAdd(group, key => new Lane(key));
            lock (lane)
            {
                if (lane.IsOver)
                {
                    continue;
                }

                add(lane);
                if (!lane.IsRunning)
                {
                    lane.IsRunning = true;
                    _ = Task.Run(() => WorkAsync(lane));
                }

                return;
            }
        }
    }

    // Its tasks are told what goes wrong; it throws nothing itself. A caller who leaves does not stop what others wait for.
    private async Task WorkAsync(Lane lane)
    {
        while (true)
        {
            List<PutTask> puts;
            List<RebuildTask> rebuilds;
            lock (lane)
            {
                (puts, lane.Puts) = (lane.Puts, []);
                (rebuilds, lane.Rebuilds) = (lane.Rebuilds, []);
                if (puts.Count + rebuilds.Count == 0)
                {
                    lane.IsOver = true;
                    lanes.TryRemove(new(lane.Group, lane));
                    return;
                }
            }

            foreach (var batch in TransactionBatches.Of(OnePerReview(puts), put => put.Put.Packed?.Length ?? 0))
            {
                await DoAsync(IngestTracing.WriteEvidence, lane, batch, () => PutAsync(lane, batch));
            }

            if (rebuilds.Count > 0)
            {
                await DoAsync(IngestTracing.RebuildFilms, lane, rebuilds, () => RebuildAsync(lane, rebuilds));
            }
        }
    }

    // Two claims of one review: the earlier one is late already.
    private static IEnumerable<PutTask> OnePerReview(List<PutTask> puts)
    {
        foreach (var review in puts.GroupBy(put => put.Put.Review))
        {
            var last = review.MaxBy(put => put.Put.Generation)!;
            foreach (var late in review.Where(put => put != last))
            {
                late.Done.TrySetResult(null);
            }

            yield return last;
        }
    }

    private async Task PutAsync(Lane lane, List<PutTask> batch)
    {
        var (group, tooLate) = await evidence.PutAsync(
            lane.Group, [.. batch.Select(put => put.Put)], lane.Known, CancellationToken.None);
        CrashPoint.Pass(CrashPoint.EvidenceWritten);

        // An answer may come without the row's ETag; then the row is read again.
        lane.Known = group.ETag == default ? null : group;
        foreach (var put in batch)
        {
            put.Done.TrySetResult(tooLate.Contains(put.Put) ? null : group);
        }
    }

    private async Task RebuildAsync(Lane lane, List<RebuildTask> tasks)
    {
        var open = tasks.Select(task => task.Seen)
            .Where(seen => seen.IsWanted || !(seen.Version <= lane.Known?.BuiltVersion))
            .ToList();
        if (open.Count == 0)
        {
            return;
        }

        if (!open.Append(lane.Known).Any(seen => seen is { IsDue: true }))
        {
            await late.AddAsync(lane.Group, CancellationToken.None);
            return;
        }

        var seen = open.MaxBy(seen => seen.Version)! with { IsWanted = open.Exists(seen => seen.IsWanted) };
        lane.Known = null;
        try
        {
            lane.Known = await rebuild.RunAsync(seen, earlier => RebuildAsync(earlier, CancellationToken.None), CancellationToken.None);
        }
        catch (Exception)
        {
            // Its callers try again; should all of them give up, somebody still does. Where not even that can be noted, they
            // hear of the first failure all the same.
            await Task.WhenAny(late.AddAsync(lane.Group, CancellationToken.None));
            throw;
        }
    }

    private async Task DoAsync(string name, Lane lane, IReadOnlyCollection<LaneTask> tasks, Func<Task> work)
    {
        using var span = tracing.Start(name, tasks.Select(task => task.Asked));
        span.Name("ingest.group", lane.Group.Value)?.SetTag("ingest.tasks", tasks.Count);
        try
        {
            await work();
            foreach (var task in tasks)
            {
                task.Done.TrySetResult(null);
            }
        }
        catch (Exception reason)
        {
            span.Fail(reason);
            foreach (var task in tasks)
            {
                task.Done.TrySetException(reason);
            }
        }
    }

    private sealed class Lane(TitleKey group)
    {
        public TitleKey Group { get; } = group;

        public List<PutTask> Puts { get; set; } = [];

        public List<RebuildTask> Rebuilds { get; set; } = [];

        /// <summary>The group's row as this process last saw it.</summary>
        public TitleGroup? Known { get; set; }

        public bool IsRunning { get; set; }

        /// <summary>Whether it has left the list of lanes.</summary>
        public bool IsOver { get; set; }
    }

    private abstract record LaneTask
    {
        public TaskCompletionSource<TitleGroup?> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>The span on whose behalf it is done; the default for none.</summary>
        public ActivityContext Asked { get; } = Activity.Current?.Context ?? default;
    }

    private sealed record PutTask(EvidencePut Put) : LaneTask;

    private sealed record RebuildTask(TitleGroup Seen) : LaneTask;
}
