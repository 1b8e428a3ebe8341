namespace Ingest.LoadBench.Load;

/// <summary>What a generator measured.</summary>
/// <param name="Seconds">From the first request to the last answer.</param>
/// <param name="Microseconds">How long each answer took, in no order.</param>
/// <param name="Error">Why it stopped; null when all went well.</param>
internal sealed record LoadResult(double Seconds, IReadOnlyList<int> Microseconds, string? Error = null);
