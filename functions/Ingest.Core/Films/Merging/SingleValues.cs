using Ingest.Core.Facts;

namespace Ingest.Core.Films.Merging;

/// <summary>Values of which a film has one: the best supported stands, the others are conflicts.</summary>
internal static class SingleValues
{
    public static Supported<int>? Year(IEnumerable<Saying> sayings, ConflictList conflicts) =>
        One("year", Candidates.Of<YearStatement, int>(sayings, said => said.Year, said => said.Year), conflicts);

    public static Supported<int>? RuntimeMinutes(IEnumerable<Saying> sayings, ConflictList conflicts) =>
        One("runtimeMinutes", Candidates.Of<RuntimeStatement, int>(sayings, said => said.Minutes, said => said.Minutes), conflicts);

    /// <summary>
    /// The first release: the earliest of the best supported dates. A later date of another territory is no conflict.
    /// </summary>
    public static Supported<DateOnly>? ReleaseDate(IEnumerable<Saying> sayings, ConflictList conflicts)
    {
        var dates = Candidates.Of<ReleaseDateStatement, DateOnly>(sayings, said => said.Date, said => said.Date);
        if (dates.Count == 0)
        {
            return null;
        }

        var first = dates.Where(date => date.Backing.Support == dates[0].Backing.Support).MinBy(date => date.Value)!;
        var territories = TerritoriesOf(sayings, first.Value);
        var disagreeing = dates
            .Where(date => date.Value < first.Value
                || (date.Value > first.Value && TerritoriesOf(sayings, date.Value) is var others
                    && (others.Contains("") || territories.Contains("") || others.Overlaps(territories))))
            .ToList();
        foreach (var date in disagreeing)
        {
            conflicts.Add("releaseDate", date.Value, first.Value, date.Backing, first.Backing.Support);
        }

        return first.Supported(Opposing(first.Backing, disagreeing));
    }

    private static HashSet<string> TerritoriesOf(IEnumerable<Saying> sayings, DateOnly date) =>
    [
        .. sayings.Select(said => said.Statement).OfType<ReleaseDateStatement>()
            .Where(said => said.Date == date)
            .Select(said => Folding.Fold(said.Territory ?? "")),
    ];

    public static int Opposing<T>(Backing standing, IEnumerable<Candidate<T>> others) =>
        others.SelectMany(other => other.Backing.Reviews).Where(review => !standing.Reviews.Contains(review)).Distinct().Count();

    private static Supported<T>? One<T>(string field, List<Candidate<T>> candidates, ConflictList conflicts)
        where T : notnull
    {
        if (candidates.Count == 0)
        {
            return null;
        }

        var standing = candidates[0];
        foreach (var other in candidates.Skip(1))
        {
            conflicts.Add(field, other.Value, standing.Value, other.Backing, standing.Backing.Support);
        }

        return standing.Supported(Opposing(standing.Backing, candidates.Skip(1)));
    }
}
