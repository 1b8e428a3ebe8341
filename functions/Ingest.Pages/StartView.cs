using System.Collections.Immutable;

namespace Ingest.Pages;

/// <summary>What the start page shows.</summary>
public sealed record StartView
{
    /// <summary>The title that was searched for; null when nobody searched.</summary>
    public string? Query { get; init; }

    /// <summary>What the search found, best first; without a search some films to begin with.</summary>
    public ImmutableArray<FilmSummary> Films { get; init; } = [];

    /// <summary>Where the list goes on, for <see cref="Links.Search"/>; null at its end.</summary>
    public string? Continuation { get; init; }

    /// <summary>The reviews that arrived last, latest first.</summary>
    public ImmutableArray<ReviewSummary> Reviews { get; init; } = [];
}
