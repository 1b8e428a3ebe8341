using System.Collections.Immutable;

namespace Ingest.Core.Films.Merging;

/// <summary>Who says a value: the number of reviews, how sure they are together, the sources and where it is said first.</summary>
internal sealed class Backing
{
    private const decimal Surest = 0.99m;

    private Backing(IReadOnlyList<Saying> sayings)
    {
        var reviews = new Dictionary<string, decimal>(sayings.Count, StringComparer.Ordinal);
        foreach (var said in sayings)
        {
            reviews[said.Review] = Math.Max(reviews.GetValueOrDefault(said.Review), said.Confidence);
        }

        Reviews = reviews.Keys.ToHashSet(StringComparer.Ordinal);
        var doubt = reviews.Values.Order().Aggregate(1m, (product, confidence) => decimal.Round(product * (1 - confidence), 12));
        Belief = Math.Min(1 - doubt, Surest);
        Sources = [.. sayings.Select(said => said.Source).Distinct().Take(FilmProfile.MaxSources)];
        Times = sayings.Count;
        Rank = sayings.Min(said => said.Rank);
    }

    /// <summary>The reviews that say it.</summary>
    public IReadOnlySet<string> Reviews { get; }

    /// <summary>Number of reviews that say it.</summary>
    public int Support => Reviews.Count;

    /// <summary>How sure the reviews are together, where nothing contradicts them: 0 to 0.99.</summary>
    public decimal Belief { get; }

    /// <summary>How often it is said.</summary>
    public int Times { get; }

    /// <summary>The earliest place among a review's statements.</summary>
    public int Rank { get; }

    /// <summary>At most <see cref="FilmProfile.MaxSources"/> of the sources.</summary>
    public ImmutableArray<Source> Sources { get; }

    /// <summary>Confidence, 0 to 1 with three decimals, less for every review that says otherwise.</summary>
    /// <param name="opposing">Number of reviews that say otherwise.</param>
    public double Confidence(int opposing = 0) =>
        (double)decimal.Round(Belief * (2 * Support) / ((2 * Support) + opposing), 3, MidpointRounding.AwayFromZero);

    /// <summary>The backing of sayings in the order of <see cref="Saying.Of"/>; at least one.</summary>
    public static Backing Of(IReadOnlyList<Saying> sayings) => new(sayings);
}
