using Ingest.Web.Tests.Browser;
using Ingest.Web.Tests.Made;
using Microsoft.Playwright;

namespace Ingest.Web.Tests.Running;

/// <summary>The pages of the app as it runs, for visitors of several kinds.</summary>
public sealed class RunningPagesTests(Chromium chromium, Axe axe, RunningApp app)
{
    private const string Title = "The Lamplighter of Orsk";
    private const string MiracleId = "miracle-in-cell-no-7-2013";

    [Fact]
    public async Task Who_types_is_shown_films_and_opens_one_and_its_quotes_by_keyboard_alone()
    {
        await using var visit = await VisitAsync();
        var page = visit.Page;
        await page.GotoAsync("/");

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("document.activeElement.id === 'main'");
        await page.Keyboard.PressAsync("Tab");
        await page.WaitForFunctionAsync("document.activeElement.name === 'title'");
        await page.RunAndWaitForResponseAsync(
            () => page.Keyboard.TypeAsync("lampl"), answer => answer.Url.Contains("title=lampl&", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Option, new() { Name = Title }).WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForFunctionAsync("location.pathname !== '/' || location.search !== ''");
        Assert.Equal(app.Address + "/films/" + app.Film, page.Url);
        await TabToAsync(page, "sources for Dana Bekova");
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await page.Locator("details[open]").GetByText("Dana Bekova plays Marfa, who keeps the keys.").First.IsVisibleAsync());
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/reviews/" + MadeReview.Name + "#s0");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task With_films_suggested_the_page_fits_a_phone_and_has_nothing_wrong()
    {
        await using var visit = await VisitAsync();
        var page = visit.Page;
        await page.GotoAsync("/");
        await page.GetByLabel("Film title").FillAsync("lampl");
        await page.GetByRole(AriaRole.Option, new() { Name = Title }).WaitForAsync();

        await axe.RequireNothingWrongAsync(page);

        Assert.True(await page.GetByRole(AriaRole.Option, new() { Name = Title }).IsVisibleAsync());
        Assert.Equal(360, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task Without_scripts_films_are_found_and_files_are_added_in_another_way()
    {
        await using var visit = await VisitAsync(new() { JavaScriptEnabled = false });
        var page = visit.Page;
        await page.GotoAsync("/");

        Assert.True(await page.GetByText("dotnet dev.cs drop review.html").IsVisibleAsync());
        Assert.False(await page.GetByText("Choose files").IsVisibleAsync());
        await page.GetByLabel("Film title").FillAsync("lamplighter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = Title }).First.ClickAsync();
        await page.Locator("summary", new() { HasText = "sources for Dana Bekova" }).ClickAsync();

        Assert.True(await page.GetByText("Dana Bekova plays Marfa, who keeps the keys.").First.IsVisibleAsync());
    }

    [Fact]
    public async Task On_a_phone_at_night_every_page_fits_is_dark_and_has_nothing_wrong()
    {
        await using var visit = await VisitAsync();
        var page = visit.Page;
        string[] paths = ["/", "/?title=l", "/films/" + app.Film, "/films/" + MiracleId, "/reviews/" + MadeReview.Name, "/films/no-such", "/no-such"];
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");

            // Ends as a phone, by night.
            await axe.RequireNothingWrongAsync(page);
            Assert.Equal(360, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            Assert.True(await page.EvaluateAsync<bool>("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).every(part => part < 50)"), path);
        }
    }

    /// <summary>Pictures of the app with the samples in it, left in the artifacts folder of the repository.</summary>
    [Theory]
    [InlineData("start", "/#key=" + AppProcess.Key, 1080)]
    [InlineData("film", "/films/" + MiracleId, 1400)]
    [InlineData("review", "/reviews/miracle-in-cell-no-7-harbour-gazette.html", 900)]
    public async Task The_app_can_be_looked_at(string name, string path, int height)
    {
        await using var visit = await VisitAsync(new()
        {
            ViewportSize = new() { Width = 1200, Height = height },
            ColorScheme = ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        await visit.Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        if (name == "film")
        {
            await visit.Page.Locator("summary", new() { HasText = "sources for Lee Hwan-gyeong" }).ClickAsync();
        }

        var picture = await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Folder, "artifacts", "app", name + ".png") });

        Assert.True(picture.Length > 10_000);
    }

    private static async Task TabToAsync(IPage page, string text)
    {
        for (var step = 0; step < 80; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            if ((await page.EvaluateAsync<string>("document.activeElement.innerText ?? ''")).Contains(text, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"Tab does not lead to “{text}”.");
    }

    private Task<Visit> VisitAsync(BrowserNewContextOptions? options = null) => Visit.StartAsync(chromium.Browser, app.Address, options);
}
