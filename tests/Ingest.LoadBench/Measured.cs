using Ingest.LoadBench.Load;

namespace Ingest.LoadBench;

/// <summary>How fast one server answered one request over some connections, in one or more slices of time.</summary>
internal sealed class Measured
{
    private readonly List<int> microseconds = [];
    private double seconds;

    /// <summary>Answers a second, over all connections.</summary>
    public double PerSecond => microseconds.Count / seconds;

    public void Add(LoadResult slice)
    {
        microseconds.AddRange(slice.Microseconds);
        seconds += slice.Seconds;
    }

    /// <summary>The time in milliseconds that a share of the answers did not exceed.</summary>
    /// <param name="share">0.5 for the median.</param>
    public double Milliseconds(double share)
    {
        microseconds.Sort();
        return microseconds[Math.Min((int)(share * microseconds.Count), microseconds.Count - 1)] / 1000.0;
    }
}
