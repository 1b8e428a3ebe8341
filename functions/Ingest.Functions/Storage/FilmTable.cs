using System.Collections.Immutable;
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

    /// <summary>Of a group's films the one that took the place of a film that is no more: the one that most of its reviews
    /// went to. Null when the row is no film's, or none of its reviews is left.</summary>
    public async Task<string?> SuccessorAsync(
        string rowId, ImmutableArray<FilmProfile> films, CancellationToken cancellationToken)
    {
        var row = ProjectedRow.Tombstone(rowId, null);
        if (row.Table != ProjectionTable.Films || films.IsEmpty)
        {
            return null;
        }

        if (await FindAsync(row.PartitionKey, row.RowKey, cancellationToken) is not { } gone)
        {
            return null;
        }

        return films
            .Select(film => (film.Id, Shared: film.Reviews.Intersect(gone.Reviews).Count()))
            .Where(film => film.Shared > 0)
            .OrderByDescending(film => film.Shared)
            .ThenBy(film => film.Id, StringComparer.Ordinal)
            .Select(film => film.Id)
            .FirstOrDefault();
    }

    private async Task<FilmProfile?> FindAsync(string partition, string row, CancellationToken cancellationToken)
    {
        var found = await storage.Films.GetEntityIfExistsAsync<TableEntity>(
            partition, row, cancellationToken: cancellationToken);
        return found.HasValue && Payload.Read(found.Value!) is { } json
            ? JsonSerializer.Deserialize(json, CoreJson.Instance.FilmProfile)
            : null;
    }
}
