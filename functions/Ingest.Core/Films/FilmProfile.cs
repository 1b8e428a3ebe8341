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

    /// <summary>Most cast members named, the best supported ones.</summary>
    public const int MaxCast = 200;

    /// <summary>Most directors named, and most writers, the best supported ones.</summary>
    public const int MaxCredits = 50;

    /// <summary>Most other spellings named of one person or character, those that most reviews use.</summary>
    public const int MaxAliases = 20;

    /// <summary>Most alternate titles, the best supported ones.</summary>
    public const int MaxAlternateTitles = 50;

    /// <summary>Most genres, the best supported ones.</summary>
    public const int MaxGenres = 30;

    /// <summary>Most countries, the best supported ones.</summary>
    public const int MaxCountries = 30;

    /// <summary>Most films compared with, the best supported ones.</summary>
    public const int MaxComparisons = 50;

    /// <summary>Most box office figures, and most budget figures, the best supported ones.</summary>
    public const int MaxFigures = 50;

    /// <summary>Most ids elsewhere, one of each source, the best supported ones.</summary>
    public const int MaxExternalIds = 20;

    /// <summary>Longest quote in a source, in UTF-16 code units; of a longer sentence the beginning stands.</summary>
    public const int MaxQuoteLength = 1_000;
}
