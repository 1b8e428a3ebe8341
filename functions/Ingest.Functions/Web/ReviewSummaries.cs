using Ingest.Functions.Ingestion;
using Ingest.Pages;

namespace Ingest.Functions.Web;

/// <summary>Reviews as lists of the pages show them.</summary>
internal static class ReviewSummaries
{
    /// <summary>What a list tells of a review.</summary>
    public static ReviewSummary Of(ReviewRecord record) => new(
        record.Name.Value,
        StateOf(record.Status.ToString()),
        record.Title,
        record.SiteName,
        record.Status is ReviewStatus.Rejected or ReviewStatus.Failed ? ReasonWords.Of(record.Reason) : null,
        record.PublishedOn);

    /// <summary>A status as the pages know it; what they do not know counts as received.</summary>
    public static ReviewState StateOf(string status) =>
        Enum.TryParse<ReviewState>(status, ignoreCase: true, out var state) ? state : ReviewState.Received;
}
