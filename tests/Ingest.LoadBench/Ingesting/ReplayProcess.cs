using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Ingest.Functions.Storage;

namespace Ingest.LoadBench.Ingesting;

/// <summary>Sends recorded requests again, to storage that is as empty as the first was, and does nothing besides: as fast
/// as the storage can take what the app asked of it.</summary>
/// <remarks>Signatures are of path and headers, not of the port, so they hold. A condition names a version that this storage
/// never had: it becomes "whatever there is".</remarks>
internal static partial class ReplayProcess
{
    /// <summary>The command line of its process.</summary>
    public const string Verb = "replaying";

    private const string IfMatch = "If-Match";

    // The client itself is warm before time counts.
    private const int WarmUp = 200;

    public static async Task ServeAsync(TextReader orders, TextWriter results)
    {
        while (await orders.ReadLineAsync() is { } line)
        {
            await results.WriteLineAsync(JsonSerializer.Serialize(await RunAsync(JsonSerializer.Deserialize<ReplayOrder>(line)!)));
        }
    }

    private static async Task<ReplayResult> RunAsync(ReplayOrder order)
    {
        var requests = Read(order.Log);
        await new IngestStorage(new BlobServiceClient(order.Connection), new TableServiceClient(order.Connection), new StorageNames())
            .CreateAsync(CancellationToken.None);
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false, ActivityHeadersPropagator = null });
        Uri[] services = [new(order.Blobs), new(order.Tables)];

        // What is asked for again and again without changing anything.
        var readings = requests.Where(request => request.Method is "GET").Take(WarmUp).ToList();
        await Parallel.ForEachAsync(readings, new ParallelOptions { MaxDegreeOfParallelism = order.Lanes }, async (request, _) => await SendAsync(request));

        var (next, others) = (-1, 0);
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, order.Lanes).Select(_ => Task.Run(LaneAsync)));
        return new(Stopwatch.GetElapsedTime(began).TotalSeconds, requests.Count, others);

        async Task LaneAsync()
        {
            while (Interlocked.Increment(ref next) is var at && at < requests.Count)
            {
                if (await SendAsync(requests[at]) != requests[at].Status)
                {
                    Interlocked.Increment(ref others);
                }
            }
        }

        async Task<int> SendAsync(RecordedRequest recorded)
        {
            using var request = new HttpRequestMessage(new HttpMethod(recorded.Method), new Uri(services[recorded.Service], recorded.Target));
            if (recorded.HasBody)
            {
                request.Content = new ByteArrayContent(recorded.Body);
            }

            foreach (var (name, value) in recorded.Headers)
            {
                if (!request.Headers.TryAddWithoutValidation(name, value))
                {
                    request.Content?.Headers.TryAddWithoutValidation(name, value);
                }
            }

            using var response = await http.SendAsync(request);
            await response.Content.ReadAsByteArrayAsync();
            return (int)response.StatusCode;
        }
    }

    private static List<RecordedRequest> Read(string file)
    {
        using var log = new BinaryReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 20));
        var requests = new List<RecordedRequest>();
        while (log.BaseStream.Position < log.BaseStream.Length)
        {
            requests.Add(Unconditional(RecordedRequest.Read(log)));
        }

        return requests;
    }

    private static RecordedRequest Unconditional(RecordedRequest request) => request with
    {
        Headers =
        [
            .. request.Headers
                .Where(header => !header.Name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                .Select(header => header.Name == IfMatch ? (IfMatch, "*") : header),
        ],
        Body = request.Target.EndsWith("/$batch", StringComparison.Ordinal)
            ? Encoding.UTF8.GetBytes(Conditions().Replace(Encoding.UTF8.GetString(request.Body), IfMatch + ": *"))
            : request.Body,
    };

    [GeneratedRegex("If-Match: [^\r\n]+", RegexOptions.NonBacktracking)]
    private static partial Regex Conditions();
}
