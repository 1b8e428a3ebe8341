namespace Ingest.Core.Tests.Fuzzing.Checks;

/// <summary>What the reading of one input took.</summary>
/// <param name="Time">How long it took.</param>
/// <param name="Allocated">The bytes it allocated.</param>
/// <param name="Length">The bytes of the input.</param>
internal readonly record struct Cost(TimeSpan Time, long Allocated, int Length)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>Whether it took longer than an input of its length may: in proportion to that, and never two seconds.</summary>
    public bool IsSlow => Time > Longest || Time > TimeSpan.FromMilliseconds(100) + TimeSpan.FromMicroseconds(5 * (double)Length);

    /// <summary>Whether it allocated more than in proportion to its length.</summary>
    public bool IsLarge => Allocated > (16L << 20) + (500L * Length);
}
