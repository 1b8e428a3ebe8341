using Azure;
using Azure.Data.Tables;
using Ingest.Core.Films;

namespace Ingest.Functions.Storage;

/// <summary>Title groups whose films say less than their evidence, because too little has changed for a rebuild at once.</summary>
/// <remarks>One partition, of one row per group. A row is written after the evidence, and deleted after a rebuild if nobody has
/// written it since it was read; so none is lost.</remarks>
internal sealed class LateGroups(IngestStorage storage)
{
    // No title group's partition begins so.
    private const string Partition = "!late";

    public Task AddAsync(TitleKey group, CancellationToken cancellationToken) => storage.Evidence.UpsertEntityAsync(
        new TableEntity(Partition, TableKey.Of(group.Value)) { ["Group"] = group.Value }, TableUpdateMode.Replace, cancellationToken);

    /// <summary>All of them, with their rows' versions.</summary>
    public async Task<(TitleKey Group, ETag Version)[]> ListAsync(CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        var found = new List<(TitleKey Group, ETag Version)>();
        await foreach (var row in storage.Evidence.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            found.Add((new TitleKey(row.GetString("Group")), row.ETag));
        }

        return [.. found];
    }

    public async Task RemoveAsync(TitleKey group, ETag version, CancellationToken cancellationToken)
    {
        try
        {
            await storage.Evidence.DeleteEntityAsync(Partition, TableKey.Of(group.Value), version, cancellationToken);
        }
        catch (RequestFailedException conflict) when (conflict.Status is 404 or 412)
        {
            // Late again, or somebody else's work.
        }
    }
}
