namespace Ingest.Chaos.Faults;

/// <summary>What was done to how many requests.</summary>
internal sealed class FaultCounts
{
    private readonly long[] _counts = new long[Enum.GetValues<FaultKind>().Length];
    private long _writes;

    /// <summary>Requests so far.</summary>
    public long Requests => Enum.GetValues<FaultKind>().Sum(Of);

    /// <summary>Requests that were not passed on as they are.</summary>
    public long Faults => Requests - Of(FaultKind.None);

    /// <summary>Requests that would change something.</summary>
    public long Writes => Interlocked.Read(ref _writes);

    public long Of(FaultKind kind) => Interlocked.Read(ref _counts[(int)kind]);

    /// <summary>Counts a request; from any thread.</summary>
    public void Add(FaultKind kind, bool isWrite)
    {
        Interlocked.Increment(ref _counts[(int)kind]);
        if (isWrite)
        {
            Interlocked.Increment(ref _writes);
        }
    }
}
