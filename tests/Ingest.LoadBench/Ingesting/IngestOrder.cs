namespace Ingest.LoadBench.Ingesting;

/// <summary>What a process that ingests is to do.</summary>
/// <param name="Connection">Of the storage.</param>
/// <param name="WarmUp">How many reviews come before those measured.</param>
/// <param name="Workers">How many reviews it drops and ingests at a time.</param>
/// <param name="Seconds">How long new ones are begun.</param>
/// <param name="Log">The file that its requests go to.</param>
/// <param name="Storage">Id of the storage's process.</param>
internal sealed record IngestOrder(string Connection, int WarmUp, int Workers, double Seconds, string Log, int Storage);

/// <summary>What came of it.</summary>
/// <param name="Seconds">From the first drop to the last profile.</param>
/// <param name="Microseconds">From each drop to its profile, in no order.</param>
/// <param name="Requests">To storage.</param>
/// <param name="Cpu">Processor time of the process meanwhile, in milliseconds.</param>
/// <param name="CpuOfStorage">That of the storage's.</param>
/// <param name="MostMemory">Most physical memory of the process, in bytes.</param>
/// <param name="Error">Why there is none; null when all went well.</param>
internal sealed record IngestResult(
    double Seconds, IReadOnlyList<int> Microseconds, int Requests, double Cpu, double CpuOfStorage, long MostMemory, string? Error = null);

/// <summary>What a process that repeats requests is to do.</summary>
/// <param name="Blobs">Address of the blob service.</param>
/// <param name="Tables">Address of the table service.</param>
/// <param name="Connection">Of the same storage.</param>
/// <param name="Lanes">How many requests are under way at a time.</param>
/// <param name="Log">The file of the requests.</param>
internal sealed record ReplayOrder(string Blobs, string Tables, string Connection, int Lanes, string Log);

/// <summary>What came of it.</summary>
/// <param name="Seconds">From the first request to the last answer.</param>
/// <param name="Requests">Number of requests.</param>
/// <param name="Others">Number of those that were answered by another status than the recorded one.</param>
internal sealed record ReplayResult(double Seconds, int Requests, int Others);
