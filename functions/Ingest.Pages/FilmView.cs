using System.Collections.Immutable;
using Ingest.Core.Films;

namespace Ingest.Pages;

/// <summary>What the page of a film shows.</summary>
/// <param name="Profile">The profile.</param>
public sealed record FilmView(FilmProfile Profile)
{
    /// <summary>What is known of the reviews that the profile names, in any order. One that is not here is called by its
    /// name.</summary>
    public ImmutableArray<ReviewSummary> Reviews { get; init; } = [];
}
