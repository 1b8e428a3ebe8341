using Azure;
using Azure.Data.Tables;

namespace Ingest.Functions.Storage;

/// <summary>One page of a query.</summary>
internal static class TablePages
{
    /// <summary>Reads one page of at most 1,000 rows.</summary>
    /// <exception cref="FormatException">The token is none that an earlier page ended with.</exception>
    public static async Task<(IReadOnlyList<TableEntity> Rows, string? Next)> ReadAsync(
        TableClient table,
        string filter,
        int limit,
        IEnumerable<string>? select,
        string? token,
        CancellationToken cancellationToken)
    {
        var query = table.QueryAsync<TableEntity>(filter, Math.Min(limit, 1000), select, cancellationToken);
        try
        {
            await foreach (var page in query.AsPages(token))
            {
                return (page.Values, string.IsNullOrEmpty(page.ContinuationToken) ? null : page.ContinuationToken);
            }
        }
        catch (Exception reason) when (token is not null
            && reason is ArgumentException or IndexOutOfRangeException or RequestFailedException { Status: 400 })
        {
            throw new FormatException("The service does not know the continuation.", reason);
        }

        return ([], null);
    }
}
