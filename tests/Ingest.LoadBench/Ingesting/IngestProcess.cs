using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Ingest.Core;
using Ingest.Core.Films;
using Ingest.Functions;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;
using Ingest.LoadBench.Films;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.LoadBench.Ingesting;

/// <summary>The app's ingestion in a process of its own. Each worker drops a page, calls what the blob trigger calls, which
/// returns once the film's profile is written, and goes on with the next page.</summary>
internal static class IngestProcess
{
    /// <summary>The command line of its process.</summary>
    public const string Verb = "ingesting";

    // Other films than those measured.
    private const int WarmUpFrom = 1_000_000;

    public static async Task ServeAsync(TextReader orders, TextWriter results)
    {
        while (await orders.ReadLineAsync() is { } line)
        {
            await results.WriteLineAsync(JsonSerializer.Serialize(await RunAsync(JsonSerializer.Deserialize<IngestOrder>(line)!)));
        }
    }

    private static async Task<IngestResult> RunAsync(IngestOrder order)
    {
        await using var log = new FileStream(order.Log, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 20);
        using var recorder = new RequestRecorder(log);
        var blobOptions = new BlobClientOptions();
        blobOptions.AddPolicy(recorder.PolicyOf(0), HttpPipelinePosition.BeforeTransport);
        var tableOptions = new TableClientOptions();
        tableOptions.AddPolicy(recorder.PolicyOf(1), HttpPipelinePosition.BeforeTransport);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", order.Connection)]).Build();
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddIngest(configuration)
            .AddSingleton(new BlobServiceClient(order.Connection, blobOptions))
            .AddSingleton(new TableServiceClient(order.Connection, tableOptions))
            .BuildServiceProvider();
        var storage = services.GetRequiredService<IngestStorage>();
        await storage.CreateAsync(CancellationToken.None);
        var ingestion = services.GetRequiredService<ReviewIngestion>();

        await Parallel.ForEachAsync(
            Enumerable.Range(WarmUpFrom, order.WarmUp), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (review, _) => await IngestAsync(review));

        recorder.SwitchOn();
        using var self = Process.GetCurrentProcess();
        using var other = Process.GetProcessById(order.Storage);
        var (cpu, cpuOfStorage) = (CpuOf(self), CpuOf(other));
        var began = Stopwatch.GetTimestamp();
        var until = began + (long)(order.Seconds * Stopwatch.Frequency);
        var next = -1;
        var times = await Task.WhenAll(Enumerable.Range(0, order.Workers).Select(_ => Task.Run(WorkAsync)));
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        (cpu, cpuOfStorage) = (CpuOf(self) - cpu, CpuOf(other) - cpuOfStorage);
        var reviews = times.Sum(one => one.Count);
        return new(
            seconds,
            [.. times.SelectMany(one => one)],
            recorder.Count,
            cpu,
            cpuOfStorage,
            self.PeakWorkingSet64,
            await CheckAsync(services.GetRequiredService<FilmTable>(), reviews));

        async Task<List<int>> WorkAsync()
        {
            var microseconds = new List<int>();
            while (Stopwatch.GetTimestamp() is var start && start < until)
            {
                await IngestAsync(Interlocked.Increment(ref next));
                microseconds.Add((int)Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }

            return microseconds;
        }

        async Task IngestAsync(int review)
        {
            var name = review.ToString(CultureInfo.InvariantCulture) + ".html";
            await storage.ReviewFiles.GetBlobClient(name).UploadAsync(new BinaryData(MadePages.Of(review)));
            await ingestion.SettleDroppedAsync(name, CancellationToken.None);
        }
    }

    private static double CpuOf(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime.TotalMilliseconds;
    }

    // What is timed has to be the whole work: every review is in the profile of its film. Says what is not so.
    private static async Task<string?> CheckAsync(FilmTable films, int reviews)
    {
        var expected = Enumerable.Range(0, reviews).GroupBy(review => MadePages.FilmOf(review).Number);
        foreach (var film in expected)
        {
            var (title, year, _) = MadePages.FilmOf(film.First());
            var id = string.Create(CultureInfo.InvariantCulture, $"{title.ToLowerInvariant().Replace(' ', '-')}-{year}");
            var stored = await films.FindAsync(id, CancellationToken.None);
            var profile = stored?.Json is { } json ? JsonSerializer.Deserialize(json.AsSpan(), CoreJson.Instance.FilmProfile) : null;
            if (profile?.ReviewCount != film.Count())
            {
                return $"the profile {id} holds {profile?.ReviewCount ?? 0} of {film.Count()} reviews.";
            }
        }

        return null;
    }
}
