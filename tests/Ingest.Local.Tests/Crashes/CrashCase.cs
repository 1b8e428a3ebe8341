namespace Ingest.Local.Tests.Crashes;

/// <summary>One death of the process: what it is at, and where it dies. Each has reviews and films of its own.</summary>
/// <param name="Scenario">What happens to the review.</param>
/// <param name="Point">The place, as the setting takes it.</param>
/// <param name="Place">A word that all its reviews and films are named after, and no other case's.</param>
internal sealed record CrashCase(Scenario Scenario, string Point, string Place)
{
    // Which scenario passes which place. Every place is passed by every scenario but for these ...
    private static readonly HashSet<(Scenario, string)> NotPassed = [(Scenario.Deleted, "reading-written")];

    // ... and these are passed more than once: by several title groups, or by several rows of one.
    private static readonly Dictionary<Scenario, string[]> PassedTwice = new()
    {
        [Scenario.New] = ["row-written"],
        [Scenario.Replaced] = ["evidence-written", "rows-registered", "row-written", "rows-written", "group-built"],
        [Scenario.Deleted] = ["evidence-written", "rows-registered", "row-written", "rows-written", "group-built"],
    };

    /// <summary>Each scenario at each place that it passes.</summary>
    public static IReadOnlyList<CrashCase> All { get; } =
    [
        .. Enum.GetValues<Scenario>()
            .SelectMany(scenario => PointsOf(scenario), (scenario, point) => (scenario, point))
            .Select((pair, number) => new CrashCase(pair.scenario, pair.point, PlaceOf(number))),
    ];

    /// <summary>The places that the tables above name.</summary>
    public static IEnumerable<string> Named =>
        NotPassed.Select(pair => pair.Item2).Concat(PassedTwice.Values.SelectMany(points => points)).Distinct();

    /// <summary>The review that it happens to.</summary>
    public string Review => NameOf("second");

    /// <summary>The reviews before, by name.</summary>
    public IEnumerable<(string Name, string Page)> Before => Scenario == Scenario.New
        ? [(NameOf("first"), Pages.First(Place))]
        : [(NameOf("first"), Pages.First(Place)), (Review, Pages.Second(Place))];

    /// <summary>The review's new file; null when it is deleted.</summary>
    public string? After => Scenario switch
    {
        Scenario.New => Pages.Another(Place),
        Scenario.Replaced => Pages.Replacement(Place),
        _ => null,
    };

    private static IEnumerable<string> PointsOf(Scenario scenario) => CrashPoints.All
        .Where(point => !NotPassed.Contains((scenario, point)))
        .SelectMany(point => PassedTwice[scenario].Contains(point) ? new[] { point, $"{point}#2" } : [point]);

    // Seven letters each: none is part of another.
    private static string PlaceOf(int number)
    {
        string[] first = ["Dun", "Vel", "Kar", "Mor", "Tes", "Bru", "Pel", "Gan"];
        string[] second = ["moth", "wick", "sted", "holm", "grad", "vara", "linn", "dale"];
        Assert.InRange(number, 0, (first.Length * second.Length) - 1);
        return first[number % first.Length] + second[number / first.Length];
    }

    private string NameOf(string which) => $"{Place.ToLowerInvariant()}-{which}.html";
}
