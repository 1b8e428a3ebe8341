namespace Ingest.Core.Facts;

/// <summary>How exact a figure is said to be.</summary>
public enum Qualifier
{
    /// <summary>No word softens it.</summary>
    Exact,

    /// <summary>"About", "around", "nearly".</summary>
    Approximately,

    /// <summary>"More than", "over", "at least".</summary>
    AtLeast,

    /// <summary>"Under", "less than", "up to".</summary>
    AtMost,
}
