using Azure;
using Azure.Data.Tables;

namespace Ingest.Functions.Storage;

/// <summary>Writes rows of films and titles so that no build of a group ever replaces a later one.</summary>
internal sealed class ProjectionWriter(IngestStorage storage, FilmCache cache)
{
    private const int MaxAttempts = 20;

    /// <summary>Writes a row of a build.</summary>
    /// <param name="row">The row.</param>
    /// <param name="build">The group's build that it was made by.</param>
    /// <param name="known">What the group knows of the stored row; null when it knows of none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The stored row's ETag; null when the stored row is of a later build.</returns>
    public async Task<string?> WriteAsync(
        ProjectedRow row, long build, ProjectedState? known, CancellationToken cancellationToken)
    {
        try
        {
            return await ReplaceAsync(row, build, known, cancellationToken);
        }
        finally
        {
            // Also when the write failed: its answer may have been lost.
            if (row.Table == ProjectionTable.Films)
            {
                cache.Forget(row.PartitionKey);
            }
        }
    }

    private async Task<string?> ReplaceAsync(
        ProjectedRow row, long build, ProjectedState? known, CancellationToken cancellationToken)
    {
        var table = row.Table == ProjectionTable.Films ? storage.Films : storage.Titles;
        var entity = row.ToEntity(build);

        // The usual cases take one request: a new row, and a row that nobody has touched since this group last wrote it.
        var etag = known?.ETag is { } last ? new ETag(last) : default(ETag?);
        if (etag is not null || known is null)
        {
            if (await TryWriteAsync(table, entity, etag, cancellationToken) is { } written)
            {
                return written;
            }
        }

        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var stored = await table.GetEntityIfExistsAsync<TableEntity>(
                row.PartitionKey, row.RowKey, cancellationToken: cancellationToken);
            var storedBuild = stored.HasValue ? stored.Value!.GetInt64(ProjectedRow.Build) ?? 0 : 0;
            if (storedBuild >= build)
            {
                // Of this build: the answer to the write was lost.
                return storedBuild == build ? stored.Value!.ETag.ToString() : null;
            }

            etag = stored.HasValue ? stored.Value!.ETag : null;
            if (await TryWriteAsync(table, entity, etag, cancellationToken) is { } written)
            {
                return written;
            }
        }

        throw new ContentionException("A row changes too often to be written.");
    }

    private static async Task<string?> TryWriteAsync(
        TableClient table, TableEntity entity, ETag? etag, CancellationToken cancellationToken)
    {
        try
        {
            var written = etag is { } expected
                ? await table.UpdateEntityAsync(entity, expected, TableUpdateMode.Replace, cancellationToken)
                : await table.AddEntityAsync(entity, cancellationToken);
            return written.Headers.ETag!.Value.ToString();
        }
        catch (RequestFailedException conflict) when (conflict.Status is 404 or 409 or 412)
        {
            return null;
        }
    }
}
