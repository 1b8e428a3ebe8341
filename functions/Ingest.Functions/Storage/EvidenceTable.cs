using System.Collections.Immutable;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Ingest.Core.Films;

namespace Ingest.Functions.Storage;

/// <summary>What reviews say, in one partition per title group: one row per review, one of the group itself, and rows that
/// later groups have handed over.</summary>
/// <remarks>
/// A review's row is only replaced on behalf of a higher generation of that review, a handed one only by a later build of
/// the group that hands it, and each only together with a step of this group's version: whoever comes late writes nothing,
/// and whatever was written is seen by the next rebuild. A retracted row stays, empty, for its generation.
/// </remarks>
internal sealed class EvidenceTable(IngestStorage storage, TimeProvider time)
{
    /// <summary>Begins the keys of rows that other groups have handed over.</summary>
    public const string HandedRow = "!handed-";

    // Sorts before all others, whose keys are letters and digits or begin with HandedRow: the first row of every scan, so
    // that what follows it is at least as new as its version.
    private const string GroupRow = "!group";
    private const int MaxAttempts = 40;

    /// <summary>Writes what reviews say in a group, all in one transaction.</summary>
    /// <param name="group">The group.</param>
    /// <param name="puts">No two of one review; at most 99, of at most 2.5 MB.</param>
    /// <param name="known">The group's row as last seen; null to have it read.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The group's row then, and the reviews that a later claim has written already.</returns>
    public async Task<(TitleGroup Group, IReadOnlySet<EvidencePut> Late)> PutAsync(
        TitleKey group, IReadOnlyList<EvidencePut> puts, TitleGroup? known, CancellationToken cancellationToken)
    {
        var partition = TableKey.Of(group.Value);
        for (var attempt = 0; ; attempt++)
        {
            var groupRow = known is null || attempt > 0 ? FindAsync(group, cancellationToken) : Task.FromResult<TitleGroup?>(known);
            var rows = await Task.WhenAll(puts.Select(put => put.MayBeStored || attempt > 0
                ? FindAsync(partition, TableKey.Of(put.Review.Value), cancellationToken)
                : Task.FromResult<TableEntity?>(null)));
            var before = await groupRow;
            var late = new HashSet<EvidencePut>();
            var writes = new List<TableTransactionAction>();
            foreach (var (put, stored) in puts.Zip(rows))
            {
                var generation = stored?.GetInt64("Generation") ?? 0;
                if (generation > put.Generation)
                {
                    late.Add(put);
                }
                else if (generation < put.Generation)
                {
                    writes.Add(Write(partition, put, stored));
                }
            }

            if (writes.Count == 0 && before is not null)
            {
                return (before, late);
            }

            try
            {
                return (await SubmitAsync(group, before, writes, cancellationToken), late);
            }
            catch (RequestFailedException conflict) when (conflict.Status is 404 or 409 or 412 && attempt < MaxAttempts)
            {
                await Backoff.WaitAsync(attempt, time, cancellationToken);
            }
        }
    }

