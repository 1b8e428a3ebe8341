using Ingest.Core.Facts;

namespace Ingest.Core.Films.Merging;

/// <summary>A figure as one statement gives it, without its unit.</summary>
internal readonly record struct Figure(decimal Amount, decimal? AmountMax, Qualifier Qualifier, string? Territory)
{
    /// <summary>What it may mean.</summary>
    public AmountRange Range => AmountRange.Of(Amount, AmountMax, Qualifier);

    /// <summary>How far its digits go: the smaller, the more precise. A range is as imprecise as it is wide.</summary>
    public decimal Unit => Math.Max(
        AmountRange.UnitOf(Math.Abs(Amount)),
        AmountMax is { } max ? Math.Abs(max - Amount) : 0);

    /// <summary>A figure with its amounts in shortest form, so that 12.80 and 12.8 are written alike.</summary>
    public static Figure Of(decimal amount, decimal? amountMax, Qualifier qualifier, string? territory) =>
        new(Shortest(amount), amountMax is { } max ? Shortest(max) : null, qualifier, territory);

    private static decimal Shortest(decimal amount) => amount / 1.0000000000000000000000000000m;
}
