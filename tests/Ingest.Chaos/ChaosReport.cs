using System.Globalization;
using Ingest.Chaos.Faults;
using Ingest.Chaos.State;

namespace Ingest.Chaos;

/// <summary>What came of a run.</summary>
internal sealed record ChaosReport
{
    public required ChaosOptions Options { get; init; }

    /// <summary>Drops, replacements and deletions.</summary>
    public required int Steps { get; init; }

    /// <summary>Files at the end.</summary>
    public required int Files { get; init; }

    public required FaultCounts Counts { get; init; }

    public required int Kills { get; init; }

    /// <summary>Starts of the app that storage failed; each was followed by another.</summary>
    public required int FailedStarts { get; init; }

    /// <summary>Drops that the trigger never heard of.</summary>
    public required int Swallowed { get; init; }

    /// <summary>Those of them that were still unnoticed when the faults ended.</summary>
    public required int Unnoticed { get; init; }

    /// <summary>Those of them that the first reconciliation after the faults left as they were.</summary>
    public required int StillUnnoticed { get; init; }

    /// <summary>Reconciliations after the faults, until one found nothing to do.</summary>
    public required int Reconciliations { get; init; }

    /// <summary>Reviews that they saw to.</summary>
    public required int Repaired { get; init; }

    /// <summary>Reviews that were not brought to their end in time.</summary>
    public required IReadOnlyList<string> Unsettled { get; init; }

    public required StateDifference Difference { get; init; }

    /// <summary>Exit code of the app, which was asked to stop at the end.</summary>
    public required int ExitCode { get; init; }

    public required TimeSpan Elapsed { get; init; }

    public bool IsFine => Difference.IsNone && Unsettled.Count == 0 && StillUnnoticed == 0 && ExitCode == 0;

    /// <summary>A table for people, and, where something is wrong, what.</summary>
    public IEnumerable<string> Lines()
    {
        yield return Row("reviews", Options.Reviews);
        yield return Row("drops, replacements, deletions", Steps);
        yield return Row("files at the end", Files);
        yield return Row("requests to storage", Counts.Requests);
        yield return Row("of them with a fault", Counts.Faults);
        foreach (var kind in Enum.GetValues<FaultKind>().Where(kind => kind != FaultKind.None && Counts.Of(kind) > 0))
        {
            yield return Row($"  {kind}", Counts.Of(kind));
        }

        yield return Row("kills and restarts", Kills);
        yield return Row("starts that storage failed", FailedStarts);
        yield return Row("events swallowed", Swallowed);
        yield return Row("  left to the last reconciliation", Unnoticed);
        yield return Row("  that it left too", StillUnnoticed);
        yield return Row("reconciliations at the end", Reconciliations);
        yield return Row("reviews that they repaired", Repaired);
        yield return Row("unsettled", Unsettled.Count);
        yield return Row("lost", Difference.Lost.Count);
        yield return Row("duplicated", Difference.Duplicated.Count);
        yield return Row("orphans", Difference.Orphans.Count);
        yield return Row("exit code of the app", ExitCode);
        yield return Row("seconds", (long)Elapsed.TotalSeconds);
        yield return IsFine ? "All is as it should be." : $"Something is wrong; repeat it with the seed {Options.Seed.ToString(CultureInfo.InvariantCulture)}.";
        foreach (var line in Unsettled.Take(20).Select(line => $"unsettled: {line}").Concat(Difference.Describe(10)))
        {
            yield return line;
        }
    }

    private static string Row(string name, long value) => string.Create(CultureInfo.InvariantCulture, $"{name,-40}{value,12:N0}");
}
