using System.Globalization;
using Ingest.Web.Tests.Made;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Ingest.Web.Tests.Browser.Chromium))]
[assembly: AssemblyFixture(typeof(Ingest.Web.Tests.Made.MadeSite))]

namespace Ingest.Web.Tests.Browser;

public sealed class PagesInChromiumTests(Chromium chromium, MadeSite site)
{
    public static TheoryData<string> Paths =>
        ["/", "/?title=lamp", "/?title=nothing", "/films/" + MadeFilm.Id, "/reviews/" + MadeReview.Name, "/reviews/scans/page-4.html"];

    [Fact]
    public async Task A_visitor_searches_opens_a_film_and_reads_who_says_so()
    {
        await using var visit = await VisitAsync();
        var page = visit.Page;
        await page.GotoAsync("/");

        await page.GetByLabel("Film title").FillAsync("lamplighter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "The Lamplighter of Orsk" }).First.ClickAsync();

        Assert.EndsWith("/films/" + MadeFilm.Id, page.Url, StringComparison.Ordinal);
        Assert.Equal("The Lamplighter of Orsk", await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync());
        var quote = page.GetByText("Dana Bekova plays Marfa, who keeps the keys.").First;
        Assert.False(await quote.IsVisibleAsync());
        await page.Locator("summary", new() { HasText = "sources for Dana Bekova" }).ClickAsync();
        Assert.True(await quote.IsVisibleAsync());

        await page.Locator("details[open] .cite a").First.ClickAsync();

        Assert.EndsWith("/reviews/north/lamplighter.html#s0", page.Url, StringComparison.Ordinal);
        var target = page.Locator("mark:target");
        Assert.Equal("Dana Bekova plays Marfa, who keeps the keys.", await target.InnerTextAsync());
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_review_leads_to_its_film()
    {
        await using var visit = await VisitAsync();
        await visit.Page.GotoAsync("/reviews/" + MadeReview.Name);

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "about The Lamplighter of Orsk" }).First.ClickAsync();

        Assert.EndsWith("/films/" + MadeFilm.Id, visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_keyboard_alone_is_enough()
    {
        await using var visit = await VisitAsync();
        var page = visit.Page;
        await page.GotoAsync("/");

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the content", await FocusedAsync(page));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/#main");
        await page.WaitForFunctionAsync("document.activeElement.id === 'main'");
        await page.Keyboard.PressAsync("Tab");
        await page.WaitForFunctionAsync("document.activeElement.name === 'title'");
        await page.Keyboard.TypeAsync("lamplighter");
        await page.WaitForFunctionAsync("document.activeElement.value === 'lamplighter'");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(site.Address + "/?title=lamplighter", new() { Timeout = 30_000 });
        await page.WaitForLoadStateAsync();
        await TabToAsync(page, "The Lamplighter of Orsk");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/films/**");
        await TabToAsync(page, "sources for Dana Bekova");
        Assert.NotEqual("none", await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Dana Bekova plays Marfa, who keeps the keys.").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await page.Keyboard.PressAsync("Tab");
        await page.WaitForFunctionAsync("document.activeElement.hash === '#s0'");
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync("**/reviews/north/lamplighter.html#s0");
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_page_fits_a_phone_of_360_pixels(string path)
    {
        await using var visit = await VisitAsync(new() { ViewportSize = new() { Width = 360, Height = 740 } });
        await visit.Page.GotoAsync(path);
        await visit.Page.WaitForFunctionAsync("window.innerWidth === 360");
        await OpenAllAsync(visit.Page);

        var tooWide = await visit.Page.EvaluateAsync<string[]>(
            "[...document.body.querySelectorAll('*:not(.skip, .unseen)')].filter(e => e.getBoundingClientRect().right > 361).map(e => e.outerHTML.slice(0, 80))");
        Assert.Empty(tooWide);
        Assert.Equal(360, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task The_browser_complains_of_nothing_and_asks_nobody_else(string path)
    {
        await using var visit = await VisitAsync();
        await visit.Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.Empty(visit.Complaints);
        Assert.All(visit.Requests, address => Assert.StartsWith(site.Address, address, StringComparison.Ordinal));
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.styleSheets.length === 1 && document.styleSheets[0].cssRules.length > 50"));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Text_has_the_contrast_of_AA_by_day_and_by_night(string path)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var visit = await VisitAsync(new() { ColorScheme = scheme });
            await visit.Page.GotoAsync(path);
            await OpenAllAsync(visit.Page);

            Assert.Empty(await visit.Page.EvaluateAsync<string[]>(Contrast.FaintText));
        }
    }

    [Fact]
    public async Task At_night_the_page_is_dark()
    {
        await using var day = await VisitAsync(new() { ColorScheme = ColorScheme.Light });
        await using var night = await VisitAsync(new() { ColorScheme = ColorScheme.Dark });
        await day.Page.GotoAsync("/");
        await night.Page.GotoAsync("/");

        Assert.True(await LightnessAsync(day.Page) > 200);
        Assert.True(await LightnessAsync(night.Page) < 50);
    }

    [Fact]
    public async Task Without_scripts_everything_works()
    {
        await using var visit = await VisitAsync(new() { JavaScriptEnabled = false });
        var page = visit.Page;
        await page.GotoAsync("/");
        await page.GetByLabel("Film title").FillAsync("lamplighter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "The Lamplighter of Orsk" }).First.ClickAsync();
        await page.Locator("summary", new() { HasText = "sources for 2016" }).ClickAsync();

        Assert.True(await page.GetByText("The review says 2016 here, and means it.").First.IsVisibleAsync());
        Assert.True(await page.GetByText("2015", new() { Exact = true }).IsVisibleAsync());
        await page.GotoAsync("/");
        Assert.True(await page.GetByText("dotnet dev.cs drop review.html").IsVisibleAsync());
        Assert.False(await page.Locator("#files").IsVisibleAsync());
    }

    [Fact]
    public async Task Whoever_dislikes_motion_sees_none()
    {
        await using var visit = await VisitAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await visit.Page.GotoAsync("/films/" + MadeFilm.Id);

        Assert.Empty(await visit.Page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('*')].flatMap(e => [null, '::before', '::after'].map(p => getComputedStyle(e, p)))
                .filter(s => s.transitionDuration !== '0s' || s.animationName !== 'none').map(s => s.transitionProperty)
            """));
    }

    [Fact]
    public async Task On_paper_the_sources_are_open_and_the_furniture_is_gone()
    {
        await using var visit = await VisitAsync();
        await visit.Page.GotoAsync("/films/" + MadeFilm.Id);
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });

        var quote = visit.Page.GetByText("Dana Bekova plays Marfa, who keeps the keys.").First;
        Assert.True((await quote.BoundingBoxAsync())?.Height > 0);
        Assert.False(await visit.Page.Locator(".site-header").IsVisibleAsync());
    }

    [Fact]
    public async Task A_film_that_is_not_here_is_a_404_with_a_way_on()
    {
        await using var visit = await VisitAsync();

        var answer = await visit.Page.GotoAsync("/films/lampligter");

        Assert.Equal(404, answer?.Status);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "The Lamplighter of Orsk" }).First.ClickAsync();
        Assert.EndsWith("/films/" + MadeFilm.Id, visit.Page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("film")]
    [InlineData("review")]
    [InlineData("start")]
    [InlineData("latest")]
    public async Task Hostile_text_runs_nothing_even_without_the_policy(string name)
    {
        await using var visit = await VisitAsync();
        var page = visit.Page;

        // One frame for each text, all loaded when the page is.
        await page.GotoAsync("/hostile/" + name);
        await page.WaitForTimeoutAsync(100);

        var frames = page.Frames.Where(frame => frame != page.MainFrame).ToList();
        Assert.Equal(HostileText.All.Length, frames.Count);
        for (var index = 0; index < frames.Count; index++)
        {
            Assert.EndsWith($"/hostile/{index}/{name}", frames[index].Url, StringComparison.Ordinal);
            Assert.False(await frames[index].EvaluateAsync<bool>("'hit' in window"), $"text {index} ran");
        }

        Assert.False(await page.EvaluateAsync<bool>("'hit' in window"));
        Assert.All(visit.Requests, address => Assert.StartsWith(site.Address, address, StringComparison.Ordinal));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Hostile_text_would_run_if_it_were_not_escaped()
    {
        await using var visit = await VisitAsync();
        var ran = 0;
        foreach (var text in HostileText.All)
        {
            await visit.Page.GotoAsync("about:blank");
            await visit.Page.SetContentAsync($"<!DOCTYPE html><title>x</title><p title=\"{text}\">{text}</p>");
            await visit.Page.WaitForTimeoutAsync(10);
            ran += await visit.Page.EvaluateAsync<bool>("'hit' in window") ? 1 : 0;
        }

        Assert.True(ran >= 20, $"Only {ran} of the texts are a threat.");
    }

    /// <summary>Pictures to judge the design by, left in the artifacts folder of the repository.</summary>
    [Theory]
    [InlineData("start", "/", 1200, false)]
    [InlineData("film", "/films/" + MadeFilm.Id, 1200, false)]
    [InlineData("review", "/reviews/" + MadeReview.Name, 1200, false)]
    [InlineData("start-in-use", "/#key=" + MadeApi.Key, 1200, false)]
    [InlineData("start-night-phone", "/", 390, true)]
    [InlineData("search", "/?title=the", 1200, true)]
    [InlineData("film-night-phone", "/films/" + MadeFilm.Id, 390, true)]
    public async Task Pages_can_be_looked_at(string name, string path, int width, bool isNight)
    {
        await using var visit = await VisitAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = isNight ? ColorScheme.Dark : ColorScheme.Light,
        });
        await visit.Page.GotoAsync(path);
        if (path.StartsWith("/films", StringComparison.Ordinal))
        {
            await visit.Page.Locator("summary", new() { HasText = "sources for Dana Bekova" }).ClickAsync();
        }

        if (path.Contains("#key", StringComparison.Ordinal))
        {
            await visit.Page.SetInputFilesAsync("#files", Files("a light in every window.html", "bad scan.html", "large.html"));
            await visit.Page.GetByText("3 of 3 done").WaitForAsync();
            await visit.Page.GetByLabel("Film title").FillAsync("the");
            await visit.Page.GetByLabel("Film title").PressAsync("ArrowDown");
            await visit.Page.GetByRole(AriaRole.Option).First.WaitForAsync();
            await visit.Page.GetByLabel("Film title").PressAsync("ArrowDown");
        }

        var picture = await visit.Page.ScreenshotAsync(new() { FullPage = true, Path = Path.Combine(Repository.Folder, "artifacts", "pages", name + ".png") });

        Assert.True(picture.Length > 10_000);
    }

    private static FilePayload[] Files(params string[] names) =>
        [.. names.Select(name => new FilePayload { Name = name, MimeType = "text/html", Buffer = [1] })];

    private static async Task OpenAllAsync(IPage page) =>
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");

    private static async Task<string> FocusedAsync(IPage page) =>
        await page.EvaluateAsync<string>("document.activeElement.innerText ?? ''");

    private static async Task TabToAsync(IPage page, string text)
    {
        for (var step = 0; step < 80; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            if ((await FocusedAsync(page)).Contains(text, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"Tab does not lead to “{text}”.");
    }

    private static async Task<double> LightnessAsync(IPage page)
    {
        var colour = await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        return colour["rgb(".Length..^1].Split(',').Average(part => double.Parse(part, CultureInfo.InvariantCulture));
    }

    private Task<Visit> VisitAsync(BrowserNewContextOptions? options = null) =>
        Visit.StartAsync(chromium.Browser, site.Address, options);
}
