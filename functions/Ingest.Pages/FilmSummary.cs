using System.Collections.Immutable;
using Ingest.Core.Films;

namespace Ingest.Pages;

/// <summary>A film as lists show it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Year">Its year, where known.</param>
/// <param name="Directors">Its directors, where known.</param>
/// <param name="ReviewCount">Number of reviews behind it; null where the list does not know.</param>
public sealed record FilmSummary(
    string Id,
    string Title,
    int? Year = null,
    ImmutableArray<string> Directors = default,
    int? ReviewCount = null)
{
    /// <summary>Its directors; never a default array.</summary>
    public ImmutableArray<string> Directors { get; init; } = Directors.IsDefault ? [] : Directors;

    /// <summary>A profile in short.</summary>
    public static FilmSummary Of(FilmProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return new(
            profile.Id,
            profile.Title.Value,
            profile.Year?.Value,
            [.. profile.Directors.Select(credit => credit.Person)],
            profile.ReviewCount);
    }
}