    /// <summary>Writes rows of one group that another one hands over, if they are of a later build than the stored ones.</summary>
    /// <param name="to">The group that they are for.</param>
    /// <param name="rows">The rows, at most 99, of at most 2.5 MB.</param>
    /// <param name="build">The build of the group that hands them over.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The rows' ETags; null when one of the stored rows is of a later build.</returns>
    public async Task<IReadOnlyList<string>?> HandAsync(
        TitleKey to, IReadOnlyList<ProjectedRow> rows, long build, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var group = await FindAsync(to, cancellationToken);
            var stored = await Task.WhenAll(rows.Select(row => FindAsync(row.PartitionKey, row.RowKey, cancellationToken)));
            var builds = stored.Select(row => row?.GetInt64(ProjectedRow.Build) ?? 0).ToList();
            if (builds.Exists(one => one > build))
            {
                return null;
            }

            var writes = rows.Zip(stored, builds)
                .Where(row => row.Third < build)
                .Select(row => Write(row.First.ToEntity(build), row.Second))
                .ToList();
            if (writes.Count == 0)
            {
                return [.. stored.Select(row => row!.ETag.ToString())];
            }

            try
            {
                // Their ETags are read with the next round.
                await SubmitAsync(to, group, writes, cancellationToken);
            }
            catch (RequestFailedException conflict) when (conflict.Status is 404 or 409 or 412 && attempt < MaxAttempts)
            {
                await Backoff.WaitAsync(attempt, time, cancellationToken);
            }
        }
    }

    /// <summary>Where a group stands, or null when there is no such group. One point read.</summary>
    public async Task<TitleGroup?> FindAsync(TitleKey group, CancellationToken cancellationToken) =>
        await FindAsync(TableKey.Of(group.Value), GroupRow, cancellationToken) is { } row ? ToGroup(group, row) : null;

    /// <summary>A group with all its evidence, or null when there is no such group. One scan of its partition.</summary>
    public async Task<GroupEvidence?> ReadAsync(TitleKey group, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {TableKey.Of(group.Value)}");
        TitleGroup? state = null;
        var evidence = ImmutableArray.CreateBuilder<Evidence>();
        var rows = 0;
        await foreach (var row in storage.Evidence.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            rows++;
            if (row.RowKey == GroupRow)
            {
                state = ToGroup(group, row);
            }
            else if (Payload.Read(row) is { } json)
            {
                evidence.AddRange(row.RowKey.StartsWith(HandedRow, StringComparison.Ordinal)
                    ? StatementsJson.Read(json, IngestJson.Instance.StoredHandover).Evidence
                    : EvidenceOf(row.GetString("Review"), json));
            }
        }

        return state is null ? null : new GroupEvidence(state, evidence.ToImmutable(), rows);
    }

    /// <summary>Writes what is made of a group, unless another builder has registered since. Evidence may have come since.</summary>
    /// <param name="group">The group as it is to stand, with the builder that it is to have.</param>
    /// <param name="builder">The builder that it had when it was read.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The stored group, or null.</returns>
    /// <exception cref="ContentionException">The group changes too often; worth another try later.</exception>
    public async Task<TitleGroup?> WriteAsync(TitleGroup group, string? builder, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            try
            {
                var written = await storage.Evidence.UpdateEntityAsync(
                    ToEntity(group), group.ETag, TableUpdateMode.Replace, cancellationToken);
                return group with { ETag = written.Headers.ETag!.Value };
            }
            catch (RequestFailedException conflict) when (conflict.Status is 404 or 412)
            {
                await Backoff.WaitAsync(attempt, time, cancellationToken);
            }

            // Either evidence has come, or another builder, or the write was done and its answer lost.
            var stored = await FindAsync(group.Key, cancellationToken);
            if (stored is null || (stored.Builder != builder && stored.Builder != group.Builder))
            {
                return null;
            }

            group = group with { Version = stored.Version, Changes = stored.Changes, ETag = stored.ETag };
        }

        throw new ContentionException("A title group changes too often to be rebuilt.");
    }

    /// <summary>Says that a builder is alive; false when another one has registered since.</summary>
    public async Task<bool> BeatAsync(TitleKey group, string builder, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            if (await FindAsync(group, cancellationToken) is not { } stored || stored.Builder != builder)
            {
                return false;
            }

            var beat = new TableEntity(TableKey.Of(group.Value), GroupRow) { ["Beat"] = time.GetUtcNow().ToUnixTimeMilliseconds() };
            try
            {
                await storage.Evidence.UpdateEntityAsync(beat, stored.ETag, TableUpdateMode.Merge, cancellationToken);
                return true;
            }
            catch (RequestFailedException conflict) when (conflict.Status == 412 && attempt < MaxAttempts)
            {
                await Backoff.WaitAsync(attempt, time, cancellationToken);
            }
        }
    }

    private static IEnumerable<Evidence> EvidenceOf(string review, byte[] json)
    {
        var said = StatementsJson.Read(json, IngestJson.Instance.StoredEvidence);
        return said.Films.Select(film => new Evidence(review, said.PublishedOn, film));
    }

    private static TableTransactionAction Write(string partition, EvidencePut put, TableEntity? stored)
    {
        var entity = new TableEntity(partition, TableKey.Of(put.Review.Value))
        {
            ["Review"] = put.Review.Value,
            ["Generation"] = put.Generation,
        };
        if (put.Packed is not null)
        {
            Payload.Put(entity, put.Packed);
        }

        return Write(entity, stored);
    }

    private static TableTransactionAction Write(TableEntity entity, TableEntity? stored) => stored is null
        ? new(TableTransactionActionType.Add, entity)
        : new(TableTransactionActionType.UpdateReplace, entity, stored.ETag);

    private async Task<TableEntity?> FindAsync(string partition, string row, CancellationToken cancellationToken)
    {
        var found = await storage.Evidence.GetEntityIfExistsAsync<TableEntity>(
            partition, row, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    // Rows of a group together with a step of its version.
    private async Task<TitleGroup> SubmitAsync(
        TitleKey key, TitleGroup? before, List<TableTransactionAction> writes, CancellationToken cancellationToken)
    {
        // A clock's reading at least: should rows ever be lost, new versions are still higher than those that remain.
        var after = (before ?? new TitleGroup { Key = key, Version = 0 }) with
        {
            Version = Math.Max((before?.Version ?? 0) + 1, time.GetUtcNow().ToUnixTimeMilliseconds()),
            Changes = (before?.Changes ?? 0) + writes.Count,
        };
        var step = new TableEntity(TableKey.Of(key.Value), GroupRow) { ["Version"] = after.Version, ["Changes"] = after.Changes };
        writes.Insert(0, before is null
            ? new TableTransactionAction(TableTransactionActionType.Add, step)
            : new TableTransactionAction(TableTransactionActionType.UpdateMerge, step, before.ETag));
        var done = await storage.Evidence.SubmitTransactionAsync(writes, cancellationToken);
        return after with { ETag = done.Value[0].Headers.ETag ?? default };
    }

    private static TableEntity ToEntity(TitleGroup group)
    {
        var entity = new TableEntity(TableKey.Of(group.Key.Value), GroupRow)
        {
            ["Group"] = group.Key.Value,
            ["Version"] = group.Version,
            ["Changes"] = group.Changes,
            ["Build"] = group.Build,
            ["Builder"] = group.Builder,
            ["IsBuilding"] = group.IsBuilding,
            ["Beat"] = group.Beat,
            ["BuiltVersion"] = group.BuiltVersion,
            ["BuiltChanges"] = group.BuiltChanges,
            ["BuiltRows"] = group.BuiltRows,
        };
        var made = new StoredProjections(group.Films, group.Rows, [.. group.Earlier.Select(earlier => earlier.Value)]);
        Payload.Put(entity, Payload.Pack(JsonSerializer.SerializeToUtf8Bytes(made, IngestJson.Instance.StoredProjections)));
        return entity;
    }

    private static TitleGroup ToGroup(TitleKey key, TableEntity row)
    {
        var made = Payload.Read(row) is { } json
            ? JsonSerializer.Deserialize(json, IngestJson.Instance.StoredProjections)!
            : new StoredProjections([], ImmutableDictionary<string, ProjectedState>.Empty, []);
        return new TitleGroup
        {
            Key = key,
            Version = row.GetInt64("Version") ?? 0,
            Changes = row.GetInt64("Changes") ?? 0,
            Build = row.GetInt64("Build") ?? 0,
            Builder = row.GetString("Builder"),
            IsBuilding = row.GetBoolean("IsBuilding") ?? false,
            Beat = row.GetInt64("Beat") ?? 0,
            BuiltVersion = row.GetInt64("BuiltVersion") ?? 0,
            BuiltChanges = row.GetInt64("BuiltChanges") ?? 0,
            BuiltRows = row.GetInt32("BuiltRows") ?? 0,
            Films = made.Films,
            Rows = made.Rows,
            Earlier = [.. made.Earlier.Select(earlier => new TitleKey(earlier))],
            ETag = row.ETag,
        };
    }
}
