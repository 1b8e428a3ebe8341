namespace Ingest.Functions.Storage;

/// <summary>Others changed what was to be written, each time it was tried; worth another try later.</summary>
internal sealed class ContentionException(string message) : InvalidOperationException(message);
