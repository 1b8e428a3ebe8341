using System.Globalization;

namespace Ingest.LoadBench.Ingesting;

/// <summary>What was measured with a number of workers.</summary>
/// <param name="Workers">How many reviews were under way at a time.</param>
/// <param name="Ingested">The app's ingestion.</param>
/// <param name="Replayed">Its requests sent again by a client that does nothing besides.</param>
internal sealed record IngestRow(int Workers, IngestResult Ingested, ReplayResult Replayed)
{
    public int Reviews => Ingested.Microseconds.Count;

    /// <summary>How many requests the app makes in the time in which the other client makes one.</summary>
    public double OfCeiling => Ingested.Requests / Ingested.Seconds / (Replayed.Requests / Replayed.Seconds);

    /// <summary>The time in milliseconds that a share of the reviews did not exceed.</summary>
    public double Milliseconds(double share)
    {
        var sorted = Ingested.Microseconds.Order().ToList();
        return sorted[Math.Min((int)(share * sorted.Count), sorted.Count - 1)] / 1000.0;
    }
}

/// <summary>The figures as they are printed, and what has to be true of them.</summary>
internal static class IngestTable
{
    private const double LeastOfCeiling = 0.6;
    private const double MostOthers = 0.02;

    /// <summary>Prints all, and says whether it is as it has to be.</summary>
    public static bool Print(IReadOnlyList<IngestRow> rows)
    {
        Console.WriteLine(Machine.Text);
        Console.WriteLine("A page has some 40 KiB, a film eight reviews. Each worker drops a page, waits until the film's profile has it, and goes on.");
        Console.WriteLine();
        Console.WriteLine($"{"",8}{"",11}{"drop to profile",20}{"a review costs",34}{"",8}{"requests/s",32}");
        Console.WriteLine($"{"workers",8}{"reviews/s",11}{"p50 ms",10}{"p99 ms",10}{"requests",10}{"CPU ms",10}{"Azurite's ms",14}{"MiB",8}{"the app",12}{"repeated",10}{"of that",10}");
        foreach (var row in rows)
        {
            var app = row.Ingested;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Workers,8}{row.Reviews / app.Seconds,11:F1}{row.Milliseconds(0.5),10:F1}{row.Milliseconds(0.99),10:F1}{(double)app.Requests / row.Reviews,10:F1}{app.Cpu / row.Reviews,10:F1}{app.CpuOfStorage / row.Reviews,14:F1}{app.MostMemory / 1048576.0,8:F0}{app.Requests / app.Seconds,12:F0}{row.Replayed.Requests / row.Replayed.Seconds,10:F0}{row.OfCeiling,10:F2}"));
        }

        Console.WriteLine();
        Console.WriteLine("Repeated: the same requests, sent again to an Azurite as empty by a client that does nothing besides, as many at a time.");
        var others = rows.Max(row => (double)row.Replayed.Others / row.Replayed.Requests);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Of these at most {others:P2} were answered by another status; allowed is {MostOthers:P0}."));
        var least = rows.Min(row => row.OfCeiling);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The app makes at least {least:F2} times as many requests a second; wanted is {LeastOfCeiling}."));
        return least >= LeastOfCeiling && others <= MostOthers;
    }
}
