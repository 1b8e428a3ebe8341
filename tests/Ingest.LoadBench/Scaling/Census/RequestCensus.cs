using System.Text;
using Ingest.LoadBench.Ingesting;

namespace Ingest.LoadBench.Scaling.Census;

/// <summary>Counts requests to storage by what they ask of which part of the app's layout.</summary>
internal sealed class RequestCensus
{
    private readonly SortedDictionary<string, (int Requests, int Entities)> counts = new(StringComparer.Ordinal);

    /// <summary>Requests, and the entities that they write, by kind.</summary>
    public IReadOnlyDictionary<string, (int Requests, int Entities)> Counts => counts;

    /// <summary>Number of all requests.</summary>
    public int Requests => counts.Values.Sum(count => count.Requests);

    /// <summary>The census of a log of requests.</summary>
    /// <param name="log">As <see cref="RequestRecorder"/> writes it, from where the stream stands to its end.</param>
    public static RequestCensus Of(Stream log)
    {
        var census = new RequestCensus();
        using var reader = new BinaryReader(log, Encoding.UTF8, leaveOpen: true);
        while (log.Position < log.Length)
        {
            census.Add(RecordedRequest.Read(reader));
        }

        return census;
    }

    /// <summary>Counts a request.</summary>
    public void Add(RecordedRequest request)
    {
        var kind = KindOf(request);
        var (requests, entities) = counts.GetValueOrDefault(kind);
        counts[kind] = (requests + 1, entities + EntitiesOf(request));
    }

    /// <summary>What a request is counted as: <c>blob</c> or <c>table</c>, the container or table, what is done there.</summary>
    public static string KindOf(RecordedRequest request)
    {
        var path = Uri.UnescapeDataString(request.Target.Split('?')[0]);

        // Azurite has the account in front of the path, the cloud has not.
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var place = parts is ["devstoreaccount1", .. var rest] ? rest : parts;
        return request.Service == 0
            ? $"blob {place.FirstOrDefault()} {(request.Method is "GET" or "HEAD" ? "read" : request.Method == "DELETE" ? "delete" : "write")}"
            : $"table {OfTable(request, place.FirstOrDefault() ?? "")}";
    }

    private static string OfTable(RecordedRequest request, string place)
    {
        if (place == "$batch")
        {
            return "evidence transaction";
        }

        var table = place.Split('(')[0];
        var verb = request.Method == "GET" ? place.EndsWith("()", StringComparison.Ordinal) ? "scan" : "read"
            : request.Method == "DELETE" ? "delete" : "write";
        return table == "titles" && verb == "write" ? $"titles {verb} {PartitionKindOf(request, place)}" : $"{table} {verb}";
    }

    // "all", or the letter of the kind, title or person, in front of the first letter.
    private static string PartitionKindOf(RecordedRequest request, string place)
    {
        var (text, before) = place.Contains('(', StringComparison.Ordinal)
            ? (place, "PartitionKey='")
            : (Encoding.UTF8.GetString(request.Body).Replace(" ", "", StringComparison.Ordinal), "\"PartitionKey\":\"");
        var key = text[(text.IndexOf(before, StringComparison.Ordinal) + before.Length)..];
        return key.StartsWith("all", StringComparison.Ordinal) ? "all" : key[0] == 't' ? "title" : "person";
    }

    // Each part of a transaction is a request of its own in the body.
    private static int EntitiesOf(RecordedRequest request)
    {
        if (!request.Target.Contains("$batch", StringComparison.Ordinal))
        {
            return request.Method == "GET" ? 0 : 1;
        }

        var body = Encoding.UTF8.GetString(request.Body);
        var parts = 0;
        for (var at = body.IndexOf(" HTTP/1.1", StringComparison.Ordinal); at >= 0; at = body.IndexOf(" HTTP/1.1", at + 1, StringComparison.Ordinal))
        {
            parts++;
        }

        return parts;
    }
}
