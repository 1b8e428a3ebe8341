using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace Ingest.Local.Tests.Crashes;

/// <summary>What users see, and what lives in storage, as lines of text: without what differs from run to run (versions,
/// ETags, times, generations, attempts).</summary>
internal static partial class FinalState
{
    private static readonly string[] DiffersInAnswers = ["attempts", "receivedAt", "settledAt"];
    private static readonly string[] DiffersInRows = ["odata.etag", "Timestamp", "Build"];

    /// <summary>Everything.</summary>
    /// <param name="http">The app; follows no redirects.</param>
    /// <param name="connection">Its storage.</param>
    /// <param name="films">Ids of films that are asked for besides those that are listed.</param>
    /// <param name="reviews">Names of reviews that are asked for besides those that are listed.</param>
    public static async Task<IReadOnlyList<string>> ReadAsync(
        HttpClient http, string connection, IEnumerable<string> films, IEnumerable<string> reviews)
    {
        var lines = new List<string>();
        foreach (var film in await ListAsync(http, "films"))
        {
            lines.Add($"listed {film.GetRawText()}");
        }

        foreach (var review in await ListAsync(http, "reviews"))
        {
            lines.Add($"listed {WithoutWhatDiffers(review.GetRawText())}");
        }

        foreach (var id in (await FilmsAsync(http)).Union(films))
        {
            lines.Add(await AnswerAsync(http, $"api/films/{id}", asItIs: true));
            lines.Add(await AnswerAsync(http, $"api/films/{id}/reviews", asItIs: false));
        }

        foreach (var name in (await StatusesAsync(http)).Keys.Union(reviews))
        {
            lines.Add(await AnswerAsync(http, $"api/reviews/{name}", asItIs: false));
        }

        await AddStoredAsync(lines, connection);
        return lines;
    }

    /// <summary>Ids of all films.</summary>
    public static async Task<IEnumerable<string>> FilmsAsync(HttpClient http) =>
        (await ListAsync(http, "films")).Select(film => film.GetProperty("id").GetString()!);

    /// <summary>All reviews' statuses.</summary>
    public static async Task<Dictionary<string, string>> StatusesAsync(HttpClient http) =>
        (await ListAsync(http, "reviews")).ToDictionary(
            review => review.GetProperty("name").GetString()!, review => review.GetProperty("status").GetString()!);

    private static async Task AddStoredAsync(List<string> lines, string connection)
    {
        var tables = new TableServiceClient(connection);
        foreach (var table in new[] { "films", "titles" })
        {
            await foreach (var row in tables.GetTableClient(table).QueryAsync<TableEntity>())
            {
                if (row.GetBoolean("Deleted") == false)
                {
                    lines.Add($"{table} {Text(row.Where(column => !DiffersInRows.Contains(column.Key)))}");
                }
            }
        }

        await foreach (var row in tables.GetTableClient("evidence").QueryAsync<TableEntity>())
        {
            var payload = row.Where(column => column.Value is byte[]).ToList();
            if (row.GetString("Review") is { } review && payload.Count > 0)
            {
                lines.Add($"evidence {row.PartitionKey} {row.RowKey} {review} {Text(payload)}");
            }
        }

        await foreach (var blob in new BlobContainerClient(connection, "articles").GetBlobsAsync())
        {
            lines.Add($"article {Generation.Replace(blob.Name, "")}");
        }
    }

    private static string Text(IEnumerable<KeyValuePair<string, object>> columns) => string.Join(' ', columns
        .OrderBy(column => column.Key, StringComparer.Ordinal)
        .Select(column => $"{column.Key}={column.Value switch
        {
            byte[] bytes => Convert.ToBase64String(bytes),
            var value => Convert.ToString(value, CultureInfo.InvariantCulture),
        }}"));

    private static async Task<string> AnswerAsync(HttpClient http, string path, bool asItIs)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        var body = await answer.Content.ReadAsStringAsync();
        return $"{path} {(int)answer.StatusCode} {answer.Headers.Location} {(asItIs || body.Length == 0 ? body : WithoutWhatDiffers(body))}";
    }

    private static async Task<List<JsonElement>> ListAsync(HttpClient http, string what)
    {
        var items = new List<JsonElement>();
        string? continuation = null;
        do
        {
            var more = continuation is null ? "" : $"&continuation={Uri.EscapeDataString(continuation)}";
            using var page = JsonDocument.Parse(await http.GetStringAsync(new Uri($"api/{what}?limit=100{more}", UriKind.Relative)));
            items.AddRange(page.RootElement.GetProperty(what).EnumerateArray().Select(item => item.Clone()));
            continuation = page.RootElement.TryGetProperty("continuation", out var next) ? next.GetString() : null;
        }
        while (continuation is not null);
        return items;
    }

    private static string WithoutWhatDiffers(string json)
    {
        var root = JsonNode.Parse(json)!;
        var left = new Stack<JsonNode?>([root]);
        while (left.TryPop(out var node))
        {
            if (node is JsonObject item)
            {
                Array.ForEach(DiffersInAnswers, name => item.Remove(name));
                item.ToList().ForEach(property => left.Push(property.Value));
            }
            else if (node is JsonArray array)
            {
                array.ToList().ForEach(left.Push);
            }
        }

        return root.ToJsonString();
    }

    [GeneratedRegex("-[0-9]+(?=\\.json$)")]
    private static partial Regex Generation { get; }
}
