using Ingest.Core.Facts.Figures;
using Ingest.Core.Facts.Titles;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>What an amount of the text counts.</summary>
/// <param name="Amount">The amount.</param>
/// <param name="Measure">What is counted; null for a budget.</param>
/// <param name="Territory">Where, or null.</param>
/// <param name="IsPartial">Whether it counts a part that has no place in a profile, such as everything overseas.</param>
/// <param name="Confidence">How sure.</param>
/// <param name="Film">The film, where a title beside the figure says it.</param>
internal sealed record Figure(Amount Amount, BoxOfficeMeasure? Measure, string? Territory, bool IsPartial, double Confidence, Film? Film = null)
{
    /// <summary>Said in so many words.</summary>
    public const double Sure = 0.94;

    /// <summary>Said with a word that counts other things too.</summary>
    public const double Likely = 0.9;

    /// <summary>Concluded from what stands around it.</summary>
    public const double Possible = 0.86;

    /// <summary>Said of something near to it.</summary>
    public const double Unsure = 0.8;

    /// <summary>Whose it is said to be.</summary>
    public FigureOwnerKind Owner { get; init; }

    /// <summary>What an amount counts.</summary>
    public static Figure Of(FigureContext at, BoxOfficeMeasure? measure, string? territory, double sure, FigureOwner owner) =>
        new(at.Amount, measure, territory == TerritoryReader.Overseas ? null : territory, territory == TerritoryReader.Overseas, sure, owner.Film) { Owner = owner.Kind };

    /// <summary>A sum that is not this film's; nor are those that the sentence adds to it.</summary>
    public static Figure OfOther(FigureContext at, BoxOfficeMeasure? measure) => new(at.Amount, measure, null, true, 0) { Owner = FigureOwnerKind.Other };

    /// <summary>The statement.</summary>
    public Statement ToStatement(Quote quote) => Measure is { } measure
        ? new BoxOfficeStatement(measure, Amount.Value, measure == BoxOfficeMeasure.Admissions ? null : Amount.Currency, Territory, Amount.Qualifier, quote, Confidence)
        : new BudgetStatement(Amount.Value, Amount.Upper, Amount.Currency!, Amount.Qualifier, quote, Confidence);
}
