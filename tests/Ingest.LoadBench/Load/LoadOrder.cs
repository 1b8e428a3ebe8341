namespace Ingest.LoadBench.Load;

/// <summary>What a generator is to do.</summary>
/// <param name="Port">Where the server listens, on 127.0.0.1.</param>
/// <param name="Request">The whole request, as it is sent again and again.</param>
/// <param name="Status">The status that every answer must have.</param>
/// <param name="Connections">How many are kept open, each with one request at a time.</param>
/// <param name="Seconds">For how long.</param>
internal sealed record LoadOrder(int Port, string Request, int Status, int Connections, double Seconds);
