using Ingest.Core.Tests.Fuzzing.Checks;
using Ingest.Core.Tests.Fuzzing.Inputs;

namespace Ingest.Core.Tests.Fuzzing.Running;

/// <summary>What came of a run: added to from several threads, one at a time.</summary>
internal sealed class FuzzReport
{
    private readonly Dictionary<string, FoundFault> faults = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> outcomes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> statements = new(StringComparer.Ordinal);

    public int Inputs { get; private set; }

    public long Bytes { get; private set; }

    public TimeSpan Time { get; set; }

    /// <summary>What it took to make the inputs, on all threads together.</summary>
    public TimeSpan MakingTime { get; private set; }

    /// <summary>What the readings took, on all threads together.</summary>
    public TimeSpan ReadingTime { get; private set; }

    public (Cost Cost, FuzzInput? Input) Slowest { get; private set; }

    public (Cost Cost, FuzzInput? Input) Largest { get; private set; }

    /// <summary>Memory in use after a collection, in bytes, each time it was looked at.</summary>
    public List<long> Heap { get; } = [];

    public IReadOnlyCollection<FoundFault> Faults => faults.Values;

    public IReadOnlyDictionary<string, int> Outcomes => outcomes;

    public void Add(FuzzInput input, TimeSpan making, ReviewReading? reading, Cost cost)
    {
        Inputs++;
        Bytes += input.Bytes.Length;
        MakingTime += making;
        ReadingTime += cost.Time;
        Count(outcomes, reading is null ? "exception" : reading.Rejection is { } rejection ? $"rejected, {rejection.Reason}" : reading.Films.Length > 0 ? "review of films" : "review");
        foreach (var statement in reading?.Films.SelectMany(film => film.Statements) ?? [])
        {
            Count(statements, statement.GetType().Name.Replace("Statement", "", StringComparison.Ordinal));
        }

        Slowest = cost.Time > Slowest.Cost.Time ? (cost, input) : Slowest;
        Largest = cost.Allocated > Largest.Cost.Allocated ? (cost, input) : Largest;
    }

    public void Add(Fault fault, FuzzInput? input)
    {
        if (faults.TryGetValue(fault.Property, out var known))
        {
            known.Times++;
        }
        else
        {
            faults.Add(fault.Property, new FoundFault(fault, input));
        }
    }

    public override string ToString() => string.Join('\n',
    [
        FormattableString.Invariant($"{"inputs",-34}{Inputs,14:N0}"),
        FormattableString.Invariant($"{"inputs/s",-34}{Inputs / Math.Max(Time.TotalSeconds, 1e-3),14:F0}"),
        FormattableString.Invariant($"{"MB/s",-34}{Bytes / 1e6 / Math.Max(Time.TotalSeconds, 1e-3),14:F1}"),
        FormattableString.Invariant($"{"ms to make an input",-34}{MakingTime.TotalMilliseconds / Math.Max(Inputs, 1),14:F2}"),
        FormattableString.Invariant($"{"ms a reading",-34}{ReadingTime.TotalMilliseconds / Math.Max(Inputs, 1),14:F2}"),
        FormattableString.Invariant($"{"faults",-34}{faults.Count,14:N0}"),
        FormattableString.Invariant($"{"slowest, ms",-34}{Slowest.Cost.Time.TotalMilliseconds,14:F0}   {Slowest.Input}"),
        FormattableString.Invariant($"{"most allocated, KiB",-34}{Largest.Cost.Allocated >> 10,14:N0}   {Largest.Input}"),
        FormattableString.Invariant($"{"heap at first, KiB",-34}{Heap.FirstOrDefault() >> 10,14:N0}"),
        FormattableString.Invariant($"{"heap at last, KiB",-34}{Heap.LastOrDefault() >> 10,14:N0}"),
        .. outcomes.Select(row => FormattableString.Invariant($"{row.Key,-34}{row.Value,14:N0}")),
        .. statements.Select(row => FormattableString.Invariant($"{"statements, " + row.Key,-34}{row.Value,14:N0}")),
        .. faults.Values.Select(fault => $"\n{fault}"),
    ]);

    private static void Count(SortedDictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;
}
