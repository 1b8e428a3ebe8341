namespace Ingest.Local;

/// <summary>Settings or functions that this host cannot run; the message is one line for the developer.</summary>
internal sealed class CannotHostException(string message) : Exception(message);
