namespace Azure.Data.Tables.Wire;

/// <summary>Where a query goes on: the two keys that the service hands back, as one opaque text.</summary>
internal static class Continuation
{
    /// <summary>The token in a response; null when the query is at its end.</summary>
    public static string Of(Response response)
    {
        response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partition);
        response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out var row);
        return partition is null && row is null
            ? null
            : $"{Uri.EscapeDataString(partition ?? "")} {Uri.EscapeDataString(row ?? "")}";
    }

    /// <summary>The two keys of a token; nulls for a null token or a missing key.</summary>
    public static (string Partition, string Row) Parse(string token)
    {
        if (string.IsNullOrWhiteSpace(token))
        {
            return (null, null);
        }

        var space = token.IndexOf(' ');
        return space < 0 ? (Key(token), null) : (Key(token[..space]), Key(token[(space + 1)..]));
    }

    private static string Key(string part) => part.Length == 0 ? null : Uri.UnescapeDataString(part);
}
