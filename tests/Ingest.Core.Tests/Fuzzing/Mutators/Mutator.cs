namespace Ingest.Core.Tests.Fuzzing.Mutators;

/// <summary>One way to damage a page.</summary>
/// <param name="Name">What it does, in a few words.</param>
/// <param name="Apply">Does it. The text holds one byte in each character; so does what is given back.</param>
internal sealed record Mutator(string Name, Func<string, Random, string> Apply);
