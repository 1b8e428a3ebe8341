namespace Ingest.Core.Facts.Figures;

/// <summary>A sum of money, or a bare number, in the text.</summary>
/// <param name="First">First token, with the currency sign, without the words that qualify it.</param>
/// <param name="Last">One past the last token, with the currency word.</param>
/// <param name="Value">Whole units.</param>
/// <param name="Upper">The upper end of a range, or null.</param>
/// <param name="Currency">ISO 4217; null for a bare number.</param>
/// <param name="Qualifier">How exact it is said to be.</param>
internal sealed record Amount(int First, int Last, decimal Value, decimal? Upper, string? Currency, Qualifier Qualifier)
{
    /// <summary>First token, with the words that qualify it.</summary>
    public int Start { get; init; } = First;

    /// <summary>Whether it is counted in lakhs or crores, as money of South Asia often is without a currency.</summary>
    public bool IsSouthAsian { get; init; }
}
