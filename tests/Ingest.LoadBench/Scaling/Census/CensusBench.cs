using System.Globalization;
using System.Text.Json;
using Ingest.LoadBench.Ingesting;
using Ingest.LoadBench.Servers;
using Ingest.LocalStorage;

namespace Ingest.LoadBench.Scaling.Census;

/// <summary>Measures what a review costs in requests of each kind and in processor time, against an Azurite of its own: what
/// <see cref="Calibration"/> holds.</summary>
internal static class CensusBench
{
    private const int WarmUp = 600;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>Ingests one review after the other, and prints the counts.</summary>
    /// <param name="time">How long reviews are begun.</param>
    /// <param name="progress">Told what is going on.</param>
    public static async Task RunAsync(TimeSpan time, TextWriter progress)
    {
        await Azurite.EnsureInstalledAsync(new Progress<string>(progress.WriteLine), CancellationToken.None);
        var log = Path.GetTempFileName();
        try
        {
            await using var azurite = await Azurite.StartAsync(new AzuriteOptions(), CancellationToken.None);
            await using var app = ChildProcess.OfThisProgram(IngestProcess.Verb);
            var order = new IngestOrder(azurite.ConnectionString, WarmUp, 1, time.TotalSeconds, log, azurite.ProcessId!.Value);
            await app.WriteLineAsync(JsonSerializer.Serialize(order));
            var result = JsonSerializer.Deserialize<IngestResult>(await app.ReadLineAsync(Patience))!;
            if (result.Error is not null)
            {
                throw new BenchException(result.Error);
            }

            await using var stream = File.OpenRead(log);
            Print(RequestCensus.Of(stream), result);
        }
        finally
        {
            File.Delete(log);
        }
    }

    private static void Print(RequestCensus census, IngestResult result)
    {
        var reviews = result.Microseconds.Count;
        Console.WriteLine(Machine.Text);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{reviews} reviews one after the other, eight of a film; the drop itself is one 'blob reviews write'."));
        Console.WriteLine($"{"for each review",-28}{"requests",10}{"entities written",18}");
        foreach (var (kind, (requests, entities)) in census.Counts)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind,-28}{(double)requests / reviews,10:F3}{(double)entities / reviews,18:F3}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"all",-28}{(double)census.Requests / reviews,10:F3}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Processor time: {result.Cpu / reviews:F1} ms; of Azurite {result.CpuOfStorage / reviews:F1} ms."));
        foreach (var rows in (ReadOnlySpan<int>)[100, 400, 2_000])
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A rebuild of {rows} rows takes {RebuildCost.Measure(rows):F3} ms of a processor for each."));
        }
    }
}
