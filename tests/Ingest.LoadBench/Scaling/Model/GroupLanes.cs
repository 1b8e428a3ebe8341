using Ingest.Functions.Storage;
using Ingest.LoadBench.Scaling.Engine;

namespace Ingest.LoadBench.Scaling.Model;

/// <summary>What <see cref="TitleGroups"/> does in one instance: one step at a time for each title group, what comes meanwhile
/// together.</summary>
internal sealed class GroupLanes(EventQueue events, AppInstance instance)
{
    private readonly Dictionary<Film, Lane> lanes = [];

    /// <summary>Writes what a review says.</summary>
    public Task<TitleGroup> PutAsync(SimulatedReview review)
    {
        var done = new Completion<TitleGroup>(events);
        LaneOf(review.Film).Puts.Add((review, done));
        return done.Task;
    }

    /// <summary>Returns when the film says what the evidence says, or once it is noted as late.</summary>
    public Task RebuildAsync(Film film, TitleGroup seen)
    {
        var done = new Completion<bool>(events);
        LaneOf(film).Rebuilds.Add((seen, done));
        return done.Task;
    }

    private Lane LaneOf(Film film)
    {
        if (!lanes.TryGetValue(film, out var lane))
        {
            lanes[film] = lane = new(film);
            events.Start(() => WorkAsync(lane));
        }

        return lane;
    }

    private async Task WorkAsync(Lane lane)
    {
        while (lane.Puts.Count + lane.Rebuilds.Count > 0)
        {
            var (puts, rebuilds) = (lane.Puts, lane.Rebuilds);
            (lane.Puts, lane.Rebuilds) = ([], []);
            foreach (var batch in TransactionBatches.Of(puts, _ => 0))
            {
                await PutAsync(lane, batch);
            }

            if (rebuilds.Count > 0)
            {
                await RebuildAsync(lane, rebuilds);
            }
        }

        lanes.Remove(lane.Film);
    }

    private async Task PutAsync(Lane lane, List<(SimulatedReview Review, Completion<TitleGroup> Done)> batch)
    {
        try
        {
            lane.Known = await GroupStorage.PutAsync(events, lane.Film, [.. batch.Select(put => put.Review)], lane.Known);
            batch.ForEach(put => put.Done.Set(lane.Known));
        }
        catch (ServerBusyException reason)
        {
            lane.Known = null;
            batch.ForEach(put => put.Done.Fail(reason));
        }
    }

    private async Task RebuildAsync(Lane lane, List<(TitleGroup Seen, Completion<bool> Done)> tasks)
    {
        try
        {
            await RebuildAsync(lane, [.. tasks.Select(task => task.Seen).Where(seen => seen.IsWanted || !(seen.Version <= lane.Known?.BuiltVersion))]);
            tasks.ForEach(task => task.Done.Set(true));
        }
        catch (ServerBusyException reason)
        {
            tasks.ForEach(task => task.Done.Fail(reason));
        }
    }

    private async Task RebuildAsync(Lane lane, List<TitleGroup> open)
    {
        if (open.Count == 0)
        {
            return;
        }

        if (!open.Append(lane.Known).Any(seen => seen is { IsDue: true }))
        {
            await GroupStorage.AddLateAsync(lane.Film);
            return;
        }

        var seen = open.MaxBy(seen => seen.Version)! with { IsWanted = open.Exists(seen => seen.IsWanted) };
        lane.Known = null;
        try
        {
            lane.Known = await new GroupBuild(events, instance, lane.Film).RunAsync(seen);
        }
        catch (ServerBusyException)
        {
            await Task.WhenAny(GroupStorage.AddLateAsync(lane.Film));
            throw;
        }
    }

    private sealed class Lane(Film film)
    {
        public Film Film => film;

        public List<(SimulatedReview Review, Completion<TitleGroup> Done)> Puts { get; set; } = [];

        public List<(TitleGroup Seen, Completion<bool> Done)> Rebuilds { get; set; } = [];

        public TitleGroup? Known { get; set; }
    }
}
