namespace Ingest.Functions.Ingestion;

/// <summary>What a reconciliation looked at and repaired.</summary>
internal sealed class ReconciliationReport
{
    private readonly int[] repairs = new int[Enum.GetValues<Repair>().Length];
    private int failed;

    /// <summary>Files in the container.</summary>
    public long Files { get; set; }

    /// <summary>Files whose names no review can have.</summary>
    public int Unusable { get; set; }

    public int Missed => repairs[(int)Repair.Missed];

    public int Changed => repairs[(int)Repair.Changed];

    public int Outdated => repairs[(int)Repair.Outdated];

    public int Retried => repairs[(int)Repair.Retried];

    public int Retracted => repairs[(int)Repair.Retracted];

    /// <summary>Reviews that could not be seen to.</summary>
    public int Failed => failed;

    /// <summary>Number of repairs of one kind.</summary>
    public int Of(Repair repair) => repairs[(int)repair];

    /// <summary>Counts a repair; from any thread.</summary>
    public void Add(Repair repair) => Interlocked.Increment(ref repairs[(int)repair]);

    /// <summary>Counts a failure; from any thread.</summary>
    public void AddFailure() => Interlocked.Increment(ref failed);
}

/// <summary>Why a review had to be seen to.</summary>
internal enum Repair
{
    /// <summary>Its file was never noticed.</summary>
    Missed,

    /// <summary>Its file is another one now.</summary>
    Changed,

    /// <summary>An older reader read it.</summary>
    Outdated,

    /// <summary>It was left half-way, or failed.</summary>
    Retried,

    /// <summary>Its file is gone.</summary>
    Retracted,
}
