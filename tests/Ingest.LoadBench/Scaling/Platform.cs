using System.Text.Json;

namespace Ingest.LoadBench.Scaling;

/// <summary>What the simulation takes the platform to be. Times in milliseconds. What is published is said to be so; the rest
/// is assumed, and <c>infra/README.md</c> says what hangs on it.</summary>
internal sealed record Platform
{
    /// <summary>Requests a second of one storage account: published for Table and Queue storage, entities and messages of 1 KiB.</summary>
    public double AccountRequests { get; init; } = 20_000;

    /// <summary>Entities a second of one partition of a table: published.</summary>
    public double PartitionEntities { get; init; } = 2_000;

    /// <summary>What an entity that a scan reads counts of one that is asked for by itself; assumed, for what is published does
    /// not tell them apart. 1 for the worst case.</summary>
    public double ScanWeight { get; init; } = 0.1;

    /// <summary>Messages a second of one queue: published.</summary>
    public double QueueMessages { get; init; } = 2_000;

    /// <summary>Storage accounts, each with an app of its own; reviews by name, films by title key.</summary>
    public int Accounts { get; init; } = 1;

    /// <summary>Median time of a request to storage in the same region; assumed, with nine in ten between 3 and 10.</summary>
    public double Latency { get; init; } = 5;

    public double LatencySigma { get; init; } = 0.4;

    /// <summary>Median time of a page of 1,000 entities or 5,000 names; assumed.</summary>
    public double PageLatency { get; init; } = 60;

    /// <summary>Median time from no instance to one that works; assumed.</summary>
    public double ColdStart { get; init; } = 3_000;

    /// <summary>How often it is decided how many instances there are to be; assumed.</summary>
    public double ScaleEvery { get; init; } = 5_000;

    /// <summary>Most instances that one decision adds: published for target-based scaling.</summary>
    public int ScaleBy { get; init; } = 4;

    /// <summary>Most instances; the plan's default.</summary>
    public int MostInstances { get; init; } = 100;

    /// <summary>How long an idle instance is kept; assumed.</summary>
    public double IdleFor { get; init; } = 60_000;

    /// <summary>Processors of an instance of 2,048 MB; assumed.</summary>
    public int Cores { get; init; } = 1;

    /// <summary>Memory of an instance in GB, as it is billed.</summary>
    public double Memory { get; init; } = 2;

    /// <summary>Processor time that the Functions host takes for one review beside the app; assumed.</summary>
    public double HostCpu { get; init; } = 4;

    /// <summary>Reviews at once in one instance: <c>maxDegreeOfParallelism</c> of host.json.</summary>
    public int Concurrency { get; init; } = OfHost("extensions", "blobs", "maxDegreeOfParallelism").GetInt32();

    /// <summary>Dequeues after which the host gives a message up: <c>poisonBlobThreshold</c> of host.json.</summary>
    public int Dequeues { get; init; } = OfHost("extensions", "blobs", "poisonBlobThreshold").GetInt32();

    /// <summary>How long a function may run: <c>functionTimeout</c> of host.json.</summary>
    public double FunctionTimeout { get; init; } = TimeSpan.Parse(
        OfHost("functionTimeout").GetString()!, System.Globalization.CultureInfo.InvariantCulture).TotalMilliseconds;

    /// <summary>Median time from a drop to the event's first delivery; assumed.</summary>
    public double EventDelay { get; init; } = 500;

    /// <summary>Share of the events that never come.</summary>
    public double LostEvents { get; init; }

    /// <summary>Whether reconciliation runs.</summary>
    public bool IsReconciled { get; init; } = true;

    private static JsonElement OfHost(params string[] path)
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")));
        return path.Aggregate(host.RootElement, (element, name) => element.GetProperty(name)).Clone();
    }
}
