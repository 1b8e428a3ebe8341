using System.Collections.Immutable;

namespace Ingest.Pages;

/// <summary>What the start page shows.</summary>
public sealed record StartView
{
    /// <summary>What was searched for; null when nobody searched.</summary>
    public FilmSearch? Search { get; init; }

    /// <summary>Why the search cannot be made: a sentence; null when it can.</summary>
    public string? Problem { get; init; }

    /// <summary>What the search found, best first; without a search the latest films.</summary>
    public ImmutableArray<FilmSummary> Films { get; init; } = [];

    /// <summary>Where the list goes on, for <see cref="Links.Search(FilmSearch, string?)"/>; null at its end.</summary>
    public string? Continuation { get; init; }

    /// <summary>The reviews that arrived last, latest first.</summary>
    public ImmutableArray<ReviewSummary> Reviews { get; init; } = [];

    /// <summary>How much there is; null where that is not shown.</summary>
    public SiteTotals? Totals { get; init; }
}
