using System.Collections.Immutable;

namespace Ingest.Core.Articles;

/// <summary>The article of a page.</summary>
public sealed record Article
{
    /// <summary>The headline, without the site's name; null when the page has none.</summary>
    public string? Title { get; init; }

    /// <summary>Who wrote it, without "by"; several names are joined by ", ".</summary>
    public string? Byline { get; init; }

    /// <summary>The site's name.</summary>
    public string? SiteName { get; init; }

    /// <summary>The day of first publication, as the page states it.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>BCP 47 language tag in lower case, such as <c>en</c> or <c>pt-br</c>.</summary>
    public string? Language { get; init; }

    /// <summary>The canonical address, absolute http or https.</summary>
    public string? Url { get; init; }

    /// <summary>The text as people would copy it: paragraphs separated by one blank line, no furniture. Never empty.</summary>
    public required string Text { get; init; }

    /// <summary>Whether the article goes on where <see cref="Text"/> ends, because it is longer than texts may be.</summary>
    internal bool IsCut { get; init; }

    /// <summary>What the markup says of parts of the text, ordered by start; spans may nest, never cross a paragraph.</summary>
    public ImmutableArray<ArticleSpan> Spans { get; init; } = [];
}
