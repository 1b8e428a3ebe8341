namespace Ingest.Pages;

/// <summary>A review as lists show it.</summary>
/// <param name="Name">Its name (its blob's name).</param>
/// <param name="State">What became of it.</param>
/// <param name="Title">Its headline, where known.</param>
/// <param name="SiteName">Its site, where known.</param>
/// <param name="Reason">Why it was rejected or failed, in a few words.</param>
public sealed record ReviewSummary(
    string Name,
    ReviewState State,
    string? Title = null,
    string? SiteName = null,
    string? Reason = null);
