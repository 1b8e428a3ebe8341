using System.Collections.Immutable;

namespace Ingest.Pages;

/// <summary>What the page shows that stands in for one that is not here.</summary>
/// <param name="What">What is missing: <c>film</c>, <c>review</c>, <c>page</c> or <c>file</c>.</param>
/// <param name="Asked">What was asked for, as written in the address.</param>
public sealed record NotFoundView(string What, string Asked)
{
    /// <summary>Films that may have been meant, best first.</summary>
    public ImmutableArray<FilmSummary> Suggestions { get; init; } = [];
}
