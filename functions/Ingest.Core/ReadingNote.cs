namespace Ingest.Core;

/// <summary>What a reading leaves out of a page because the page exceeds a limit. What is kept is as good as ever.</summary>
public enum ReadingNote
{
    /// <summary>The page is read up to its <see cref="ReadingLimits.MaxElements"/>th element, or its data about itself are too long to be read.</summary>
    PageCut,

    /// <summary>The text ends where <see cref="ReadingLimits.MaxTextLength"/> does, though the article goes on.</summary>
    TextCut,

    /// <summary>There are more statements than <see cref="ReadingLimits.MaxStatements"/>.</summary>
    StatementsLeftOut,
}
