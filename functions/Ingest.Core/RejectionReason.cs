namespace Ingest.Core;

/// <summary>Why a file can never become a review, however often it is tried.</summary>
public enum RejectionReason
{
    /// <summary>The file has no bytes, or only white space.</summary>
    Empty,

    /// <summary>The file is larger than <see cref="ReadingLimits.MaxFileBytes"/>.</summary>
    TooLarge,

    /// <summary>The bytes are an image, an archive or another format, not an HTML page.</summary>
    NotHtml,

    /// <summary>The bytes are text in no charset that could be told.</summary>
    UnreadableCharset,

    /// <summary>The page holds no article: no prose, or only furniture.</summary>
    NoArticle,

    /// <summary>Reading the page takes longer than it may, each time.</summary>
    TooSlow,

    /// <summary>The file has a name by which storage cannot be asked for it; nothing of it was read.</summary>
    UnusableName,
}
