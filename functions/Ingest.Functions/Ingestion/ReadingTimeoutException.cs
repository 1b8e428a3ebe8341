namespace Ingest.Functions.Ingestion;

/// <summary>Reading a file took longer than it may.</summary>
internal sealed class ReadingTimeoutException(TimeSpan limit) : TimeoutException($"Reading the file took longer than {limit}.");
