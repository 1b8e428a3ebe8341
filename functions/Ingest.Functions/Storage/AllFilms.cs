using System.Runtime.CompilerServices;
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
        var next = ReadAfterAsync(after is null ? "" : TableKey.Of(after), cancellationToken);
        try
        {
            for (var isLast = false; !isLast;)
            {
                (var rows, isLast) = await next;
                if (rows.Count > 0)
                {
                    // One page ahead: storage looks for the next one while this one is sent.
                    next = isLast ? next : ReadAfterAsync(rows[^1].PartitionKey, cancellationToken);
                    yield return ProfilesOf(rows);
                }
            }
        }
        finally
        {
            // Whoever stops leaves no request behind, and no failure of one untold.
            await Task.WhenAny(next);
        }
    }

    // Rows of whole ids. Each request begins after an id, never within one: a film may move between its rows meanwhile.
    private async Task<(List<TableEntity> Rows, bool IsLast)> ReadAfterAsync(string key, CancellationToken cancellationToken)
    {
        var query = storage.Films.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey gt {key} and Deleted eq {false}"), RowsOfPage, null, cancellationToken);
        List<TableEntity> rows = [];
        await foreach (var page in query.AsPages().WithCancellation(cancellationToken))
        {
            rows.AddRange(page.Values);
            var whole = page.ContinuationToken is null ? rows.Count : rows.FindIndex(row => row.PartitionKey == rows[^1].PartitionKey);
            if (whole > 0)
            {
                return (rows[..whole], page.ContinuationToken is null);
            }
        }

        return (rows, true);
    }

    private static List<byte[]> ProfilesOf(IEnumerable<TableEntity> rows) =>
        [.. rows.GroupBy(row => row.PartitionKey).Select(film => Payload.Read(FilmTable.BestFirst(film).First())!)];
}
