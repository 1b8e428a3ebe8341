using System.Diagnostics;

namespace Ingest.Benchmarks;

/// <summary>How fast something goes through pages.</summary>
internal sealed record Throughput(double MillisecondsPerPage, double SlowestMilliseconds, double KibibytesPerPage)
{
    /// <summary>The milliseconds of each page, on the mean of all rounds.</summary>
    public required IReadOnlyList<double> Milliseconds { get; init; }

    /// <summary>
    /// Goes through all pages, whole rounds only, until the time is over, after a warm-up of a third of it. The slowest is
    /// the page that was slowest in its best round, so that a pause of the machine does not count.
    /// </summary>
    public static Throughput Measure(IReadOnlyList<byte[]> pages, Action<byte[]> work, TimeSpan time) =>
        Measure(pages, page => page, work, time);

    /// <summary>The same for work on what is made of a page first, which is not measured.</summary>
    public static Throughput Measure<TPage, T>(IReadOnlyList<TPage> pages, Func<TPage, T> prepare, Action<T> work, TimeSpan time)
    {
        Rounds(pages, prepare, work, time / 3);
        GC.Collect();
        var (rounds, elapsed, best, allocated) = Rounds(pages, prepare, work, time);
        var total = (double)rounds * pages.Count;
        return new Throughput(elapsed.Sum(page => page.TotalMilliseconds) / total, best.Max().TotalMilliseconds, allocated / total / 1024)
        {
            Milliseconds = [.. elapsed.Select(page => page.TotalMilliseconds / rounds)],
        };
    }

    private static (int Rounds, TimeSpan[] Elapsed, TimeSpan[] Best, long Allocated) Rounds<TPage, T>(
        IReadOnlyList<TPage> pages, Func<TPage, T> prepare, Action<T> work, TimeSpan time)
    {
        var best = Enumerable.Repeat(TimeSpan.MaxValue, pages.Count).ToArray();
        var started = Stopwatch.GetTimestamp();
        var elapsed = new TimeSpan[pages.Count];
        var allocated = 0L;
        var rounds = 0;
        do
        {
            for (var i = 0; i < pages.Count; i++)
            {
                var prepared = prepare(pages[i]);
                var before = GC.GetAllocatedBytesForCurrentThread();
                var began = Stopwatch.GetTimestamp();
                work(prepared);
                var took = Stopwatch.GetElapsedTime(began);
                allocated += GC.GetAllocatedBytesForCurrentThread() - before;
                elapsed[i] += took;
                best[i] = took < best[i] ? took : best[i];
            }

            rounds++;
        }
        while (Stopwatch.GetElapsedTime(started) < time);

        return (rounds, elapsed, best, allocated);
    }
}
