namespace Ingest.LoadBench.Scaling;

/// <summary>What is simulated.</summary>
/// <param name="Name">A few words.</param>
/// <param name="PerMinute">Reviews that are dropped in a minute, each at any time.</param>
/// <param name="Reviews">How many are dropped.</param>
internal sealed record Scenario(string Name, double PerMinute, int Reviews)
{
    public Platform Platform { get; init; } = new();

    /// <summary>Films that reviews are of.</summary>
    public int Films { get; init; } = 100_000;

    /// <summary>How unlike their popularity is: see <see cref="Engine.Zipf"/>.</summary>
    public double Exponent { get; init; } = 0.8;

    /// <summary>The share of the reviews that is of one film.</summary>
    public double Hot { get; init; }

    /// <summary>Reviews that are there already, all settled.</summary>
    public int Existing { get; init; } = 200_000;

    /// <summary>Instances that are there already.</summary>
    public int Warm { get; init; }

    /// <summary>Longest that is simulated after the last drop, in hours.</summary>
    public double Hours { get; init; } = 26;

    /// <summary>Those that <c>bench scale</c> shows.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("10 a minute", 10, 300),
        new("1,000 a minute", 1_000, 10_000),
        new("10,000 in a minute, cold", 10_000, 10_000),
        new("1,000 a minute, half of one film", 1_000, 10_000) { Hot = 0.5, Existing = 2_000 },
        new("  of 10,000 reviews", 1_000, 10_000) { Hot = 0.5, Existing = 20_000 },
        new("  of 100,000 reviews", 1_000, 10_000) { Hot = 0.5, Existing = 200_000 },
        new("1,000 a minute, 1 % of events lost", 1_000, 10_000) { Platform = new() { LostEvents = 0.01 } },
        new("1,000 a minute, account at 200/s", 1_000, 10_000) { Platform = new() { AccountRequests = 200 } },
        new("20,000 a minute", 20_000, 100_000),
        new("100,000 a minute, 1 account", 100_000, 200_000) { Platform = new() { MostInstances = 1_000 } },
        new("100,000 a minute, 2 accounts", 100_000, 200_000) { Platform = new() { MostInstances = 1_000, Accounts = 2 } },
        new("100,000 a minute, 4 accounts", 100_000, 200_000) { Platform = new() { MostInstances = 1_000, Accounts = 4 } },
        new("1,000,000 at 30,000 a minute", 30_000, 1_000_000) { Existing = 0 },
    ];

    /// <summary>Those in which a limit is reached: of one film, of reconciliation, of the lists of titles and people.</summary>
    public static IReadOnlyList<Scenario> Limits { get; } =
    [
        .. new[] { 300, 600, 1_200, 3_000 }.Select(rate =>
            new Scenario($"one film of 1,000, {rate} a minute", rate, 3 * rate) { Hot = 1, Existing = 1_000, Hours = 2 }),
        .. new[] { 300, 1_200 }.Select(rate =>
            new Scenario($"one film of 10,000, {rate} a minute", rate, 3 * rate) { Hot = 1, Existing = 10_000, Hours = 2 }),
        .. new[] { 1_000_000, 2_000_000, 4_000_000 }.Select(existing =>
            new Scenario($"{existing / 1_000_000} million there, 1 % of events lost", 1_000, 3_000) { Existing = existing, Hours = 1, Platform = new() { LostEvents = 0.01 } }),
        new("30,000 a minute, each a new film", 30_000, 60_000) { Films = 2_000_000, Exponent = 0, Existing = 0 },
        new("60,000 a minute, each a new film", 60_000, 60_000) { Films = 2_000_000, Exponent = 0, Existing = 0, Platform = new() { MostInstances = 1_000 } },
    ];
}
