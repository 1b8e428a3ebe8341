namespace Ingest.Functions.Ingestion;

/// <summary>What came of working on a review.</summary>
internal enum IngestOutcome
{
    /// <summary>There is neither a file nor a record.</summary>
    Unknown,

    /// <summary>What is stored is of this very file already.</summary>
    Unchanged,

    /// <summary>Its statements are stored and its films rebuilt.</summary>
    Ingested,

    /// <summary>It is no review; statements of an earlier file of its name are gone.</summary>
    Rejected,

    /// <summary>Its file is gone, and so are its statements.</summary>
    Retracted,

    /// <summary>Another worker began later with the same review, and sees to it.</summary>
    Superseded,

    /// <summary>It failed; its record says why, and when it is tried again.</summary>
    Failed,
}
