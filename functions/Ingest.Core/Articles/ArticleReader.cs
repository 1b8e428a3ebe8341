using Ingest.Core.Pages;

namespace Ingest.Core.Articles;

/// <summary>From a page to its article.</summary>
public static class ArticleReader
{
    /// <summary>Finds the article; null when the page has no prose.</summary>
    public static Article? Read(Page page, ReadingLimits limits)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(limits);

        var shape = PageShape.Of(page.Outline);
        var kept = BlockChoice.Of(shape);
        var text = ArticleText.Write(page.Outline, kept, limits.MaxTextLength);
        if (text.Text.Length == 0)
        {
            return null;
        }

        var stated = StatedArticle.Of(page.Data);
        var siteName = page.Data.Meta.GetValueOrDefault("og:site_name");
        return new Article
        {
            Title = Headline.Of(shape, page.Data, stated, siteName),
            SiteName = siteName,
            Language = page.Outline.Language?.Trim().ToLowerInvariant(),
            Text = text.Text,
            Spans = text.Spans,
        };
    }
}
