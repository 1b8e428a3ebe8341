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
    /// <remarks>It leaves a group only when the others say what it says now: those may hand it to that very group, whose films
    /// would else lack the review for a moment.</remarks>
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
        var mayBeStored = before.ToHashSet();
        var puts = record.Groups.ToLookup(
            evidence.ContainsKey,
            group => (group, new EvidencePut(record.Name, record.Generation, evidence.GetValueOrDefault(group), mayBeStored.Contains(group))));
        return await PutAsync(puts[true], cancellationToken) && await PutAsync(puts[false], cancellationToken);
    }

    private async Task<bool> PutAsync(IEnumerable<(TitleKey Group, EvidencePut Put)> puts, CancellationToken cancellationToken)
    {
        var isCurrent = true;
        var written = new ConcurrentBag<TitleGroup>();
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = options.Value.GroupsAtOnce,
            CancellationToken = cancellationToken,
        };
        await Parallel.ForEachAsync(puts, parallel, async (one, token) =>
        {
            if (!Volatile.Read(ref isCurrent))
            {
                return;
            }

            if (await groups.PutAsync(one.Group, one.Put, token) is { } stored)
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
