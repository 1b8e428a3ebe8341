using Ingest.Functions.Storage;
using Microsoft.Extensions.Logging;

namespace Ingest.Functions.Ingestion;

/// <summary>Rebuilds the films of which too little had changed for a rebuild at once.</summary>
internal sealed class LateFilms(LateGroups late, TitleGroups groups, TimeProvider time, ILogger<LateFilms> logger)
{
    // Functions may run for five minutes.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    /// <summary>Runs once, for four minutes at most.</summary>
    /// <inheritdoc cref="RunAsync(TimeSpan, CancellationToken)"/>
    public Task<int> RunAsync(CancellationToken cancellationToken) => RunAsync(Limit, cancellationToken);

    /// <summary>Runs once over all that are late, in any order. One that cannot be rebuilt is left for the next round.</summary>
    /// <param name="limit">How long to take up groups.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Number of title groups that were rebuilt.</returns>
    public async Task<int> RunAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var rebuilt = 0;
        var all = await late.ListAsync(cancellationToken);
        Random.Shared.Shuffle(all);
        foreach (var (group, version) in all.TakeWhile(_ => time.GetElapsedTime(began) < limit))
        {
            try
            {
                await groups.RebuildNowAsync(group, cancellationToken);
                await late.RemoveAsync(group, version, cancellationToken);
                rebuilt++;
            }
            catch (Exception reason) when (!cancellationToken.IsCancellationRequested)
            {
                Log.GroupNotRebuilt(logger, reason, group.Value);
            }
        }

        return rebuilt;
    }
}
