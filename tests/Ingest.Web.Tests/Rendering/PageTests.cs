using Ingest.Core.Films;
using Ingest.Web.Tests.Made;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ingest.Web.Tests.Rendering;

public sealed class PageTests : IDisposable
{
    private readonly PageRenderer pages = new(NullLoggerFactory.Instance);

    public static TheoryData<string> Names => ["start", "search", "nothing found", "all", "wrong search", "empty", "film", "bare film", "review", "rejected", "received", "missing", "error"];

    public void Dispose() => pages.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_page_is_one_document_with_a_title_one_heading_and_landmarks(string name)
    {
        var html = await Render(name);
        var page = new ParsedPage(html);

        Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
        Assert.Equal("en", page.One("/html").GetAttributeValue("lang", ""));
        Assert.False(string.IsNullOrWhiteSpace(page.One("//title").InnerText));
        Assert.Single(page.Some("//h1"));
        Assert.Single(page.Some("//main"));
        Assert.Single(page.Some("/html/body/header"));
        Assert.Single(page.Some("/html/body/footer"));
        Assert.Equal(["Site", "Data"], page.Some("//nav").Select(nav => nav.GetAttributeValue("aria-label", "")));
        var ids = page.Nodes.Select(node => node.GetAttributeValue("id", "")).Where(id => id.Length > 0).ToList();
        Assert.Equal(ids.Distinct(), ids);
        foreach (var labelled in page.All("//*[@aria-labelledby]"))
        {
            Assert.Contains(labelled.GetAttributeValue("aria-labelledby", ""), ids);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_page_holds_an_inline_script_an_inline_style_or_anything_from_elsewhere(string name)
    {
        var page = new ParsedPage(await Render(name));

        Assert.Empty(page.All("//script[not(@src) or normalize-space()] | //style | //iframe | //object | //embed | //*[@style]"));
        Assert.DoesNotContain(page.Nodes.SelectMany(node => node.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        foreach (var loaded in page.Some("//link[@rel='stylesheet' or @rel='icon'] | //*[@src]"))
        {
            var address = loaded.GetAttributeValue("href", loaded.GetAttributeValue("src", ""));
            Assert.StartsWith("/assets/", address, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_film_page_shows_every_value_with_support_confidence_and_a_way_to_its_sentence()
    {
        var page = new ParsedPage(await Render("film"));

        foreach (var claim in page.Some("//*[contains(@class,'claim')][contains(concat(' ',@class,' '),' claim ')]"))
        {
            Assert.NotNull(claim.SelectSingleNode("./details/summary/svg"));
            Assert.Matches("^[0-9]+ reviews?$", claim.SelectSingleNode("./details/summary/span[@class='votes']")?.InnerText);
            Assert.Matches("^[0-9]+% sure; ", claim.SelectSingleNode("./details/summary/span[@class='sure']")?.InnerText);
            Assert.NotNull(claim.SelectSingleNode("./details//blockquote"));
        }

        Assert.Contains(
            page.Some("//p[@class='cite']/a"),
            link => link.GetAttributeValue("href", "") == "/reviews/north/lamplighter.html#s0");
    }

    [Fact]
    public async Task Other_scripts_stay_readable_in_the_source()
    {
        var html = await Render("film");

        Assert.Contains("Фонарщик из Орска", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_page_marks_its_sentences_and_leads_to_their_films()
    {
        var page = new ParsedPage(await Render("review"));

        var marks = page.Some("//mark");
        Assert.Equal("Dana Bekova plays Marfa, who keeps the keys.", marks[0].InnerText);
        Assert.Equal("s0", marks[0].GetAttributeValue("id", ""));
        Assert.Equal("/films/" + MadeFilm.Id, page.One("//article//sup/a").GetAttributeValue("href", ""));
        Assert.Equal("A town without lamps", page.One("//article/h2").InnerText);
        Assert.Equal("The Lamplighter of Orsk", page.One("//article//em").InnerText);
        foreach (var point in page.Some("//section[@aria-labelledby='films']//dd/a"))
        {
            Assert.NotNull(page.One($"//mark[@id='{point.GetAttributeValue("href", "")[1..]}']"));
        }
    }

    [Fact]
    public async Task A_rejected_file_says_why_and_what_to_do()
    {
        var notice = new ParsedPage(await Render("rejected")).One("//div[contains(@class,'notice')]").InnerText;

        Assert.Contains("Not an HTML page", notice, StringComparison.Ordinal);
        Assert.Contains("Drop the page of the review itself", notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_film_suggests_others()
    {
        var page = new ParsedPage(await Render("missing"));

        Assert.Equal("/films/" + MadeFilm.Id, page.One("//ul[@class='films']//a").GetAttributeValue("href", ""));
    }

    [Fact]
    public void An_asset_is_kept_for_ever_only_under_the_address_of_its_bytes()
    {
        var css = SiteAsset.Stylesheet;

        Assert.Equal($"/assets/site.css?v={css.Version}", css.Url);
        Assert.Contains("immutable", css.CacheControl(css.Version), StringComparison.Ordinal);
        Assert.Equal("no-cache", css.CacheControl("0123456789abcdef"));
        Assert.Equal("no-cache", css.CacheControl(null));
        Assert.Null(SiteAsset.Find("../site.css"));
    }

    [Fact]
    public async Task Pages_can_be_rendered_at_the_same_time()
    {
        var alone = await Render("film");

        var together = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => Render("film"))));

        Assert.All(together, html => Assert.Equal(alone, html));
    }

    private Task<string> Render(string name) => name switch
    {
        "start" => pages.RenderAsync(MadeLists.Start),
        "search" => pages.RenderAsync(MadeLists.Start with { Search = new("lamp", "Dana", "2016"), Continuation = "x" }),
        "nothing found" => pages.RenderAsync(new StartView { Search = new("lamp") }),
        "all" => pages.RenderAsync(new StartView { Search = new("") }),
        "wrong search" => pages.RenderAsync(new StartView { Search = new("lamp", null, "MMXVI"), Problem = "A year has four digits." }),
        "empty" => pages.RenderAsync(new StartView()),
        "film" => pages.RenderAsync(MadeFilm.View),
        "bare film" => pages.RenderAsync(new FilmView(new FilmProfile { Id = "x", Title = new("X", 1, 1, []), ReviewCount = 1, SubjectOf = 0 })),
        "review" => pages.RenderAsync(MadeReview.View),
        "rejected" => pages.RenderAsync(MadeReview.Rejected),
        "received" => pages.RenderAsync(new ReviewView("new.html", ReviewState.Received)),
        "missing" => pages.RenderAsync(new NotFoundView("film", "lampligter") { Suggestions = [MadeFilm.Summary] }),
        _ => pages.RenderAsync(new ErrorView("abc")),
    };
}
