namespace Ingest.Functions.Ingestion;

/// <summary>Why work on a review stopped short. The API writes it as one word in camelCase.</summary>
internal enum FailureCause
{
    /// <summary>Storage asks for fewer requests: 429, or 503.</summary>
    Throttled,

    /// <summary>Storage answered with another error.</summary>
    Storage,

    /// <summary>Storage does not let the app in.</summary>
    StorageDenied,

    /// <summary>Storage did not answer, or its answer broke off.</summary>
    Network,

    /// <summary>Other workers changed the same rows each time.</summary>
    Contention,

    /// <summary>There was not enough memory for the work.</summary>
    Memory,

    /// <summary>Reading the file took too long.</summary>
    ReadingTimeout,

    /// <summary>The worker was stopped, or died.</summary>
    Interrupted,

    /// <summary>Nothing that is known to pass: most likely a fault of the app.</summary>
    Unexpected,
}
