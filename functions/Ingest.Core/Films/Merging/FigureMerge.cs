namespace Ingest.Core.Films.Merging;

/// <summary>Figures of one measure, currency and territory: the best supported stands, others disagree with it.</summary>
internal static class FigureMerge
{
    /// <summary>The figures that stand, best first, with the number of reviews against each; the others go to the
    /// conflicts. A figure that a review states beside the best one is another count, not a contradiction, and stands
    /// too.</summary>
    public static List<(Candidate<Figure> Figure, int Opposing)> Standing(
        string field,
        IEnumerable<Candidate<Figure>> figures,
        ConflictList conflicts)
    {
        var ordered = figures
            .OrderByDescending(figure => figure.Backing.Support)
            .ThenByDescending(figure => figure.Backing.Belief)
            .ThenBy(figure => figure.Value.Unit)
            .ThenBy(figure => figure.Value.Range.Width)
            .ThenByDescending(figure => figure.Value.Amount)
            .ThenBy(figure => figure.Value.Qualifier)
            .ToList();
        var best = ordered[0];
        var beside = ordered.Skip(1).Where(figure => figure.Backing.Reviews.Overlaps(best.Backing.Reviews)).ToList();
        var against = ordered.Skip(1).Except(beside).ToList();
        foreach (var figure in against)
        {
            conflicts.Add(field, Shown(figure.Value), Shown(best.Value), figure.Backing, best.Backing.Support);
        }

        return [(best, SingleValues.Opposing(best.Backing, against)), .. beside.Select(figure => (figure, 0))];
    }

    /// <summary>A figure in a conflict: the amount, or both ends of its range.</summary>
    public static string Shown(Figure figure) => figure.AmountMax is { } max
        ? FormattableString.Invariant($"{figure.Amount}-{max}")
        : FormattableString.Invariant($"{figure.Amount}");
}
