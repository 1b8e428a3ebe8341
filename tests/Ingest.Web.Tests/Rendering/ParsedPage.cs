using HtmlAgilityPack;

namespace Ingest.Web.Tests.Rendering;

/// <summary>Finds elements of a page, or fails the test.</summary>
internal sealed class ParsedPage
{
    private readonly HtmlDocument document = new();

    public ParsedPage(string html) => document.LoadHtml(html);

    public IEnumerable<HtmlNode> Nodes => document.DocumentNode.Descendants();

    public HtmlNode One(string path) =>
        document.DocumentNode.SelectSingleNode(path) ?? throw new Xunit.Sdk.XunitException($"The page has no {path}.");

    public IReadOnlyList<HtmlNode> All(string path) => document.DocumentNode.SelectNodes(path)?.ToList() ?? [];

    /// <summary>Those that the page must have.</summary>
    public IReadOnlyList<HtmlNode> Some(string path)
    {
        var found = All(path);
        Assert.NotEmpty(found);
        return found;
    }
}
