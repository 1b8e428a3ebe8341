using System.Text.Json;
using Azure.Data.Tables;
using Ingest.Core;
using Ingest.Core.Films;

namespace Ingest.Functions.Storage;

/// <summary>Film profiles, ready to be served: one partition per id.</summary>
/// <remarks>Two title groups may make a film of the same id. Each has its own row, so that neither overwrites the other;
/// the one with more reviews is served.</remarks>
internal sealed class FilmTable(IngestStorage storage)
{
    /// <summary>A film by its id, or null. One request.</summary>
    public async Task<StoredProfile?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {TableKey.Of(id)}");
        var (rows, _) = await TablePages.ReadAsync(storage.Films, filter, 1000, null, null, cancellationToken);
        var live = rows.Where(row => row.GetBoolean(ProjectedRow.Deleted) == false)
            .OrderByDescending(row => row.GetInt32("Reviews"))
            .ThenBy(row => row.RowKey, StringComparer.Ordinal)
            .FirstOrDefault();
        if (live is not null)
        {
            return new(Payload.Read(live), live.GetString("ContentHash"), null);
        }

        var successor = rows.Select(row => row.GetString(ProjectedRow.RedirectTo)).FirstOrDefault(to => to is not null);
        return successor is null ? null : new(null, "", successor);
    }

    /// <summary>A film of a group, or null. One point read.</summary>
    public async Task<FilmProfile?> FindAsync(TitleKey group, string id, CancellationToken cancellationToken)
    {
        var (partition, row) = Projection.ProfileKey(group, id);
        return await FindAsync(partition, row, cancellationToken);
    }

    /// <summary>A film by the key of its row, or null. One point read.</summary>
    public async Task<FilmProfile?> FindAsync(string partition, string row, CancellationToken cancellationToken)
    {
        var found = await storage.Films.GetEntityIfExistsAsync<TableEntity>(
            partition, row, cancellationToken: cancellationToken);
        return found.HasValue && Payload.Read(found.Value!) is { } json
            ? JsonSerializer.Deserialize(json, CoreJson.Instance.FilmProfile)
            : null;
    }
}
