namespace Ingest.Core;

/// <summary>What one file may cost. A file beyond a limit is rejected, or read up to it where the limit says so.</summary>
public sealed record ReadingLimits
{
    /// <summary>The limits that hold where nobody sets others.</summary>
    public static ReadingLimits Default { get; } = new();

    /// <summary>Largest file, in bytes; a larger one is rejected unread.</summary>
    public long MaxFileBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Longest article text, in UTF-16 code units; text after it is left out, and <see cref="ReadingNote.TextCut"/> says so.</summary>
    public int MaxTextLength { get; init; } = 1_000_000;

    /// <summary>Most elements of one page, without those that say nothing; what follows is left out, and
    /// <see cref="ReadingNote.PageCut"/> says so. Reading one takes up to 1.5 KB, however short it is.</summary>
    public int MaxElements { get; init; } = 40_000;

    /// <summary>Most statements kept of one review; further ones are left out, and <see cref="ReadingNote.StatementsLeftOut"/> says so.</summary>
    public int MaxStatements { get; init; } = 5_000;
}
