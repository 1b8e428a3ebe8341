using System.Text.Json;
using Ingest.LoadBench.Servers;
using Ingest.LocalStorage;

namespace Ingest.LoadBench.Ingesting;

/// <summary>Sustained ingestion by few and by many workers, beside what storage gives a client that only repeats the same
/// requests.</summary>
internal static class IngestBench
{
    // Until everything is compiled as well as it will be, as in an app that runs for hours.
    private const double WarmUpPerSecond = 75;
    private const int MostWarmUp = 1_500;
    private const int WorkersOfWarmUp = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

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
            await using var app = ChildProcess.OfThisProgram(IngestProcess.Verb);
            await using var other = ChildProcess.OfThisProgram(ReplayProcess.Verb);
            var log = Path.Combine(folder.FullName, "requests");
            var warmUp = (int)Math.Clamp(time.TotalSeconds * WarmUpPerSecond, 1, MostWarmUp);
            await progress.WriteLineAsync($"Warming up with {warmUp} pages");
            await IngestAsync(app, WorkersOfWarmUp, warmUp, TimeSpan.FromMilliseconds(1), log);
            var rows = new List<IngestRow>();
            foreach (var workers in all)
            {
                await progress.WriteLineAsync($"Ingesting with {workers} at a time, then repeating its requests");
                rows.Add(new(workers, await IngestAsync(app, workers, 0, time, log), await RepeatAsync(other, workers, log)));
            }

            return IngestTable.Print(rows);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Storage is a new one for each: what is there already must not differ.
    private static async Task<IngestResult> IngestAsync(ChildProcess app, int workers, int warmUp, TimeSpan time, string log)
    {
        await using var azurite = await Azurite.StartAsync(new AzuriteOptions(), CancellationToken.None);
        var order = new IngestOrder(azurite.ConnectionString, warmUp, workers, time.TotalSeconds, log, azurite.ProcessId!.Value);
        var result = await AskAsync<IngestResult>(app, order);
        return result.Error is null ? result : throw new BenchException(result.Error);
    }

    private static async Task<ReplayResult> RepeatAsync(ChildProcess other, int workers, string log)
    {
        await using var azurite = await Azurite.StartAsync(new AzuriteOptions(), CancellationToken.None);
        var order = new ReplayOrder(azurite.BlobEndpoint.AbsoluteUri, azurite.TableEndpoint.AbsoluteUri, azurite.ConnectionString, workers, log);
        return await AskAsync<ReplayResult>(other, order);
    }

    private static async Task<T> AskAsync<T>(ChildProcess process, object order)
    {
        await process.WriteLineAsync(JsonSerializer.Serialize(order));
        return JsonSerializer.Deserialize<T>(await process.ReadLineAsync(Patience))!;
    }
}
