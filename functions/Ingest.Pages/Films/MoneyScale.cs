using System.Collections.Immutable;

namespace Ingest.Pages.Films;

/// <summary>Sums of one currency, or numbers of tickets, as bars of one linear scale that starts at zero.</summary>
/// <param name="Middle">What the middle of the scale stands for, in words.</param>
/// <param name="End">What its end stands for, in words.</param>
/// <param name="Bars">The sums; at least one.</param>
public sealed record MoneyScale(string Middle, string End, ImmutableArray<MoneyBar> Bars);
