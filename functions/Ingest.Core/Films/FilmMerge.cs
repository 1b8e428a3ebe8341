using System.Collections.Immutable;
using Ingest.Core.Films.Merging;

namespace Ingest.Core.Films;

/// <summary>From all evidence of one title group to its film profiles.</summary>
public static class FilmMerge
{
    /// <summary>
    /// Merges. Pure and deterministic: any order and any repetition of the same evidence gives equal profiles, ordered by
    /// id, and equal bytes of JSON.
    /// </summary>
    public static ImmutableArray<FilmProfile> Merge(IEnumerable<Evidence> evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var forms = new NormalForms();
        return DistinctIds.Of(FilmClustering.Cluster(evidence, forms).Select(film => ProfileBuilder.Of(film, forms)));
    }
}
