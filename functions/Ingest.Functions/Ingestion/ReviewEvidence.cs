using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ingest.Core.Films;
using Ingest.Functions.Storage;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Ingestion;

/// <summary>Spreads what a review says over its title groups, and takes it out of those that it left.</summary>
internal sealed class ReviewEvidence(TitleGroups groups, IOptions<IngestOptions> options)
{
    /// <summary>Writes every group of the record, then rebuilds its films; a group that no evidence is given for loses the
    /// review's.</summary>
    /// <param name="record">The record.</param>
    /// <param name="evidence">Compressed evidence.</param>
    /// <param name="before">The groups that may have evidence of the review already.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False when a later claim has written already, and sees to the rest.</returns>
    public async Task<bool> PutAsync(
        ReviewRecord record,
        ImmutableDictionary<TitleKey, byte[]> evidence,
        ImmutableArray<TitleKey> before,
        CancellationToken cancellationToken)
    {
        var isCurrent = true;
        var written = new ConcurrentBag<TitleGroup>();
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = options.Value.GroupsAtOnce,
            CancellationToken = cancellationToken,
        };
        var mayBeStored = before.ToHashSet();
        await Parallel.ForEachAsync(record.Groups, parallel, async (group, token) =>
        {
            if (!Volatile.Read(ref isCurrent))
            {
                return;
            }

            var put = new EvidencePut(
                record.Name, record.Generation, evidence.GetValueOrDefault(group), mayBeStored.Contains(group));
            if (await groups.PutAsync(group, put, token) is { } stored)
            {
                written.Add(stored);
            }
            else
            {
                Volatile.Write(ref isCurrent, false);
            }
        });
        if (!isCurrent)
        {
            return false;
        }

        // Only now: where one group hands films to another, both have the review.
        await Parallel.ForEachAsync(written, parallel, async (group, token) => await groups.RebuildAsync(group, token));
        return true;
    }
}
