using System.Diagnostics;
using Ingest.Chaos.Hosting;
using Ingest.Chaos.State;
using Ingest.Functions.Storage;

namespace Ingest.Chaos;

/// <summary>How the app, once nothing failed any more, brought everything to its end.</summary>
/// <param name="States">How all reviews stood then.</param>
/// <param name="Reconciliations">How many it took, the last of which found nothing to do.</param>
/// <param name="Repaired">Reviews that they saw to.</param>
/// <param name="Unnoticed">Files that no trigger had told of, and no reconciliation had found before.</param>
/// <param name="StillUnnoticed">Those of them that the first one did not settle.</param>
internal sealed record Settlement(ReviewStates States, int Reconciliations, int Repaired, int Unnoticed, int StillUnnoticed)
{
    /// <summary>Has the app reconcile until nothing is left to do, or until it took too long.</summary>
    /// <param name="app">The app, at rest.</param>
    /// <param name="stored">Its storage.</param>
    /// <param name="swallowed">Files whose last change no trigger told of.</param>
    /// <param name="patience">How long it may take.</param>
    /// <param name="say">Told of each reconciliation.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<Settlement> ReachAsync(
        AppProcess app, IngestStorage stored, IReadOnlyCollection<string> swallowed, TimeSpan patience, Action<string> say, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var states = await ReviewStates.ReadAsync(stored, cancellation);
        var unnoticed = swallowed.Where(name => !states.IsNoticed(name)).ToList();
        var (repaired, stillUnnoticed) = (0, 0);
        for (var reconciliations = 1; ; reconciliations++)
        {
            var before = states;
            await app.ReconcileAsync(patience);
            states = await ReviewStates.ReadAsync(stored, cancellation);
            var (count, left) = (states.WorkedOnSince(before), states.Unsettled.Count);
            repaired += count;
            say($"reconciliation {reconciliations} saw to {count} reviews, {left} are left");
            if (reconciliations == 1)
            {
                stillUnnoticed = unnoticed.Count(name => !states.IsSettled(name));
            }

            if ((count == 0 && left == 0) || clock.Elapsed > patience)
            {
                return new(states, reconciliations, repaired, unnoticed.Count, stillUnnoticed);
            }

            // What waits for its time is not to be asked for without a break.
            await Task.Delay(TimeSpan.FromSeconds(left == 0 ? 0 : 2), cancellation);
        }
    }
}
