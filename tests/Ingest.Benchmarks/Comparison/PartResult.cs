using System.Text.Json;

namespace Ingest.Benchmarks.Comparison;

/// <summary>What one part of the comparison measured, in a process of its own.</summary>
/// <param name="Pages">The pages in the order they were given in.</param>
/// <param name="PeakBytes">The most memory the process had resident at any time.</param>
internal sealed record PartResult(IReadOnlyList<PageResult> Pages, long PeakBytes)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The pages that did not fail.</summary>
    public IEnumerable<PageResult> Read => Pages.Where(page => page.Failure is null);

    /// <summary>Reads the line that a part wrote.</summary>
    public static PartResult Parse(string line) => JsonSerializer.Deserialize<PartResult>(line, Json)!;

    /// <summary>The line that a part writes.</summary>
    public override string ToString() => JsonSerializer.Serialize(this, Json);

    /// <summary>How many times as long this took as another, on the pages that both have read.</summary>
    public double TimesAsLongAs(PartResult other)
    {
        var others = other.Read.ToDictionary(page => page.File, page => page.Milliseconds);
        var both = Read.Where(page => others.ContainsKey(page.File)).ToList();
        return both.Sum(page => page.Milliseconds) / both.Sum(page => others[page.File]);
    }
}
