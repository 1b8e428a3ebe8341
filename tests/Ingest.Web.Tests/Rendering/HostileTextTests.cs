using HtmlAgilityPack;
using Ingest.Web.Tests.Made;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ingest.Web.Tests.Rendering;

public sealed class HostileTextTests : IDisposable
{
    private readonly PageRenderer pages = new(NullLoggerFactory.Instance);

    // It alone leads to where its review says that it comes from.
    private const string ReviewPage = "the review page";

    public static TheoryData<int, string> Texts()
    {
        var texts = new TheoryData<int, string>();
        for (var index = 0; index < HostileText.All.Length; index++)
        {
            // The runner cannot pass on what is no valid Unicode or XML: the index names the text.
            texts.Add(index, new string([.. HostileText.All[index].Where(unit => unit is >= ' ' and <= '~')]));
        }

        return texts;
    }

    public void Dispose() => pages.Dispose();

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Text_in_every_field_changes_no_element_and_no_attribute(int index, string shown)
    {
        Assert.NotNull(shown);
        var text = HostileText.All[index];

        foreach (var (render, _) in Pages())
        {
            // A page may leave out a part for a value that is no address or no language, so the harmless text is an address
            // where the hostile one is, and no language.
            var harmless = Skeleton.Of(await render(Links.External(text) is null ? "plain words" : "https://plain.example/"));
            var hostile = Skeleton.Of(await render(text));
            Assert.Equal(harmless, hostile);
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Text_in_every_field_leads_no_link_elsewhere(int index, string shown)
    {
        Assert.NotNull(shown);
        foreach (var (render, name) in Pages())
        {
            var document = new HtmlDocument();
            document.LoadHtml(await render(HostileText.All[index]));
            foreach (var element in document.DocumentNode.Descendants().Where(node => node.Attributes.Contains("href")))
            {
                var href = HtmlEntity.DeEntitize(element.GetAttributeValue("href", ""));
                var isOwn = href.StartsWith('#') || (href.StartsWith('/') && !href.StartsWith("//", StringComparison.Ordinal));
                var isKnown = href.StartsWith("https://www.imdb.com/title/", StringComparison.Ordinal)
                    || (name == ReviewPage && href == Links.External(HostileText.All[index]));
                Assert.True((isOwn || isKnown) && !href.Contains('\\', StringComparison.Ordinal), $"{name} links to {href}");
            }
        }
    }

    [Fact]
    public async Task Only_an_http_address_of_a_review_becomes_a_link()
    {
        var html = await pages.RenderAsync(MadeReview.View);

        Assert.Contains("href=\"https://northern-reel.example/reviews/lamplighter\"", html, StringComparison.Ordinal);
        Assert.Null(Links.External("javascript:alert(1)"));
        Assert.Null(Links.External("/relative"));
        Assert.Null(Links.External("file:///etc/passwd"));
    }

    private (Func<string, Task<string>> Render, string Name)[] Pages() =>
    [
        (text => pages.RenderAsync(MadeFilm.Holding(text)), "the film page"),
        (text => pages.RenderAsync(MadeReview.Holding(text)), ReviewPage),
        (text => pages.RenderAsync(MadeLists.Holding(text)), "the start page"),
        (text => pages.RenderAsync(MadeLists.LatestHolding(text)), "the start page without a search"),
        (text => pages.RenderAsync(new NotFoundView(text, text) { Suggestions = [new(text, text)] }), "the page of what is missing"),
        (text => pages.RenderAsync(new ErrorView(text)), "the error page"),
    ];
}
