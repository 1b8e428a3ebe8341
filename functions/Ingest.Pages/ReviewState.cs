namespace Ingest.Pages;

/// <summary>What became of a dropped file.</summary>
public enum ReviewState
{
    /// <summary>Noticed, not yet read.</summary>
    Received,

    /// <summary>Read; its statements are in the profiles.</summary>
    Ingested,

    /// <summary>Not a review; it will not be tried again.</summary>
    Rejected,

    /// <summary>Reading it went wrong.</summary>
    Failed,
}
