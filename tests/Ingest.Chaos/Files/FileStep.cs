namespace Ingest.Chaos.Files;

/// <summary>One thing that somebody does to a file.</summary>
/// <param name="Name">The file.</param>
/// <param name="Content">What it holds from then on; null when it is deleted.</param>
internal sealed record FileStep(string Name, byte[]? Content);
