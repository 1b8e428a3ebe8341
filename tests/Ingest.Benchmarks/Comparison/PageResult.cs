namespace Ingest.Benchmarks.Comparison;

/// <summary>One page in one part of the comparison.</summary>
/// <param name="File">Where it is.</param>
/// <param name="Bytes">The length of its HTML.</param>
/// <param name="Milliseconds">How long it took, on the mean of all rounds.</param>
/// <param name="Found">Whether an article was found.</param>
/// <param name="Failure">Why it could not be read; null where it was.</param>
internal sealed record PageResult(string File, long Bytes, double Milliseconds, bool Found, string? Failure);
