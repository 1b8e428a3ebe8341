using System.Diagnostics;
using System.Globalization;
using Ingest.LoadBench.Scaling.Costs;
using Ingest.LoadBench.Scaling.Engine;

namespace Ingest.LoadBench.Scaling;

/// <summary>Simulates the deployed app, and says what it costs.</summary>
internal static class ScaleBench
{
    // An instance that answers as much as it can is billed for all its time; the host is assumed to take as much again, ten times.
    private const double HostFactor = 10;

    /// <summary>Prints everything.</summary>
    /// <param name="seed">The same one gives the same figures.</param>
    /// <param name="most">Most reviews of one scenario.</param>
    /// <param name="progress">Told what is going on.</param>
    /// <returns>Whether nothing was lost.</returns>
    public static bool Run(int seed, int most, TextWriter progress)
    {
        LocalModel.Print(seed);
        Console.WriteLine();
        ScaleTable.PrintHead();
        var results = Scenario.All.Select(scenario => Show(scenario with { Reviews = Math.Min(most, scenario.Reviews) }, seed, progress)).ToList();
        Console.WriteLine();
        Console.WriteLine("Where limits are reached");
        var limits = Scenario.Limits.Select(scenario => Show(scenario with { Reviews = Math.Min(most, scenario.Reviews) }, seed, progress)).ToList();

        Console.WriteLine();
        Console.WriteLine("What hangs on the assumptions");
        var others = ShowSensitivity(seed, most, progress);
        Console.WriteLine();
        ShowQueries(seed);
        ShowCosts(results);
        Console.WriteLine();
        var lost = results.Concat(limits).Concat(others).Sum(result => result.Lost);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Lost of all that is dropped: {lost}; wanted is 0."));
        return lost == 0;
    }

    private static SimulationResult Show(Scenario scenario, int seed, TextWriter progress)
    {
        var began = Stopwatch.GetTimestamp();
        var result = Simulation.Run(scenario, seed);
        ScaleTable.Print(result);
        progress.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{scenario.Name}: {result.Seconds:F0} s simulated in {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s"));
        return result;
    }

    // What hangs on the assumptions: one of them changed at a time.
    private static List<SimulationResult> ShowSensitivity(int seed, int most, TextWriter progress)
    {
        var usual = new Scenario("", 20_000, Math.Min(most, 40_000));
        Scenario[] scenarios =
        [
            usual with { Name = "20,000 a minute for 2 min" },
            usual with { Name = "  16 at once in an instance", Platform = new() { Concurrency = 16 } },
            usual with { Name = "  4 GB, two processors", Platform = new() { Cores = 2, Memory = 4 } },
            usual with { Name = "  cold start of 10 s", Platform = new() { ColdStart = 10_000 } },
            usual with { Name = "  storage at 10 ms", Platform = new() { Latency = 10 } },
            usual with { Name = "  popularity by Zipf 1.0", Exponent = 1.0 },
            usual with { Name = "  scanned entities count in full", Platform = new() { ScanWeight = 1 } },
        ];
        return [.. scenarios.Select(scenario => Show(scenario, seed, progress))];
    }

    private static void ShowQueries(int seed)
    {
        Console.WriteLine($"{"profiles asked for/s",22}{"instances",11}{"to storage, each",18}{"hottest film's, /s",20}");
        var popularity = new Zipf(100_000, 0.8);
        foreach (var (perSecond, instances) in (ReadOnlySpan<(double, int)>)[(10, 1), (1_000, 4), (10_000, 40)])
        {
            var queries = QueryModel.Run(perSecond, instances, popularity, seed);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{queries.PerSecond,22:N0}{queries.Instances,11}{queries.StorageReads,18:F2}{queries.Hottest,20:F1}"));
        }
    }

    private static void ShowCosts(List<SimulationResult> results)
    {
        var prices = PriceList.Read();
        Console.WriteLine();
        Console.WriteLine($"Costs in {prices.Currency}, list prices assumed for {prices.Date}: {prices.Region}.");
        foreach (var result in (SimulationResult[])[results[0], results[1], results[^1]])
        {
            CostTable.Print($"A million reviews, {result.Scenario.Name}", CostTable.OfReviews(prices, result));
        }

        var memory = new Platform().Memory;
        CostTable.Print("A million queries, each alone: a second is billed", CostTable.OfQueries(prices, 1, 1, memory));
        CostTable.Print(
            "A million queries, many at once: what the processor takes",
            CostTable.OfQueries(prices, 1, Calibration.QueryCpu * HostFactor / 1000, memory));
    }
}
