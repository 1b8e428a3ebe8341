using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace Ingest.Functions.Storage;

/// <summary>All profiles that are served, one after another: the one reading of a whole table.</summary>
/// <remarks>Rows are read in the order of their keys, which are the films' ids, escaped, so that no id comes twice, whatever is
/// written meanwhile.</remarks>
internal sealed class AllFilms(IngestStorage storage)
{
    // A row may have nearly a megabyte, and two pages are held at once.
    private const int RowsOfPage = 100;

    /// <summary>The profiles as UTF-8 JSON, each as it was when its row was read, a page of the table at a time; no page is
    /// empty. Ids that only lead elsewhere are left out.</summary>
    /// <param name="after">The id after which to begin, whether there is such a film or not; null for the first.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async IAsyncEnumerable<IReadOnlyList<byte[]>> ReadAsync(
        string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var key = after is null ? "" : TableKey.Of(after);
        var query = storage.Films.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey gt {key} and Deleted eq {false}"), RowsOfPage, null, cancellationToken);
        List<TableEntity> rows = [];
        await foreach (var page in AheadAsync(query, cancellationToken))
        {
            rows.AddRange(page.Values);

            // The next page may begin with further rows of the last id.
            var whole = rows.FindIndex(row => row.PartitionKey == rows[^1].PartitionKey);
            if (whole > 0)
            {
                yield return ProfilesOf(rows[..whole]);
                rows.RemoveRange(0, whole);
            }
        }

        if (rows.Count > 0)
        {
            yield return ProfilesOf(rows);
        }
    }

    private static List<byte[]> ProfilesOf(IEnumerable<TableEntity> rows) =>
        [.. rows.GroupBy(row => row.PartitionKey).Select(film => Payload.Read(FilmTable.BestFirst(film).First())!)];

    // One page ahead: storage looks for the next one while this one is sent.
    private static async IAsyncEnumerable<Page<TableEntity>> AheadAsync(
        AsyncPageable<TableEntity> query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var pages = query.AsPages().GetAsyncEnumerator(cancellationToken);
        var next = pages.MoveNextAsync().AsTask();
        try
        {
            while (await next)
            {
                var page = pages.Current;
                next = pages.MoveNextAsync().AsTask();
                yield return page;
            }
        }
        finally
        {
            // What moves cannot be disposed.
            await Task.WhenAny(next);
        }
    }
}
