namespace Ingest.Chaos.State;

/// <summary>How what is stored differs from what should be.</summary>
/// <param name="Lost">What should be and is not; of a thing that is there with other content, the right content.</param>
/// <param name="Duplicated">What is there more often than it should be.</param>
/// <param name="Orphans">What is there and should not be at all; of a thing with wrong content, the wrong content.</param>
internal sealed record StateDifference(
    IReadOnlyList<string> Lost, IReadOnlyList<string> Duplicated, IReadOnlyList<string> Orphans)
{
    public bool IsNone => Lost.Count + Duplicated.Count + Orphans.Count == 0;

    /// <summary>Compares lines, whatever their order.</summary>
    public static StateDifference Between(IReadOnlyCollection<string> expected, IReadOnlyCollection<string> actual)
    {
        var wanted = expected.CountBy(line => line, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var there = actual.CountBy(line => line, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return new(
            [.. wanted.SelectMany(line => Enumerable.Repeat(line.Key, Math.Max(0, line.Value - there.GetValueOrDefault(line.Key))))],
            [.. there.Where(line => wanted.ContainsKey(line.Key)).SelectMany(line => Enumerable.Repeat(line.Key, Math.Max(0, line.Value - wanted[line.Key])))],
            [.. there.Where(line => !wanted.ContainsKey(line.Key)).SelectMany(line => Enumerable.Repeat(line.Key, line.Value))]);
    }

    /// <summary>The first of them, shortened, for people.</summary>
    /// <param name="most">Most of each kind.</param>
    public IEnumerable<string> Describe(int most) =>
        Lines("lost", Lost, most).Concat(Lines("duplicated", Duplicated, most)).Concat(Lines("orphan", Orphans, most));

    private static IEnumerable<string> Lines(string kind, IReadOnlyList<string> lines, int most) =>
        lines.Take(most).Select(line => $"{kind}: {(line.Length > 300 ? line[..300] + " ..." : line)}");
}
