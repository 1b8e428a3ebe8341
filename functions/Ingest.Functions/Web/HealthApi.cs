using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Web;

/// <summary>Whether the app can do its work, and how far it has got.</summary>
internal sealed class HealthApi(
    IngestStorage storage, LatestReviews reviews, ReconciliationTable reconciliations, Reader reader, TimeProvider clock)
{
    private readonly Kept<ReconciliationState?> reconciliation = new(reconciliations.FindAsync, clock);

    /// <summary>200 when storage answers; a failure becomes problem details of status 503.</summary>
    public async Task<ApiResult> GetAsync(CancellationToken cancellationToken)
    {
        await storage.ProbeAsync(cancellationToken);
        var (scan, runs) = (reviews.ReadAsync(cancellationToken), reconciliation.ReadAsync(cancellationToken));
        await Task.WhenAll(scan, runs);
        var counts = (await scan).Counts;
        var view = new HealthView("ok", reader.Version, NumbersOf(counts), AgeOf(counts.OldestUnprocessedSince), await runs);
        return ApiResult.Json(view, WebJson.Instance.HealthView).With("Cache-Control", "no-store");
    }

    private static ReviewNumbers NumbersOf(ReviewCounts counts) => new(
        counts.Of(ReviewStatus.Received),
        counts.Of(ReviewStatus.Ingested),
        counts.Of(ReviewStatus.Rejected),
        counts.Of(ReviewStatus.Failed),
        counts.GivenUp,
        counts.Outdated,
        counts.Unreadable,
        counts.IsWhole);

    // Clocks of instances differ a little.
    private long? AgeOf(DateTimeOffset? since) =>
        since is { } moment ? Math.Max(0, (long)(clock.GetUtcNow() - moment).TotalSeconds) : null;
}
