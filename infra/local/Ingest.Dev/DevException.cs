namespace Ingest.Dev;

/// <summary>A verb cannot go on; the message is one line that says why and what to do.</summary>
internal sealed class DevException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
