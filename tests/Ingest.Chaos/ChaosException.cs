namespace Ingest.Chaos;

/// <summary>The run cannot go on; the message is for people.</summary>
internal sealed class ChaosException(string message) : Exception(message);
