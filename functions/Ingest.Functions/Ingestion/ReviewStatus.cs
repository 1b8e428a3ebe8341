namespace Ingest.Functions.Ingestion;

/// <summary>Where a review stands.</summary>
internal enum ReviewStatus
{
    /// <summary>It was noticed and is being worked on, or will be.</summary>
    Received,

    /// <summary>Its statements are in the profiles.</summary>
    Ingested,

    /// <summary>It is no review and is never tried again.</summary>
    Rejected,

    /// <summary>Something went wrong that may pass; it is tried again.</summary>
    Failed,

    /// <summary>Its file is gone, and so are its statements.</summary>
    Deleted,
}
