using Ingest.Core.Facts;

namespace Ingest.Core.Films.Merging;

/// <summary>What an amount may mean: "12.8 million" is anything that rounds to it, "more than 12 million" somewhat more.</summary>
/// <param name="Low">The least.</param>
/// <param name="High">The most.</param>
internal readonly record struct AmountRange(decimal Low, decimal High)
{
    // Softened figures are meant to lie near; beyond a tenth another figure is meant.
    private const decimal Near = 0.05m;
    private const decimal Beyond = 0.1m;

    // No film takes in more, in any currency; a misread amount must not overflow.
    private const decimal Most = 1_000_000_000_000_000_000;

    /// <summary>How wide it is: the narrower, the more precise the figure.</summary>
    public decimal Width => High - Low;

    /// <summary>The range of an amount as stated.</summary>
    public static AmountRange Of(decimal amount, Qualifier qualifier)
    {
        amount = Math.Clamp(amount, 0, Most);
        var unit = UnitOf(amount);
        return qualifier switch
        {
            Qualifier.AtLeast => new(amount, amount + Math.Max(unit, amount * Beyond)),
            Qualifier.AtMost => new(amount - Math.Max(unit, amount * Beyond), amount),
            Qualifier.Approximately => new(amount - Math.Max(unit / 2, amount * Near), amount + Math.Max(unit / 2, amount * Near)),
            _ => new(amount - (unit / 2), amount + (unit / 2)),
        };
    }

    /// <summary>The range between the ends of a stated range; that of the amount where there is one end only.</summary>
    public static AmountRange Of(decimal amount, decimal? amountMax, Qualifier qualifier) =>
        amountMax is { } max && max > amount
            ? new(Of(amount, qualifier).Low, Of(max, qualifier).High)
            : Of(amount, qualifier);

    /// <summary>Whether both may mean one amount.</summary>
    public bool Meets(AmountRange other) => Low <= other.High && other.Low <= High;

    /// <summary>The last digit that was given; 0 where all of them were.</summary>
    // Of 80,000,000 the first zero counts as given, of 100,000,000 two: more is not rounded off.
    public static decimal UnitOf(decimal amount)
    {
        amount = Math.Min(amount, Most);
        var unit = 1m;
        while (unit * 100 < amount && amount % (unit * 10) == 0)
        {
            unit *= 10;
        }

        return unit == 1 ? 0 : unit;
    }
}
