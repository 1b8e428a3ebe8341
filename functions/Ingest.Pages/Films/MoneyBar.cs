using Ingest.Core.Facts;

namespace Ingest.Pages.Films;

/// <summary>A sum as a bar.</summary>
/// <param name="Label">What the sum is: the budget, or a measure and its territory.</param>
/// <param name="Claim">The sum in words, with who says it.</param>
/// <param name="Length">0 to 100, per cent of its scale.</param>
/// <param name="LengthMax">Where a range ends, per cent of its scale; null for a single sum.</param>
/// <param name="Qualifier">How exact the sum is.</param>
/// <param name="IsSpent">Whether it was spent; otherwise it was taken.</param>
public sealed record MoneyBar(
    string Label, Claim Claim, double Length, double? LengthMax, Qualifier Qualifier, bool IsSpent);
