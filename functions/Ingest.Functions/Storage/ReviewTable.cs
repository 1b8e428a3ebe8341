using System.Collections.Immutable;
using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Ingest.Functions.Ingestion;
using Microsoft.Extensions.Logging;

namespace Ingest.Functions.Storage;

/// <summary>The reviews' records.</summary>
internal sealed class ReviewTable(IngestStorage storage, ILogger<ReviewTable> logger)
{
    // A page that a rare status leaves empty has cost a scan of up to 1,000 rows; a request pays for only so many.
    private const int PagesPerRequest = 5;

    /// <summary>A review's record, or null. One point read.</summary>
    /// <exception cref="InvalidDataException">There is one that this version of the app cannot read.</exception>
    public async Task<ReviewRecord?> FindAsync(ReviewName name, CancellationToken cancellationToken)
    {
        var found = await storage.Reviews.GetEntityIfExistsAsync<TableEntity>(
            ReviewEntity.Partition(name), ReviewEntity.Row(name), cancellationToken: cancellationToken);
        return found.HasValue
            ? Read(found.Value!) ?? throw new InvalidDataException("The review's record cannot be read.")
            : null;
    }

    /// <summary>Writes a record if it is still the version that it was made from; gives the stored one, or null if not.</summary>
    public async Task<ReviewRecord?> WriteAsync(ReviewRecord record, CancellationToken cancellationToken)
    {
        var entity = ReviewEntity.From(record);
        try
        {
            var written = record.Version == default
                ? await storage.Reviews.AddEntityAsync(entity, cancellationToken)
                : await storage.Reviews.UpdateEntityAsync(
                    entity, record.Version, TableUpdateMode.Replace, cancellationToken);
            return record with { Version = written.Headers.ETag!.Value };
        }
        catch (RequestFailedException conflict) when (conflict.Status is 404 or 409 or 412)
        {
            return null;
        }
    }

    /// <summary>Reviews shard by shard, within a shard by name; deleted ones are left out. Never reads across partitions.</summary>
    /// <param name="status">Only those of this status, or null.</param>
    /// <param name="limit">Most to give.</param>
    /// <param name="continuation">Where an earlier page ended, or null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="FormatException">The continuation is none that this method gave for this status.</exception>
    public async Task<ResultPage<ReviewRecord>> ListAsync(
        ReviewStatus? status, int limit, string? continuation, CancellationToken cancellationToken)
    {
        var query = status?.ToString() ?? "";
        var (shard, token) = Position(continuation, query);
        var found = ImmutableArray.CreateBuilder<ReviewRecord>();
        for (var pages = 0; shard < ReviewEntity.Shards && found.Count < limit; pages += token is null ? 0 : 1)
        {
            if (pages >= PagesPerRequest)
            {
                break;
            }

            (var rows, token) = await PageAsync(shard, status, limit - found.Count, token, cancellationToken);
            found.AddRange(rows);
            shard += token is null ? 1 : 0;
        }

        return new(found.ToImmutable(), shard < ReviewEntity.Shards ? Position(shard, token, query) : null);
    }

    /// <summary>All rows of one shard, of deleted reviews too, with their records but for the lists. A record that cannot be
    /// read is logged, and null.</summary>
    public async IAsyncEnumerable<(string Row, ReviewRecord? Record)> ScanAsync(
        int shard, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {ReviewEntity.Partition(shard)}");
        var rows = storage.Reviews.QueryAsync<TableEntity>(
            filter, select: ReviewEntity.Listed, cancellationToken: cancellationToken);
        await foreach (var row in rows)
        {
            yield return (row.RowKey, Read(row));
        }
    }

    /// <summary>Deletes the record of a review that has been deleted since before a time; false where it is none, or is
    /// changed meanwhile.</summary>
    /// <remarks>Later claims still have higher generations than those before, which no row forgets that has evidence, for a
    /// generation is at least the time of its claim in milliseconds.</remarks>
    public async Task<bool> PurgeAsync(ReviewName name, DateTimeOffset before, CancellationToken cancellationToken)
    {
        if (await FindAsync(name, cancellationToken) is not { Status: ReviewStatus.Deleted } record || !(record.SettledAt < before))
        {
            return false;
        }

        try
        {
            var done = await storage.Reviews.DeleteEntityAsync(
                ReviewEntity.Partition(name), ReviewEntity.Row(name), record.Version, cancellationToken);
            return done.Status != 404;
        }
        catch (RequestFailedException conflict) when (conflict.Status is 404 or 412)
        {
            return false;
        }
    }

    private ReviewRecord? Read(TableEntity row)
    {
        var record = ReviewEntity.TryTo(row);
        if (record is null)
        {
            Log.RecordNotRead(logger, row.RowKey);
        }

        return record;
    }

    private async Task<(IEnumerable<ReviewRecord> Rows, string? Next)> PageAsync(
        int shard, ReviewStatus? status, int limit, string? token, CancellationToken cancellationToken)
    {
        var partition = ReviewEntity.Partition(shard);
        var filter = status is { } wanted
            ? TableClient.CreateQueryFilter($"PartitionKey eq {partition} and Status eq {wanted.ToString()}")
            : TableClient.CreateQueryFilter($"PartitionKey eq {partition} and Status ne {nameof(ReviewStatus.Deleted)}");
        var (rows, next) = await TablePages.ReadAsync(
            storage.Reviews, filter, limit, ReviewEntity.Listed, token, cancellationToken);
        return (rows.Select(Read).OfType<ReviewRecord>(), next);
    }

    private static (int Shard, string? Token) Position(string? continuation, string query)
    {
        if (continuation is null)
        {
            return (0, null);
        }

        var text = Continuation.Decode(continuation, query);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0
            && int.TryParse(text.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var shard)
            && shard < ReviewEntity.Shards
            ? (shard, text.Length > colon + 1 ? text[(colon + 1)..] : null)
            : throw new FormatException("The continuation names no shard.");
    }

    private static string Position(int shard, string? token, string query) =>
        Continuation.Encode(string.Create(CultureInfo.InvariantCulture, $"{shard}:{token}"), query);
}
