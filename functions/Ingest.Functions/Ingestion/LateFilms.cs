using Ingest.Functions.Storage;
using Microsoft.Extensions.Logging;

namespace Ingest.Functions.Ingestion;

/// <summary>Rebuilds the films of which too little had changed for a rebuild at once.</summary>
internal sealed class LateFilms(LateGroups late, TitleGroups groups, ILogger<LateFilms> logger)
{
    /// <summary>Runs once over all that are late. One that cannot be rebuilt is left for the next round.</summary>
    /// <returns>Number of title groups that were rebuilt.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var rebuilt = 0;
        await foreach (var (group, version) in late.ListAsync(cancellationToken))
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
