using HtmlAgilityPack;
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
        var root = page.Document.DocumentNode;
        var scope = root.SelectSingleNode("//article") ?? root.SelectSingleNode("//main") ?? root;
        var paragraphs = scope.Descendants("p").Select(p => HtmlEntity.DeEntitize(p.InnerText).Trim()).Where(t => t.Length > 0);
        var text = string.Join("\n\n", paragraphs);
        var title = root.SelectSingleNode("//h1")?.InnerText.Trim();
        return text.Length == 0 ? null : new Article { Text = text, Title = title is null ? null : HtmlEntity.DeEntitize(title) };
    }
}
