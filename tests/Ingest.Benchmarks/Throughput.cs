using System.Diagnostics;

namespace Ingest.Benchmarks;

/// <summary>How fast something goes through pages.</summary>
internal sealed record Throughput(double MillisecondsPerPage, double SlowestMilliseconds, double KibibytesPerPage)
{
    /// <summary>
    /// Goes through all pages, whole rounds only, until the time is over, after a warm-up of a third of it. The slowest is
    /// the page that was slowest in its best round, so that a pause of the machine does not count.
    /// </summary>
    public static Throughput Measure(IReadOnlyList<byte[]> pages, Action<byte[]> work, TimeSpan time)
    {
        Rounds(pages, work, time / 3);
        GC.Collect();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var (rounds, elapsed, best) = Rounds(pages, work, time);
        var total = (double)rounds * pages.Count;
        return new Throughput(
            elapsed.TotalMilliseconds / total,
            best.Max().TotalMilliseconds,
            (GC.GetAllocatedBytesForCurrentThread() - allocated) / total / 1024);
    }

    private static (int Rounds, TimeSpan Elapsed, TimeSpan[] Best) Rounds(
        IReadOnlyList<byte[]> pages, Action<byte[]> work, TimeSpan time)
    {
        var best = Enumerable.Repeat(TimeSpan.MaxValue, pages.Count).ToArray();
        var started = Stopwatch.GetTimestamp();
        var rounds = 0;
        do
        {
            for (var i = 0; i < pages.Count; i++)
            {
                var began = Stopwatch.GetTimestamp();
                work(pages[i]);
                var took = Stopwatch.GetElapsedTime(began);
                best[i] = took < best[i] ? took : best[i];
            }

            rounds++;
        }
        while (Stopwatch.GetElapsedTime(started) < time);

        return (rounds, Stopwatch.GetElapsedTime(started), best);
    }
}
