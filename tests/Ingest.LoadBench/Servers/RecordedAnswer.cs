using System.Net;
using System.Text.Json.Serialization;

namespace Ingest.LoadBench.Servers;

/// <summary>An answer of the app, which the bare server gives too.</summary>
/// <param name="Path">What was asked for, without a query.</param>
/// <param name="ETag">What it is conditional on: the answer of a request that carries this tag. Null for any other request.</param>
/// <param name="Status">Its status.</param>
/// <param name="Headers">Its headers, without those that a server itself sets.</param>
/// <param name="Body">Its body, as it was sent.</param>
internal sealed record RecordedAnswer(string Path, string? ETag, int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    private static readonly string[] OfTheServer = ["Date", "Server", "Connection", "Transfer-Encoding", "Content-Length"];

    /// <summary>The answer's tag, where it has one.</summary>
    [JsonIgnore]
    public string? OwnTag => Headers.GetValueOrDefault("ETag");

    /// <summary>Asks the app.</summary>
    public static async Task<RecordedAnswer> OfAsync(HttpClient app, MeasuredRequest asked, string? etag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, asked.Target);
        foreach (var (name, value) in asked.Headers(etag))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await app.SendAsync(request);
        if (response.StatusCode != (etag is null ? HttpStatusCode.OK : HttpStatusCode.NotModified))
        {
            throw new BenchException($"the app answers {asked.Target} with {(int)response.StatusCode}.");
        }

        var headers = response.Headers.Concat(response.Content.Headers)
            .Where(header => !OfTheServer.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value));
        return new(asked.Target.Split('?')[0], etag, (int)response.StatusCode, headers, await response.Content.ReadAsByteArrayAsync());
    }
}
