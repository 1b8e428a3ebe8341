using System.Text;
using Ingest.Web.Tests.Made;
using Microsoft.Playwright;

namespace Ingest.Web.Tests.Browser;

/// <summary>Adding files from the start page.</summary>
public sealed class DropZoneTests(Chromium chromium, MadeSite site)
{
    [Fact]
    public async Task Each_file_says_what_became_of_it()
    {
        await using var visit = await VisitAsync();
        var page = visit.Page;

        await page.SetInputFilesAsync("#files", [File("good-1.html"), File("bad-1.html", type: "image/png")]);

        await Row(page, "good-1.html").GetByText("ingested").WaitForAsync();
        await Row(page, "bad-1.html").GetByText("rejected").WaitForAsync();
        Assert.Contains("The file is an image.", await Row(page, "bad-1.html").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("2 of 2 done: 1 ingested, 1 rejected.", await page.GetByRole(AriaRole.Status).Last.InnerTextAsync());
        Assert.Contains(("good-1.html", "text/html", "content of good-1.html"), site.Api.Files);
        Assert.Contains(("bad-1.html", "text/html", "content of bad-1.html"), site.Api.Files);
        Assert.Empty(visit.Complaints);

        await Row(page, "good-1.html").GetByRole(AriaRole.Link, new() { Name = "The Lamplighter of Orsk" }).ClickAsync();
        await Assertions.Expect(visit.Page).ToHaveURLAsync(site.Address + "/films/" + MadeFilm.Id, new() { Timeout = 30_000 });
    }

    [Fact]
    public async Task Without_the_right_key_files_wait_for_it()
    {
        await using var visit = await VisitAsync("/#key=wrong");
        var page = visit.Page;

        await page.SetInputFilesAsync("#files", [File("keyless-1.html"), File("keyless-2.html")]);
        await page.GetByText("2 files need the function key.").WaitForAsync();
        Assert.True(await page.GetByText("This key was not accepted.").IsVisibleAsync());
        await page.GetByLabel("Function key").FillAsync(MadeApi.Key);
        await page.GetByLabel("Function key").PressAsync("Enter");

        await page.GetByText("2 of 2 done: 2 ingested.").WaitForAsync();
        await page.ReloadAsync();
        Assert.Equal(MadeApi.Key, await page.GetByLabel("Function key").InputValueAsync());
    }

    [Fact]
    public async Task A_key_in_the_address_is_taken_from_it()
    {
        await using var visit = await VisitAsync();

        Assert.Equal(site.Address + "/", visit.Page.Url);
        Assert.Equal(MadeApi.Key, await visit.Page.GetByLabel("Function key").InputValueAsync());
        Assert.DoesNotContain(visit.Requests, address => address.Contains(MadeApi.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_is_not_taken_says_why_and_can_be_tried_again()
    {
        await using var visit = await VisitAsync();
        var page = visit.Page;

        await page.SetInputFilesAsync("#files", [File("large-1.html")]);
        await page.GetByText("The largest file that is read has 10 bytes.").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again with large-1.html" }).ClickAsync();
        await page.GetByText("The largest file that is read has 10 bytes.").WaitForAsync();

        Assert.Equal("1 of 1 done: 1 not sent.", await page.GetByRole(AriaRole.Status).Last.InnerTextAsync());
        Assert.Equal(2, site.Api.Files.Count(file => file.Name == "large-1.html"));
    }

    [Fact]
    public async Task Four_files_at_once_are_on_their_way_and_never_more()
    {
        await using var visit = await VisitAsync();

        await visit.Page.SetInputFilesAsync("#files", Enumerable.Range(1, 9).Select(number => File($"held-{number}.html")));
        await visit.Page.GetByText("9 of 9 done: 9 ingested.").WaitForAsync();

        Assert.Equal(4, site.Api.MostHeld);
    }

    [Fact]
    public async Task A_file_of_the_same_name_takes_the_place_of_the_one_before()
    {
        await using var visit = await VisitAsync();

        await visit.Page.SetInputFilesAsync("#files", [File("same.html", "first")]);
        await visit.Page.SetInputFilesAsync("#files", [File("same.html", "second")]);
        await visit.Page.GetByText("1 of 1 done: 1 ingested.").WaitForAsync();

        Assert.Equal("second", site.Api.Files.Last(file => file.Name == "same.html").Content);
    }

    [Fact]
    public async Task Files_may_be_dropped_anywhere_on_the_page()
    {
        await using var visit = await VisitAsync();
        var page = visit.Page;
        await using var files = await page.EvaluateHandleAsync(
            "() => { const d = new DataTransfer(); d.items.add(new File(['x'], 'dropped.html')); return d; }");

        await page.DispatchEventAsync("h1", "dragenter", new { dataTransfer = files });
        Assert.Equal(1, await page.Locator(".drop.over").CountAsync());
        await page.DispatchEventAsync("h1", "drop", new { dataTransfer = files });

        await Row(page, "dropped.html").GetByText("ingested").WaitForAsync();
        Assert.Equal(0, await page.Locator(".drop.over").CountAsync());
    }

    [Fact]
    public async Task The_keyboard_alone_opens_the_chooser()
    {
        await using var visit = await VisitAsync();
        var page = visit.Page;
        var opened = new TaskCompletionSource<IFileChooser>(TaskCreationOptions.RunContinuationsAsynchronously);
        page.FileChooser += (_, chooser) => opened.TrySetResult(chooser);
        await page.FocusAsync("#title");
        for (var step = 0; step < 8 && !await page.EvaluateAsync<bool>("document.activeElement.id === 'files'"); step++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.NotEqual("none", await page.Locator("#files + .button").EvaluateAsync<string>("e => getComputedStyle(e).outlineStyle"));
        await page.Keyboard.PressAsync("Enter");
        var chooser = await opened.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.True(chooser.IsMultiple);
        await chooser.SetFilesAsync([File("by-keyboard.html")]);

        await Row(page, "by-keyboard.html").GetByText("ingested").WaitForAsync();
    }

    [Fact]
    public async Task Names_of_files_are_only_ever_text()
    {
        await using var visit = await VisitAsync();
        var page = visit.Page;

        // A name with a lone surrogate cannot be put; the others are, whatever the app makes of them. They are names of this
        // test alone: the site is shared, and what becomes of a review loads its page anew.
        await page.EvaluateAsync(
            """
            names => {
                const files = new DataTransfer();
                for (const name of names) files.items.add(new File(['x'], name));
                dispatchEvent(new DragEvent('drop', { dataTransfer: files, cancelable: true }));
            }
            """,
            HostileText.All.Where(text => !text.Contains('\ud800', StringComparison.Ordinal)).Select(text => text + " dropped").ToArray());
        await page.WaitForFunctionAsync("() => document.querySelector('.tally').textContent.match(/^(\\d+) of \\1 done/)");

        Assert.Equal(
            await page.Locator(".dropped > li").CountAsync(),
            await page.Locator(".dropped > li > .file").CountAsync());
        Assert.Equal(0, await page.Locator(".dropped :not(li, .file, .file a, .state, .news, .news *)").CountAsync());
        Assert.Equal(0, await page.Locator(".dropped :is(img, script, svg, iframe, input, object)").CountAsync());
        Assert.False(await page.EvaluateAsync<bool>("'hit' in window"));
        Assert.All(visit.Requests, address => Assert.StartsWith(site.Address, address, StringComparison.Ordinal));
        Assert.All(
            await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.dropped a')].map(a => a.href)"),
            address => Assert.StartsWith(site.Address, address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_of_a_file_that_has_just_arrived_shows_it_once_it_is_read()
    {
        await using var visit = await Visit.StartAsync(chromium.Browser, site.Address);

        await visit.Page.GotoAsync("/reviews/" + MadeApi.ArrivingName);
        Assert.True(await visit.Page.GetByText("This page will show it by itself.").IsVisibleAsync());

        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "A light in every window" }).WaitForAsync();
    }

    private static ILocator Row(IPage page, string name) =>
        page.GetByRole(AriaRole.List, new() { Name = "Added files" }).GetByRole(AriaRole.Listitem).Filter(new() { HasText = name });

    private static FilePayload File(string name, string? content = null, string type = "text/html") =>
        new() { Name = name, MimeType = type, Buffer = Encoding.UTF8.GetBytes(content ?? "content of " + name) };

    private async Task<Visit> VisitAsync(string path = "/#key=" + MadeApi.Key)
    {
        var visit = await Visit.StartAsync(chromium.Browser, site.Address);
        await visit.Page.GotoAsync(path);
        await visit.Page.WaitForURLAsync(site.Address + "/");
        return visit;
    }
}
