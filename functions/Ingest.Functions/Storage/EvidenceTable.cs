using System.Collections.Immutable;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Ingest.Core.Films;
using Ingest.Functions.Ingestion;

namespace Ingest.Functions.Storage;

/// <summary>What reviews say, in one partition per title group: one row per review, and one of the group itself.</summary>
/// <remarks>
/// A review's row is only replaced on behalf of a higher generation of that review, and only together with a step of the
/// group's version: whoever comes late writes nothing, and whatever was written is seen by the next rebuild. A retracted
/// review keeps its row, empty, for its generation.
/// </remarks>
internal sealed class EvidenceTable(IngestStorage storage, TimeProvider time)
{
    // Sorts before all reviews, whose keys never begin with it: the first row of every scan.
    private const string GroupRow = "!group";
    private const int MaxAttempts = 40;

    /// <summary>Writes what a review says in a group, or, given null, that it says nothing there.</summary>
    /// <param name="group">The group.</param>
    /// <param name="review">The review.</param>
    /// <param name="generation">The claim on whose behalf.</param>
    /// <param name="packed">Compressed <see cref="StoredEvidence"/>, or null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False when a later claim has written here already.</returns>
    public async Task<bool> PutAsync(
        TitleKey group, ReviewName review, long generation, byte[]? packed, CancellationToken cancellationToken)
    {
        var (partition, row) = (TableKey.Of(group.Value), TableKey.Of(review.Value));
        for (var attempt = 0; ; attempt++)
        {
            var groupRow = FindAsync(partition, GroupRow, cancellationToken);
            var stored = await FindAsync(partition, row, cancellationToken);
            var storedGeneration = stored?.GetInt64("Generation") ?? 0;
            var step = Step(partition, await groupRow);
            if (storedGeneration >= generation)
            {
                return storedGeneration == generation;
            }

            var entity = new TableEntity(partition, row) { ["Review"] = review.Value, ["Generation"] = generation };
            if (packed is not null)
            {
                Payload.Put(entity, packed);
            }

            var write = stored is null
                ? new TableTransactionAction(TableTransactionActionType.Add, entity)
                : new TableTransactionAction(TableTransactionActionType.UpdateReplace, entity, stored.ETag);
            try
            {
                await storage.Evidence.SubmitTransactionAsync([step, write], cancellationToken);
                return true;
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
        await foreach (var row in storage.Evidence.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (row.RowKey == GroupRow)
            {
                state = ToGroup(group, row);
            }
            else if (Payload.Read(row) is { } json)
            {
                var said = JsonSerializer.Deserialize(json, IngestJson.Instance.StoredEvidence)!;
                var review = row.GetString("Review");
                evidence.AddRange(said.Films.Select(film => new Evidence(review, said.PublishedOn, film)));
            }
        }

        return state is null ? null : new GroupEvidence(state, evidence.ToImmutable());
    }

    /// <summary>Writes where a group stands, if nothing has changed since it was read; gives the stored one, or null.</summary>
    public async Task<TitleGroup?> WriteAsync(TitleGroup group, CancellationToken cancellationToken)
    {
        var entity = new TableEntity(TableKey.Of(group.Key.Value), GroupRow)
        {
            ["Group"] = group.Key.Value,
            ["Version"] = group.Version,
            ["BuiltVersion"] = group.BuiltVersion,
            ["Building"] = group.Building,
        };
        var made = new StoredProjections(group.Films, group.Rows);
        Payload.Put(entity, Payload.Pack(JsonSerializer.SerializeToUtf8Bytes(made, IngestJson.Instance.StoredProjections)));
        try
        {
            var written = await storage.Evidence.UpdateEntityAsync(
                entity, group.ETag, TableUpdateMode.Replace, cancellationToken);
            return group with { ETag = written.Headers.ETag!.Value };
        }
        catch (RequestFailedException conflict) when (conflict.Status is 404 or 412)
        {
            return null;
        }
    }

    private async Task<TableEntity?> FindAsync(string partition, string row, CancellationToken cancellationToken)
    {
        var found = await storage.Evidence.GetEntityIfExistsAsync<TableEntity>(
            partition, row, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    private TableTransactionAction Step(string partition, TableEntity? group)
    {
        // A clock's reading at least: should rows ever be lost, new versions are still higher than those that remain.
        var version = Math.Max((group?.GetInt64("Version") ?? 0) + 1, time.GetUtcNow().ToUnixTimeMilliseconds());
        var step = new TableEntity(partition, GroupRow) { ["Version"] = version };
        return group is null
            ? new TableTransactionAction(TableTransactionActionType.Add, step)
            : new TableTransactionAction(TableTransactionActionType.UpdateMerge, step, group.ETag);
    }

    private static TitleGroup ToGroup(TitleKey key, TableEntity row)
    {
        var made = Payload.Read(row) is { } json
            ? JsonSerializer.Deserialize(json, IngestJson.Instance.StoredProjections)!
            : new StoredProjections([], ImmutableDictionary<string, ProjectedState>.Empty);
        return new TitleGroup
        {
            Key = key,
            Version = row.GetInt64("Version") ?? 0,
            BuiltVersion = row.GetInt64("BuiltVersion") ?? 0,
            Building = row.GetInt64("Building"),
            Films = made.Films,
            Rows = made.Rows,
            ETag = row.ETag,
        };
    }
}
