using System.Collections.Immutable;
using Ingest.Functions.Ingestion;

namespace Ingest.Functions.Storage;

/// <summary>How many films and reviews there are, as of a moment ago.</summary>
internal sealed class SiteCounts(LatestFilms films, LatestReviews reviews)
{
    /// <summary>Counts. The cost is bounded, and what was counted is kept for at least a second.</summary>
    public async Task<SiteCount> ReadAsync(CancellationToken cancellationToken)
    {
        var film = films.ReadAsync(cancellationToken);
        var review = await reviews.ReadAsync(cancellationToken);
        return new((await film).Count, review.Counts, (await film).IsWhole && review.IsWhole);
    }
}

/// <summary>Numbers of what there is.</summary>
/// <param name="Films">Number of films.</param>
/// <param name="Reviews">Number of reviews by status, of those that there are any of; deleted ones are left out.</param>
/// <param name="IsWhole">Whether all were counted; otherwise there are more.</param>
internal sealed record SiteCount(int Films, ImmutableDictionary<ReviewStatus, int> Reviews, bool IsWhole);
