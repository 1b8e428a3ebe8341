namespace Ingest.LoadBench.Scaling.Model;

/// <summary>Storage had too much to do, as often as a request was sent again.</summary>
internal sealed class ServerBusyException() : Exception("503 Server Busy");
