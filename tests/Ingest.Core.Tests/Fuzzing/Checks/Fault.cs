namespace Ingest.Core.Tests.Fuzzing.Checks;

/// <summary>What does not hold of an input that should hold of every one.</summary>
/// <param name="Property">What should hold, in a few words; of an exception, where it came from.</param>
/// <param name="Detail">What was found in place of it.</param>
internal sealed record Fault(string Property, string Detail);
