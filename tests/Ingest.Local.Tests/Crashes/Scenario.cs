namespace Ingest.Local.Tests.Crashes;

/// <summary>What happens to a review while the process dies.</summary>
public enum Scenario
{
    /// <summary>It is dropped, and speaks of a film that has a review already.</summary>
    New,

    /// <summary>Another file replaces it: one film that it speaks of stays (with another year, so another id), another
    /// loses its only review, and a third gains one.</summary>
    Replaced,

    /// <summary>It is deleted: one film stays with one review less (and another id), another goes.</summary>
    Deleted,
}
