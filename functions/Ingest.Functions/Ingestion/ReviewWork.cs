namespace Ingest.Functions.Ingestion;

/// <summary>What is to be done about a review, as long as its file stays the same.</summary>
internal enum ReviewWork
{
    /// <summary>Nothing: it is settled.</summary>
    None,

    /// <summary>It was read, or given up, under a reader or a limit that is another one now, and is read anew.</summary>
    Outdated,

    /// <summary>Somebody is working on it.</summary>
    Busy,

    /// <summary>It is tried again, later.</summary>
    Waiting,

    /// <summary>It is tried again now.</summary>
    Due,

    /// <summary>Whoever worked on it died, as often as it is tried: it is to be given up.</summary>
    Interrupted,

    /// <summary>It was tried as often as it is tried by itself.</summary>
    GivenUp,
}
