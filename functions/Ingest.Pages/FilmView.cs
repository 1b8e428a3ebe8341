using System.Collections.Immutable;
using Ingest.Core.Films;

namespace Ingest.Pages;

/// <summary>What the page of a film shows.</summary>
/// <param name="Profile">The profile.</param>
public sealed record FilmView(FilmProfile Profile)
{
    /// <summary>How to call its reviews, by name: a headline and a site, say. A review that is not here is called by its
    /// name.</summary>
    public ImmutableDictionary<string, string> ReviewTitles { get; init; } = ImmutableDictionary<string, string>.Empty;
}
