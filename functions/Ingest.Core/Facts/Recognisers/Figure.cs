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
    /// <summary>Whose it is said to be.</summary>
    public FigureOwnerKind Owner { get; init; }

    /// <summary>The statement.</summary>
    public Statement ToStatement(Quote quote) => Measure is { } measure
        ? new BoxOfficeStatement(measure, Amount.Value, measure == BoxOfficeMeasure.Admissions ? null : Amount.Currency, Territory, Amount.Qualifier, quote, Confidence)
        : new BudgetStatement(Amount.Value, Amount.Upper, Amount.Currency!, Amount.Qualifier, quote, Confidence);
}
