namespace Ingest.Core;

/// <summary>What one file may cost. A file beyond a limit is rejected, or read up to it where the limit says so.</summary>
public sealed record ReadingLimits
{
    /// <summary>The limits that hold where nobody sets others.</summary>
    public static ReadingLimits Default { get; } = new();

    /// <summary>Largest file, in bytes; a larger one is rejected unread.</summary>
    public long MaxFileBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Longest article text, in UTF-16 code units; text after it is left out.</summary>
    public int MaxTextLength { get; init; } = 2_000_000;

    /// <summary>Most statements kept of one review; further ones are left out.</summary>
    public int MaxStatements { get; init; } = 5_000;
}
