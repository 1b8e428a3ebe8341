using System.Collections.Immutable;
using Ingest.Core.Films;
using Ingest.Functions.Storage;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Ingestion;

/// <summary>Spreads what a review says over its title groups, and takes it out of those that it left.</summary>
internal sealed class ReviewEvidence(EvidenceTable table, GroupRebuild rebuild, IOptions<IngestOptions> options)
{
    /// <summary>Writes every group of the record, and rebuilds its films; a group that no evidence is given for loses the
    /// review's.</summary>
    /// <returns>False when a later claim has written already.</returns>
    public async Task<bool> PutAsync(
        ReviewRecord record, ImmutableDictionary<TitleKey, byte[]> evidence, CancellationToken cancellationToken)
    {
        var isCurrent = true;
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = options.Value.GroupsAtOnce,
            CancellationToken = cancellationToken,
        };
        await Parallel.ForEachAsync(record.Groups, parallel, async (group, token) =>
        {
            if (!Volatile.Read(ref isCurrent))
            {
                return;
            }

            var packed = evidence.GetValueOrDefault(group);
            if (await table.PutAsync(group, record.Name, record.Generation, packed, token))
            {
                CrashPoint.Pass(CrashPoint.EvidenceWritten);
                await rebuild.RunAsync(group, token);
            }
            else
            {
                Volatile.Write(ref isCurrent, false);
            }
        });
        return isCurrent;
    }
}
