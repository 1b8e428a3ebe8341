namespace Ingest.Core.Films.Merging;

/// <summary>Figures that agree within rounding: one value.</summary>
/// <param name="anchor">The most precise of them, which is shown.</param>
internal sealed class FigureGroup(Figure anchor)
{
    private readonly List<Saying> sayings = [];

    /// <summary>The most precise figure.</summary>
    public Figure Anchor { get; } = anchor;

    /// <summary>What the most precise figure may mean.</summary>
    public AmountRange Range { get; } = anchor.Range;

    /// <summary>The territory of all of them that state one; null while none does.</summary>
    public string? Territory { get; private set; } = anchor.Territory;

    /// <summary>Takes statements in.</summary>
    public void Add(IEnumerable<Saying> same) => sayings.AddRange(same);

    /// <summary>Who says it.</summary>
    /// <param name="order">The film's sayings in their order.</param>
    public Candidate<Figure> ToCandidate(IReadOnlyDictionary<Saying, int> order) =>
        new(Anchor with { Territory = Territory }, Backing.Of([.. sayings.OrderBy(said => order[said])]));

    /// <summary>
    /// Groups figures of one measure and currency. Figures of different stated territories never meet; one without a
    /// territory belongs to the territory's figure with which it agrees best, if there is one.
    /// </summary>
    public static List<FigureGroup> Of(IEnumerable<(Saying Saying, Figure Figure)> figures)
    {
        var groups = new List<FigureGroup>();
        foreach (var same in figures
            .GroupBy(one => one.Figure with { Territory = Films.Merging.Territory.KeyOf(one.Figure.Territory) }, one => one)
            .OrderBy(same => same.Key.Territory!.Length == 0)
            .ThenBy(same => same.Key.Unit)
            .ThenBy(same => same.Key.Range.Width)
            .ThenByDescending(same => same.Key.Amount)
            .ThenBy(same => same.Key.AmountMax)
            .ThenBy(same => same.Key.Qualifier)
            .ThenBy(same => same.Key.Territory, StringComparer.Ordinal))
        {
            var figure = same.Key with { Territory = SpellingOf(same.Select(one => (one.Saying.Review, one.Figure.Territory))) };
            var group = groups
                .Where(group => group.Range.Meets(figure.Range) && group.MayBeOf(same.Key.Territory!))
                .OrderBy(group => Math.Abs(group.Anchor.Amount - figure.Amount))
                .ThenBy(group => group.Territory is null)
                .FirstOrDefault();
            if (group is null)
            {
                group = new FigureGroup(figure);
                groups.Add(group);
            }

            group.Add(same.Select(one => one.Saying));
        }

        return groups;
    }

    private static string? SpellingOf(IEnumerable<(string Review, string? Territory)> stated) =>
        stated.Any(one => string.IsNullOrWhiteSpace(one.Territory))
            ? null
            : Spelling.Best(stated.Select(one => (one.Review, one.Territory!.Trim())));

    private bool MayBeOf(string territory) =>
        territory.Length == 0 || Films.Merging.Territory.KeyOf(Territory) == territory;
}
