namespace Ingest.LocalStorage;

/// <summary>How Azurite is started.</summary>
public sealed record AzuriteOptions
{
    /// <summary>Folder of the stored data, created when missing; null keeps all data in memory.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Port of the blob service on 127.0.0.1; 0 takes a free one.</summary>
    public int BlobPort { get; init; }

    /// <summary>Port of the queue service on 127.0.0.1; 0 takes a free one.</summary>
    public int QueuePort { get; init; }

    /// <summary>Port of the table service on 127.0.0.1; 0 takes a free one.</summary>
    public int TablePort { get; init; }

    /// <summary>
    /// Use an Azurite that already answers on all three ports (none of them 0), and leave it running afterwards.
    /// </summary>
    public bool ReuseIfListening { get; init; }

    /// <summary>How long Azurite may take until it answers.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The ports that <c>UseDevelopmentStorage=true</c> means: 10000, 10001 and 10002.</summary>
    public static AzuriteOptions WellKnownPorts { get; } = new() { BlobPort = 10000, QueuePort = 10001, TablePort = 10002 };
}
