using System.Globalization;
using Ingest.Core.Facts;

namespace Ingest.Pages;

/// <summary>Values as people read them, in English.</summary>
internal static class Wording
{
    private static readonly (decimal Unit, string Name)[] Scales =
        [(1_000_000_000_000m, "trillion"), (1_000_000_000m, "billion"), (1_000_000m, "million")];

    public static string Reviews(int count) => count == 1 ? "1 review" : Count(count) + " reviews";

    public static string Count(decimal count) => count.ToString("#,##0.##", CultureInfo.InvariantCulture);

    /// <summary>A confidence of 0 to 1 in per cent; never rounded up to certainty.</summary>
    public static string Percent(double confidence)
    {
        var share = Math.Clamp(double.IsNaN(confidence) ? 0 : confidence, 0, 1);
        var percent = share < 1 ? Math.Min(99, (int)Math.Round(share * 100)) : 100;
        return percent.ToString(CultureInfo.InvariantCulture) + "%";
    }

    public static string Date(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A moment to the minute.</summary>
    public static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public static string Minutes(int minutes) => minutes < 60
        ? $"{minutes} min"
        : string.Create(CultureInfo.InvariantCulture, $"{minutes / 60} h {minutes % 60} min");

    public static string Exactness(Qualifier qualifier) => qualifier switch
    {
        Qualifier.Approximately => "about ",
        Qualifier.AtLeast => "at least ",
        Qualifier.AtMost => "at most ",
        _ => "",
    };

    public static string Measure(BoxOfficeMeasure measure) => measure switch
    {
        BoxOfficeMeasure.Admissions => "Admissions",
        BoxOfficeMeasure.OpeningWeekend => "Opening weekend",
        _ => "Gross",
    };

    public static string Money(decimal amount, decimal? amountMax, string? currency, Qualifier qualifier) =>
        Exactness(qualifier)
        + (currency is null ? "" : currency + "\u00a0")
        + (amountMax is { } max ? Range(amount, max) : Amount(amount))
        + (currency is null ? " tickets" : "");

    /// <summary>A large number in millions where at most two decimals say it exactly; otherwise every digit.</summary>
    public static string Amount(decimal amount)
    {
        foreach (var (unit, name) in Scales)
        {
            if (Math.Abs(amount) >= unit)
            {
                var scaled = amount / unit;
                return scaled == Math.Round(scaled, 2) ? Count(scaled) + "\u00a0" + name : Count(amount);
            }
        }

        return Count(amount);
    }

    private static string Range(decimal low, decimal high)
    {
        var (first, second) = (Amount(low), Amount(high));
        var unit = second.IndexOf('\u00a0');
        return unit > 0 && first.EndsWith(second[unit..], StringComparison.Ordinal)
            ? first[..^(second.Length - unit)] + "–" + second
            : first + " to " + second;
    }
}
