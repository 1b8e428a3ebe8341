using System.Text.Json;
using Ingest.LoadBench.Servers;
using Ingest.LocalStorage;

namespace Ingest.LoadBench.Ingesting;

/// <summary>Sustained ingestion by few and by many workers, beside what storage gives a client that only repeats the same
/// requests.</summary>
internal static class IngestBench
{
    // Until everything is compiled as well as it will be.
    private const double WarmUpPerSecond = 20;
    private const int MostWarmUp = 400;

    /// <summary>Numbers of workers.</summary>
    public static IReadOnlyList<int> Workers { get; } = [1, 2, 4, 8, 16];

    /// <summary>Measures and prints everything.</summary>
    /// <param name="time">How long each number of workers begins new reviews.</param>
    /// <param name="all">The numbers of workers.</param>
    /// <param name="progress">Told what is going on.</param>
    /// <returns>Whether the figures are what they have to be.</returns>
    public static async Task<bool> RunAsync(TimeSpan time, IReadOnlyList<int> all, TextWriter progress)
    {
        await Azurite.EnsureInstalledAsync(new Progress<string>(progress.WriteLine), CancellationToken.None);
        var folder = Directory.CreateTempSubdirectory("ingest-bench-");
        try
        {
            var rows = new List<IngestRow>();
            foreach (var workers in all)
            {
                await progress.WriteLineAsync($"Ingesting with {workers} at a time, then repeating its requests");
                rows.Add(await MeasureAsync(workers, time, Path.Combine(folder.FullName, "requests")));
            }

            return IngestTable.Print(rows);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Storage is a new one for each: what is there already must not differ.
    private static async Task<IngestRow> MeasureAsync(int workers, TimeSpan time, string log)
    {
        IngestResult ingested;
        await using (var azurite = await Azurite.StartAsync(new AzuriteOptions(), CancellationToken.None))
        {
            var warmUp = (int)Math.Clamp(time.TotalSeconds * WarmUpPerSecond, 1, MostWarmUp);
            var order = new IngestOrder(azurite.ConnectionString, warmUp, workers, time.TotalSeconds, log, azurite.ProcessId!.Value);
            ingested = await AskAsync<IngestResult>(IngestProcess.Verb, order, time);
        }

        if (ingested.Error is { } error)
        {
            throw new BenchException(error);
        }

        await using (var azurite = await Azurite.StartAsync(new AzuriteOptions(), CancellationToken.None))
        {
            var order = new ReplayOrder(azurite.BlobEndpoint.AbsoluteUri, azurite.TableEndpoint.AbsoluteUri, azurite.ConnectionString, workers, log);
            return new(workers, ingested, await AskAsync<ReplayResult>(ReplayProcess.Verb, order, time));
        }
    }

    private static async Task<T> AskAsync<T>(string verb, object order, TimeSpan time)
    {
        await using var process = ChildProcess.OfThisProgram(verb);
        await process.WriteLineAsync(JsonSerializer.Serialize(order));
        return JsonSerializer.Deserialize<T>(await process.ReadLineAsync((time * 3) + TimeSpan.FromSeconds(120)))!;
    }
}
