using System.Collections.Immutable;
using Ingest.Functions.Ingestion;

namespace Ingest.Functions.Storage;

/// <summary>Numbers of what there is.</summary>
/// <param name="Films">Number of films.</param>
/// <param name="Reviews">Number of reviews by status, of those that there are any of; deleted ones are left out.</param>
/// <param name="IsWhole">Whether all were counted; otherwise there are more.</param>
internal sealed record SiteCount(int Films, ImmutableDictionary<ReviewStatus, int> Reviews, bool IsWhole)
{
    /// <summary>What two scans of one moment counted.</summary>
    public static SiteCount Of(FilmScan films, ReviewScan reviews) => new(films.Count, reviews.Counts.ByStatus, films.IsWhole && reviews.Counts.IsWhole);
}
