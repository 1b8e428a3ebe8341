namespace Ingest.Pages;

/// <summary>A review as lists show it.</summary>
/// <param name="Name">Its name (its blob's name).</param>
/// <param name="State">What became of it; null where that is not known.</param>
/// <param name="Title">Its headline, where known.</param>
/// <param name="SiteName">Its site, where known.</param>
/// <param name="Reason">Why it was rejected or failed, in a few words.</param>
/// <param name="PublishedOn">When it was published, where known.</param>
public sealed record ReviewSummary(
    string Name,
    ReviewState? State,
    string? Title = null,
    string? SiteName = null,
    string? Reason = null,
    DateOnly? PublishedOn = null)
{
    /// <summary>What to call it in few words: its headline and its site, or its name.</summary>
    public string Heading => Title is null ? Name : SiteName is null ? Title : $"{Title} · {SiteName}";
}
