namespace Ingest.Functions.Ingestion;

/// <summary>What is remembered of reconciliations.</summary>
/// <param name="Last">The last one.</param>
/// <param name="Total">All of them together.</param>
internal sealed record ReconciliationState(ReconciliationRun Last, ReconciliationTotals Total);

/// <summary>What one reconciliation looked at and repaired.</summary>
/// <param name="At">When it began.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="IsWhole">Whether it came to everything; otherwise the next one goes on.</param>
/// <param name="Files">Files in the container.</param>
/// <param name="Missed">Files that nobody had noticed.</param>
/// <param name="Changed">Files that had changed, unnoticed.</param>
/// <param name="Outdated">Reviews that another reader, or another limit, had settled.</param>
/// <param name="Retried">Reviews that had failed, or had been left, and were tried again.</param>
/// <param name="Retracted">Reviews whose files were gone.</param>
/// <param name="Failed">Reviews that could not be seen to.</param>
/// <param name="Unusable">Files whose names no review can have.</param>
/// <param name="Unreadable">Records that cannot be read.</param>
/// <param name="Purged">Records of reviews deleted long ago that were deleted themselves.</param>
/// <param name="OutdatedLeft">Reviews that are still to be read again.</param>
internal sealed record ReconciliationRun(
    DateTimeOffset At,
    double Seconds,
    bool IsWhole,
    long Files,
    int Missed,
    int Changed,
    int Outdated,
    int Retried,
    int Retracted,
    int Failed,
    int Unusable,
    int Unreadable,
    int Purged,
    int OutdatedLeft);

/// <summary>What reconciliations repaired, all together.</summary>
/// <param name="Since">When the first of them began.</param>
/// <param name="Runs">How many there were.</param>
/// <param name="Missed">Files that nobody had noticed.</param>
/// <param name="Changed">Files that had changed, unnoticed.</param>
/// <param name="Outdated">Reviews that another reader, or another limit, had settled.</param>
/// <param name="Retried">Reviews that had failed, or had been left, and were tried again.</param>
/// <param name="Retracted">Reviews whose files were gone.</param>
internal sealed record ReconciliationTotals(
    DateTimeOffset Since, long Runs, long Missed, long Changed, long Outdated, long Retried, long Retracted)
{
    /// <summary>What the first one begins with.</summary>
    public static ReconciliationTotals Before(ReconciliationRun first) => new(first.At, 0, 0, 0, 0, 0, 0);

    /// <summary>With one more.</summary>
    public ReconciliationTotals With(ReconciliationRun run) => new(
        Since,
        Runs + 1,
        Missed + run.Missed,
        Changed + run.Changed,
        Outdated + run.Outdated,
        Retried + run.Retried,
        Retracted + run.Retracted);
}
