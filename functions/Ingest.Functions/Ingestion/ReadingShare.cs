namespace Ingest.Functions.Ingestion;

/// <summary>One file's part of what may be read at once. It is given back once, however often it is disposed of.</summary>
internal sealed class ReadingShare(ReadingGate gate, long bytes) : IDisposable
{
    private bool isGivenBack;

    public void Dispose()
    {
        if (!Interlocked.Exchange(ref isGivenBack, true))
        {
            gate.Leave(bytes);
        }
    }
}
