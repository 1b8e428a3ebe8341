namespace Ingest.Core.Facts;

/// <summary>The film is called so here, in this spelling.</summary>
public sealed record TitleStatement(string Title, Quote Quote, double Confidence) : Statement(Quote, Confidence);

/// <summary>The film is also known as, or originally called.</summary>
public sealed record AlternateTitleStatement(string Title, Quote Quote, double Confidence) : Statement(Quote, Confidence);

/// <summary>The year of the film's first release.</summary>
public sealed record YearStatement(int Year, Quote Quote, double Confidence) : Statement(Quote, Confidence);

/// <summary>A country the film is from, by its English short name.</summary>
public sealed record CountryStatement(string Country, Quote Quote, double Confidence) : Statement(Quote, Confidence);

/// <summary>A genre in English and lower case, as stated: <c>period drama</c>.</summary>
public sealed record GenreStatement(string Genre, Quote Quote, double Confidence) : Statement(Quote, Confidence);

/// <summary>A director, by full name.</summary>
public sealed record DirectorStatement(string Person, Quote Quote, double Confidence) : Statement(Quote, Confidence);

/// <summary>A writer of the film (not of the book it is based on), by full name.</summary>
public sealed record WriterStatement(string Person, Quote Quote, double Confidence) : Statement(Quote, Confidence);

/// <summary>A cast member, with the character where it is stated.</summary>
public sealed record CastStatement(string Person, string? Character, Quote Quote, double Confidence)
    : Statement(Quote, Confidence);

/// <summary>What the film took in, or how many saw it.</summary>
/// <param name="Measure">What is counted.</param>
/// <param name="Amount">Whole currency units, or tickets for admissions.</param>
/// <param name="Currency">ISO 4217; null for admissions.</param>
/// <param name="Territory"><c>worldwide</c>, a country's English short name, or null where the review does not say.</param>
/// <param name="Qualifier">How exact the review is.</param>
/// <param name="Quote">The sentence.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record BoxOfficeStatement(
    BoxOfficeMeasure Measure,
    decimal Amount,
    string? Currency,
    string? Territory,
    Qualifier Qualifier,
    Quote Quote,
    double Confidence) : Statement(Quote, Confidence);

/// <summary>What the film cost.</summary>
/// <param name="Amount">Whole currency units; the lower end of a range.</param>
/// <param name="AmountMax">The upper end of a range, or null.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Qualifier">How exact the review is.</param>
/// <param name="Quote">The sentence.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record BudgetStatement(
    decimal Amount,
    decimal? AmountMax,
    string Currency,
    Qualifier Qualifier,
    Quote Quote,
    double Confidence) : Statement(Quote, Confidence);

/// <summary>The running time in minutes.</summary>
public sealed record RuntimeStatement(int Minutes, Quote Quote, double Confidence) : Statement(Quote, Confidence);

/// <summary>A release date; the territory where the review names one.</summary>
public sealed record ReleaseDateStatement(DateOnly Date, string? Territory, Quote Quote, double Confidence)
    : Statement(Quote, Confidence);

/// <summary>Another film this one is compared with: neither its cast nor its title.</summary>
public sealed record ComparisonStatement(string Title, Quote Quote, double Confidence) : Statement(Quote, Confidence);

/// <summary>The film's id elsewhere.</summary>
/// <param name="Source"><c>imdb</c>, <c>wikidata</c> or <c>tmdb</c>.</param>
/// <param name="Id">The id there: <c>tt0000001</c>, <c>Q1</c>, <c>1</c>.</param>
/// <param name="Quote">Where it stands.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record ExternalIdStatement(string Source, string Id, Quote Quote, double Confidence)
    : Statement(Quote, Confidence);
