using System.Globalization;

namespace Ingest.LoadBench.Scaling;

/// <summary>Results of simulations as they are printed.</summary>
internal static class ScaleTable
{
    public static void PrintHead()
    {
        Console.WriteLine($"{"",-36}{"instances",13}{"drop to profile, s",32}{"",9}{"requests/s",16}{"",9}");
        Console.WriteLine($"{"reviews dropped",-36}{"peak",6}{"mean",7}{"p50",8}{"p95",8}{"p99",8}{"max",8}{"req each",9}{"mean",8}{"peak",8}{"503 %",9}{"tries",7}{"dead",6}{"poison",8}{"repaired",9}{"cut",5}{"given up",9}{"lost",6}  hottest partition");
    }

    public static void Print(SimulationResult result) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{result.Scenario.Name,-36}{result.InstancesPeak,6}{result.InstancesMean,7:F1}{result.Latency(0.5),8:F1}{result.Latency(0.95),8:F1}{result.Latency(0.99),8:F1}{result.Latency(1),8:F0}{(double)result.AllRequests / result.Reviews,9:F1}{result.AllRequests / result.Seconds,8:F0}{result.RequestsPeak,8}{100.0 * result.Refused / result.AllRequests,9:F2}{(double)result.Attempts / result.Reviews,7:F2}{result.DeadLettered,6}{result.Poisoned,8}{result.Repaired,9}{result.CutShort,5}{result.GivenUp,9}{result.Lost,6}  {result.Hottest.Name} {result.Hottest.PeakShare:P0}"));
}
