using System.Net;
using Ingest.Web.Tests.Browser;
using Ingest.Web.Tests.Made;
using Microsoft.Playwright;

namespace Ingest.Web.Tests.Running;

/// <summary>The pages as the app serves them, from storage to the browser.</summary>
public sealed class RunningAppTests(Chromium chromium, RunningApp app)
{
    [Fact]
    public async Task A_visitor_finds_a_film_that_a_dropped_review_talks_about()
    {
        await using var visit = await VisitAsync();
        var page = visit.Page;
        await page.GotoAsync("/");

        await page.GetByLabel("Film title").FillAsync("lamplighter of orsk");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "The Lamplighter of Orsk" }).First.ClickAsync();

        var film = page.Url;
        Assert.Equal("The Lamplighter of Orsk", await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync());
        await page.Locator("summary", new() { HasText = "sources for Dana Bekova" }).ClickAsync();
        Assert.Equal("A light in every window · Northern Reel", await page.Locator("details[open] .cite a").First.InnerTextAsync());
        await page.Locator("details[open] .cite a").First.ClickAsync();
        Assert.Equal("Dana Bekova plays Marfa, who keeps the keys.", await page.Locator("mark:target").InnerTextAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "about The Lamplighter of Orsk" }).First.ClickAsync();
        Assert.Equal(film, page.Url);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Every_dropped_sample_has_a_page_that_the_start_page_leads_to()
    {
        await using var visit = await VisitAsync();
        var page = visit.Page;
        foreach (var sample in Directory.GetFiles(Path.Combine(Repository.Folder, "samples"), "*.html").Select(Path.GetFileName))
        {
            await page.GotoAsync("/");
            await page.Locator($"a[href='/reviews/{sample}']").ClickAsync();

            Assert.Equal("ingested", await page.Locator(".state").First.InnerTextAsync());
            Assert.True((await page.Locator("article.text").InnerTextAsync()).Length > 200);
        }

        Assert.Empty(visit.Complaints);
        Assert.All(visit.Requests, address => Assert.StartsWith(app.Address, address, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/?title=lamplighter", HttpStatusCode.OK)]
    [InlineData("/?title=", HttpStatusCode.OK)]
    [InlineData("/?title=%F0%9F%8E%9E", HttpStatusCode.OK)]
    [InlineData("/?continuation=made-up", HttpStatusCode.BadRequest)]
    [InlineData("/reviews/north/lamplighter.html", HttpStatusCode.OK)]
    [InlineData("/reviews/no-such.html", HttpStatusCode.NotFound)]
    [InlineData("/reviews/a%5Cb.html", HttpStatusCode.NotFound)]
    [InlineData("/films/lamplighter", HttpStatusCode.NotFound)]
    [InlineData("/films/%3Cscript%3E", HttpStatusCode.NotFound)]
    public async Task Pages_answer_with_the_right_status_as_html_under_the_policy(string path, HttpStatusCode expected)
    {
        using var answer = await app.Http.GetAsync(path);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(PageHeaders.ContentSecurityPolicy, answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Contains("</html>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_film_that_got_another_id_is_found_under_the_former_one()
    {
        Assert.NotEqual(app.FormerFilm, app.Film);

        using var answer = await app.Http.GetAsync("/films/" + app.FormerFilm);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/films/" + app.Film, answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_missing_film_suggests_one_of_nearly_its_name()
    {
        var html = await (await app.Http.GetAsync("/films/the-lamplihter-of-orsk-2016")).Content.ReadAsStringAsync();

        Assert.Contains("Did you mean one of these?", html, StringComparison.Ordinal);
        Assert.Contains("The Lamplighter of Orsk", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_has_not_changed_is_not_sent_again()
    {
        using var first = await app.Http.GetAsync("/reviews/" + MadeReview.Name);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/reviews/" + MadeReview.Name);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await app.Http.SendAsync(again);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task The_stylesheet_is_kept_for_a_year_under_its_own_address()
    {
        using var kept = await app.Http.GetAsync(SiteAsset.Stylesheet.Url);
        using var asked = await app.Http.GetAsync("/assets/site.css");
        using var missing = await app.Http.GetAsync("/assets/other.css");

        Assert.Equal(TimeSpan.FromDays(365), kept.Headers.CacheControl?.MaxAge);
        Assert.True(asked.Headers.CacheControl?.NoCache);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    private Task<Visit> VisitAsync() => Visit.StartAsync(chromium.Browser, app.Address);
}
