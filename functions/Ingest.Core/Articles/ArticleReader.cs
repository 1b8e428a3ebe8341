using Ingest.Core.Pages;

namespace Ingest.Core.Articles;

/// <summary>From a page to its article.</summary>
public static class ArticleReader
{
    // A page whose tree holds less than this, in letters, keeps its text elsewhere if it has any.
    private const int LittleText = 400;

    /// <summary>Finds the article; null when the page has no prose.</summary>
    public static Article? Read(Page page, ReadingLimits limits)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(limits);

        var shape = Measure(page, out var facts, out var metadata, out var stated);
        var kept = BlockChoice.Of(shape, facts);
        var (text, spans, isCut) = ArticleText.Write(page.Outline, kept, limits.MaxTextLength);
        if (text.Length < LittleText && StatedText.Of(page, stated) is { } body)
        {
            var elsewhere = ArticleText.Write(body, WithoutTitle(body, metadata.Title), limits.MaxTextLength);
            (text, spans, isCut) = elsewhere.Text.Length > 3 * text.Length ? elsewhere : (text, spans, isCut);
        }

        return text.Length == 0
            ? null
            : new Article
            {
                Title = metadata.Title,
                Byline = metadata.Byline,
                SiteName = metadata.SiteName,
                PublishedOn = metadata.PublishedOn(kept),
                Language = TextLanguage.Of(metadata.Language, text),
                Url = metadata.Url,
                Text = text,
                Spans = spans,
                IsCut = isCut,
            };
    }

    /// <summary>Everything that the choice of blocks rests on.</summary>
    internal static PageShape Measure(Page page, out PageFacts facts, out Metadata metadata, out StatedArticle stated)
    {
        var shape = PageShape.Of(page.Outline);
        stated = StatedArticle.Of(page.Data, page.Outline.Canonical);
        metadata = new Metadata(shape, page.Data, stated);
        facts = PageFacts.Of(shape, stated.Text("articleBody"), metadata.Title, metadata.Description, metadata.Authors);
        return shape;
    }

    // States hold the headline with the text.
    private static bool[] WithoutTitle(Outline outline, string? title) =>
        [.. outline.Blocks.Select((block, i) => i > 0 || !block.Text.Equals(title, StringComparison.OrdinalIgnoreCase))];
}
