using Ingest.Web.Tests.Made;
using Microsoft.Playwright;

namespace Ingest.Web.Tests.Browser;

/// <summary>Films that are suggested while a title is typed.</summary>
public sealed class SuggestionTests(Chromium chromium, MadeSite site)
{
    [Fact]
    public async Task The_keyboard_chooses_a_film_from_the_list()
    {
        await using var visit = await VisitAsync();
        var (page, title) = (visit.Page, Title(visit));

        await title.PressSequentiallyAsync("lamp");
        await page.GetByRole(AriaRole.Option).WaitForAsync();
        Assert.Equal("true", await title.GetAttributeAsync("aria-expanded"));
        Assert.Null(await title.GetAttributeAsync("aria-activedescendant"));
        await title.PressAsync("ArrowDown");

        var option = page.GetByRole(AriaRole.Option, new() { Selected = true });
        Assert.Equal(await option.GetAttributeAsync("id"), await title.GetAttributeAsync("aria-activedescendant"));
        Assert.Equal(await page.GetByRole(AriaRole.Listbox).GetAttributeAsync("id"), await title.GetAttributeAsync("aria-controls"));
        Assert.Equal("1 film.", await page.Locator(".field [role=status]").InnerTextAsync());
        await title.PressAsync("Enter");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(site.Address + "/films/" + MadeFilm.Id, new() { Timeout = 30_000 });
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_pointer_chooses_as_well()
    {
        await using var visit = await VisitAsync("/films/" + MadeFilm.Id);

        await Title(visit).FillAsync("blue");
        await visit.Page.GetByRole(AriaRole.Option, new() { Name = "Blue Gravel" }).ClickAsync();

        await Assertions.Expect(visit.Page).ToHaveURLAsync(site.Address + "/films/blue-gravel-2021", new() { Timeout = 30_000 });
    }

    [Fact]
    public async Task Escape_closes_the_list_and_Enter_still_searches()
    {
        await using var visit = await VisitAsync();
        var (page, title) = (visit.Page, Title(visit));

        await title.FillAsync("the");
        await page.GetByRole(AriaRole.Option).First.WaitForAsync();
        await title.PressAsync("ArrowDown");
        await title.PressAsync("Escape");
        Assert.Equal("false", await title.GetAttributeAsync("aria-expanded"));
        Assert.False(await page.GetByRole(AriaRole.Listbox).IsVisibleAsync());
        Assert.Equal("the", await title.InputValueAsync());
        await title.PressAsync("Enter");

        await Assertions.Expect(page).ToHaveURLAsync(site.Address + "/?title=the", new() { Timeout = 30_000 });
    }

    [Fact]
    public async Task The_arrows_go_round_by_way_of_the_text()
    {
        await using var visit = await VisitAsync();
        var (page, title) = (visit.Page, Title(visit));
        await title.FillAsync("the l");
        await page.GetByRole(AriaRole.Option).First.WaitForAsync();

        foreach (var selected in new[] { 1, 1, 0, 1 })
        {
            await title.PressAsync("ArrowUp");
            Assert.Equal(selected, await page.GetByRole(AriaRole.Option, new() { Selected = true }).CountAsync());
        }
    }

    [Fact]
    public async Task Titles_are_only_ever_text()
    {
        await using var visit = await VisitAsync();
        var page = visit.Page;

        await Title(visit).FillAsync(MadeApi.HostileTitle);
        await page.GetByRole(AriaRole.Option).First.WaitForAsync();

        Assert.Equal(HostileText.All.Length, await page.GetByRole(AriaRole.Option).CountAsync());
        Assert.Equal(0, await page.Locator(".suggestions :not(li, span)").CountAsync());
        Assert.False(await page.EvaluateAsync<bool>("'hit' in window"));
        await page.GetByRole(AriaRole.Option, new() { Name = "javascript:window.hit=1" }).First.ClickAsync();
        await page.WaitForURLAsync("**/films/**");
        Assert.False(await page.EvaluateAsync<bool>("'hit' in window"));
        Assert.All(visit.Requests, address => Assert.StartsWith(site.Address, address, StringComparison.Ordinal));
    }

    private static ILocator Title(Visit visit) => visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Film title" });

    private async Task<Visit> VisitAsync(string path = "/")
    {
        var visit = await Visit.StartAsync(chromium.Browser, site.Address);
        await visit.Page.GotoAsync(path);
        return visit;
    }
}
