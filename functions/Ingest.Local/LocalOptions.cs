namespace Ingest.Local;

/// <summary>How one run of the host differs from the ordinary one.</summary>
internal sealed record LocalOptions
{
    public const int DefaultPort = 7071;

    /// <summary>Where HTTP functions listen; 0 for any free port.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>Storage connection string; null for what the settings say.</summary>
    public string? Connection { get; init; }

    /// <summary>Folder of host.json and the settings; null to search upwards.</summary>
    public string? Root { get; init; }

    /// <summary>Folder of the function key; null for <c>.azurite</c> beside host.json.</summary>
    public string? Data { get; init; }

    /// <summary>An assembly to host instead of the app.</summary>
    public string? Assembly { get; init; }

    /// <summary>How long running functions may take to finish when the host stops.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Whether the end of standard input stops the host.</summary>
    public bool Attached { get; init; }
}
