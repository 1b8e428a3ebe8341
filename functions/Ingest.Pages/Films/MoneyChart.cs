using System.Collections.Immutable;
using Ingest.Core.Facts;
using Ingest.Core.Films;

namespace Ingest.Pages.Films;

/// <summary>A film's budget and takings as bars. What is of one currency can be compared; nothing is converted.</summary>
internal static class MoneyChart
{
    // A bar ends before its scale does, so that "at least" has room to say so.
    private const double Room = 1.06;

    // Nearly the most that a decimal can hold.
    private const double Largest = 5e28;

    private static readonly double[] RoundNumbers = [1, 2, 5, 10];

    /// <summary>One scale for each currency, in the order of the figures: what was spent first, tickets last.</summary>
    /// <param name="profile">The film.</param>
    /// <param name="budget">Its budget figures in words, in order.</param>
    /// <param name="boxOffice">Its box office figures in words, in order; their notes say what they are.</param>
    public static ImmutableArray<MoneyScale> Of(
        FilmProfile profile, ImmutableArray<Claim> budget, ImmutableArray<Claim> boxOffice)
    {
        var spent = profile.Budget.Zip(budget, (figure, claim) => new Sum(
            figure.Currency, "Budget", claim, figure.Amount, figure.AmountMax, figure.Qualifier, true));
        var taken = profile.BoxOffice.Zip(boxOffice, (figure, claim) => new Sum(
            figure.Currency, claim.Note ?? "", claim with { Note = null }, figure.Amount, null, figure.Qualifier, false));
        return
        [
            .. spent.Concat(taken)
                .GroupBy(sum => sum.Currency)
                .OrderBy(group => group.Key is null)
                .Select(group => ScaleOf(group.Key, [.. group])),
        ];
    }

    private static MoneyScale ScaleOf(string? currency, ImmutableArray<Sum> sums)
    {
        var end = Math.Min(RoundAbove((double)sums.Max(sum => Math.Max(sum.Amount, sum.AmountMax ?? 0)) * Room), Largest);
        return new(
            Wording.Money((decimal)(end / 2), null, currency, Qualifier.Exact),
            Wording.Money((decimal)end, null, currency, Qualifier.Exact),
            [.. sums.Select(sum => new MoneyBar(
                sum.Label, sum.Claim, Share(sum.Amount), sum.AmountMax is { } max ? Share(max) : null, sum.Qualifier, sum.IsSpent))]);

        double Share(decimal amount) => Math.Round(Math.Clamp((double)amount / end, 0, 1) * 100, 2);
    }

    // The least of 1, 2, 5, 10, 20, ... that is no smaller.
    private static double RoundAbove(double number)
    {
        if (number <= 1)
        {
            return 1;
        }

        var unit = Math.Pow(10, Math.Floor(Math.Log10(number)));
        return RoundNumbers.Select(round => round * unit).First(round => round >= number);
    }

    private sealed record Sum(
        string? Currency, string Label, Claim Claim, decimal Amount, decimal? AmountMax, Qualifier Qualifier, bool IsSpent);
}
