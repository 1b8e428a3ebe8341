using System.Collections.Immutable;

namespace Ingest.Core.Films;

/// <summary>All that the reviews say about one film, merged.</summary>
public sealed record FilmProfile
{
    /// <summary>Readable slug of title and year: <c>miracle-in-cell-no-7-2013</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The title in its best-supported spelling.</summary>
    public required Supported<string> Title { get; init; }

    /// <summary>Stated alternate and original titles (not mere spellings of the title).</summary>
    public ImmutableArray<Supported<string>> AlternateTitles { get; init; } = [];

    /// <summary>Year of first release.</summary>
    public Supported<int>? Year { get; init; }

    /// <summary>Countries by English short name, best supported first.</summary>
    public ImmutableArray<Supported<string>> Countries { get; init; } = [];

    /// <summary>Genres, best supported first.</summary>
    public ImmutableArray<Supported<string>> Genres { get; init; } = [];

    /// <summary>Directors.</summary>
    public ImmutableArray<Credit> Directors { get; init; } = [];

    /// <summary>Writers.</summary>
    public ImmutableArray<Credit> Writers { get; init; } = [];

    /// <summary>Cast, by support, then by position in the reviews.</summary>
    public ImmutableArray<CastMember> Cast { get; init; } = [];

    /// <summary>Box office figures; different measures, territories and currencies are different values.</summary>
    public ImmutableArray<BoxOfficeFigure> BoxOffice { get; init; } = [];

    /// <summary>Budget figures, one per currency unless one review states several.</summary>
    public ImmutableArray<BudgetFigure> Budget { get; init; } = [];

    /// <summary>Running time in minutes.</summary>
    public Supported<int>? RuntimeMinutes { get; init; }

    /// <summary>First release date.</summary>
    public Supported<DateOnly>? ReleaseDate { get; init; }

    /// <summary>Films this one is compared with.</summary>
    public ImmutableArray<Supported<string>> Comparisons { get; init; } = [];

    /// <summary>Ids elsewhere.</summary>
    public ImmutableArray<ExternalId> ExternalIds { get; init; } = [];

    /// <summary>Values that disagree with the ones above.</summary>
    public ImmutableArray<Conflict> Conflicts { get; init; } = [];

    /// <summary>Number of reviews behind the profile.</summary>
    public required int ReviewCount { get; init; }

    /// <summary>Number of those that are about this film; the others mention it.</summary>
    public required int SubjectOf { get; init; }

    /// <summary>Names of the reviews behind the profile, ordered; at most <see cref="MaxReviews"/>, those about it first.</summary>
    public ImmutableArray<string> Reviews { get; init; } = [];

    /// <summary>Most reviews named in a profile, so that its size does not grow with its fame.</summary>
    public const int MaxReviews = 50;

    /// <summary>Most conflicts named in a profile, the best supported ones.</summary>
    public const int MaxConflicts = 50;

    /// <summary>Most sources named for one value.</summary>
    public const int MaxSources = 10;
}
