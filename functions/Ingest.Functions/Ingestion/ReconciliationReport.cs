using Ingest.Functions.Storage;

namespace Ingest.Functions.Ingestion;

/// <summary>What a reconciliation looked at and repaired.</summary>
internal sealed class ReconciliationReport
{
    private readonly int[] repairs = new int[Enum.GetValues<Repair>().Length];
    private int failed;

    /// <summary>When it began.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; set; }

    /// <summary>Whether it came to everything; otherwise the next one goes on.</summary>
    public bool IsWhole { get; set; } = true;

    /// <summary>Files in the container.</summary>
    public long Files { get; set; }

    /// <summary>Files whose names no review can have.</summary>
    public int Unusable { get; set; }

    /// <summary>Records of reviews deleted long ago that were deleted themselves.</summary>
    public int Purged { get; set; }

    /// <summary>How the reviews stand after it.</summary>
    public ReviewCounts Reviews { get; set; } = ReviewCounts.None;

    public int Missed => Of(Repair.Missed);

    public int Changed => Of(Repair.Changed);

    public int Outdated => Of(Repair.Outdated);

    public int Retried => Of(Repair.Retried);

    public int Retracted => Of(Repair.Retracted);

    /// <summary>Reviews that could not be seen to.</summary>
    public int Failed => failed;

    /// <summary>Whether any record may have changed by it.</summary>
    public bool HasWorked => failed > 0 || Array.Exists(repairs, count => count > 0);

    /// <summary>Number of repairs of one kind.</summary>
    public int Of(Repair repair) => repairs[(int)repair];

    /// <summary>Counts a repair; from any thread.</summary>
    public void Add(Repair repair) => Interlocked.Increment(ref repairs[(int)repair]);

    /// <summary>Counts a failure; from any thread.</summary>
    public void AddFailure() => Interlocked.Increment(ref failed);

    /// <summary>What is remembered of it.</summary>
    public ReconciliationRun ToRun() => new(
        At,
        Math.Round(Duration.TotalSeconds, 3),
        IsWhole,
        Files,
        Missed,
        Changed,
        Outdated,
        Retried,
        Retracted,
        Failed,
        Unusable,
        Reviews.Unreadable,
        Purged,
        Reviews.Outdated);
}

/// <summary>Why a review had to be seen to.</summary>
internal enum Repair
{
    /// <summary>Its file was never noticed.</summary>
    Missed,

    /// <summary>Its file is another one now.</summary>
    Changed,

    /// <summary>Another reader, or another limit, settled it or gave it up.</summary>
    Outdated,

    /// <summary>It was left half-way, or failed.</summary>
    Retried,

    /// <summary>Its file is gone.</summary>
    Retracted,
}
