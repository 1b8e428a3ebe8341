using System.Diagnostics;
using System.Globalization;

namespace Ingest.LoadBench.Scaling;

/// <summary>Simulates the deployed app, and says what it costs.</summary>
internal static class ScaleBench
{
    /// <summary>Prints everything.</summary>
    /// <param name="seed">The same one gives the same figures.</param>
    /// <param name="progress">Told what is going on.</param>
    /// <returns>Whether nothing was lost.</returns>
    public static bool Run(int seed, TextWriter progress)
    {
        ScaleTable.PrintHead();
        var lost = 0;
        foreach (var scenario in Scenario.All)
        {
            var began = Stopwatch.GetTimestamp();
            var result = Simulation.Run(scenario, seed);
            ScaleTable.Print(result);
            lost += result.Lost;
            progress.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{scenario.Name}: {result.Seconds:F0} s simulated in {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s; most refused by {result.MostRefusing.Name}: {result.MostRefusing.Refused}"));
        }

        return lost == 0;
    }
}
