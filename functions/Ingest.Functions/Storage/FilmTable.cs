using System.Text.Json;
using Azure.Data.Tables;
using Ingest.Core;
using Ingest.Core.Films;

namespace Ingest.Functions.Storage;

/// <summary>Film profiles, ready to be served: one partition per id.</summary>
/// <remarks>Two title groups may make a film of the same id. Each has its own row, so that neither overwrites the other;
/// the one with more reviews is served.</remarks>
internal sealed class FilmTable(IngestStorage storage, FilmCache cache)
{
    // No film has a longer id.
    private const int MaxIdLength = 400;

    // Films that have been joined again and again; further ones count as gone.
    private const int MaxRedirects = 8;

    /// <summary>A film by its id, or where it has gone, or null; as it was a moment ago. One request, and one more for every
    /// id that it has had since.</summary>
    public Task<StoredProfile?> FindAsync(string id, CancellationToken cancellationToken) => id.Length is 0 or > MaxIdLength
        ? Task.FromResult<StoredProfile?>(null)
        : cache.GetAsync(TableKey.Of(id), reading => ReadAsync(id, reading), cancellationToken);

    /// <summary>A film of a group, or null. One point read.</summary>
    public async Task<FilmProfile?> FindAsync(TitleKey group, string id, CancellationToken cancellationToken)
    {
        var (partition, row) = Projection.ProfileKey(group, id);
        return (await FindAsync(partition, row, cancellationToken)).Film;
    }

    /// <summary>What the row of a film holds: the film, or the id that it has gone to, or neither. One point read.</summary>
    public async Task<(FilmProfile? Film, string? RedirectTo)> FindAsync(
        string partition, string row, CancellationToken cancellationToken)
    {
        var found = await storage.Films.GetEntityIfExistsAsync<TableEntity>(
            partition, row, cancellationToken: cancellationToken);
        return !found.HasValue ? default
            : Payload.Read(found.Value!) is { } json ? (ProfileJson.Read(json), null)
            : (null, found.Value!.GetString(ProjectedRow.RedirectTo));
    }

    /// <summary>The rows of one id: the most reviewed first, which is the one that is served; of those that are gone the
    /// last.</summary>
    public static IEnumerable<TableEntity> BestFirst(IEnumerable<TableEntity> rows) => rows
        .OrderByDescending(row => row.GetInt32("Reviews"))
        .ThenByDescending(row => row.GetInt64(ProjectedRow.Build))
        .ThenBy(row => row.RowKey, StringComparer.Ordinal);

    private async Task<StoredProfile?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var next = id; next is not null && seen.Count <= MaxRedirects && seen.Add(next);)
        {
            var rows = await RowsAsync(next, cancellationToken);
            if (rows.FirstOrDefault(row => row.GetBoolean(ProjectedRow.Deleted) == false) is { } live)
            {
                return next == id ? ProfileOf(live) : new(null, "", next);
            }

            next = rows.Select(row => row.GetString(ProjectedRow.RedirectTo)).FirstOrDefault(to => to is not null && !seen.Contains(to));
        }

        return null;
    }

    private static StoredProfile ProfileOf(TableEntity row)
    {
        var packed = Payload.Packed(row);
        return new(Payload.Unpack(packed), row.GetString(ProjectedRow.ContentHash), null) { Gzip = packed };
    }

    private async Task<IReadOnlyList<TableEntity>> RowsAsync(string id, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {TableKey.Of(id)}");
        var (rows, _) = await TablePages.ReadAsync(storage.Films, filter, 1000, null, null, cancellationToken);
        return [.. BestFirst(rows)];
    }
}
