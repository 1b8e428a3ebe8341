namespace Ingest.LoadBench;

/// <summary>The measurement cannot be made; the message is a sentence for whoever asked for it.</summary>
internal sealed class BenchException(string message) : Exception(message);
