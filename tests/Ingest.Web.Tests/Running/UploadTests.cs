using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Ingest.Web.Tests.Browser;
using Microsoft.Playwright;

namespace Ingest.Web.Tests.Running;

/// <summary>Adding reviews from the start page to the app as it runs, and what it says of each.</summary>
public sealed class UploadTests(Chromium chromium, Axe axe, RunningApp app)
{
    private const string Review =
        """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Wind in the orchard</title></head><body><article>
        <h1>Wind in the orchard</h1>
        <p>The Glass Orchard is a 2014 drama, directed by Hanna Lindqvist, and it opens on a frozen lake with nobody on it.</p>
        <p>Mara Venn plays Ilse, a widow who lets a room and soon wishes that she had not. The lodger has no luggage, no
        letters and no past that he would speak of, and the film is in no hurry to find him one.</p>
        <p>I saw it in an almost empty hall, and nobody in it moved until the lights came on.</p>
        </article></body></html>
        """;

    // What a screenshot begins with, whatever its name says.
    private static readonly byte[] Picture = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R'];

    [Fact]
    public async Task A_good_and_a_bad_file_each_say_what_became_of_them_and_the_good_one_leads_to_its_film()
    {
        await using var visit = await VisitAsync(app.Key);
        var page = visit.Page;

        await page.SetInputFilesAsync("#files", [File("orchard in wind.html", Review), new() { Name = "scan.html", MimeType = "text/html", Buffer = Picture }]);

        await Row(page, "orchard in wind.html").GetByText("ingested", new() { Exact = true }).WaitForAsync();
        await Row(page, "scan.html").GetByText("rejected", new() { Exact = true }).WaitForAsync();
        Assert.Equal("2 of 2 done: 1 ingested, 1 rejected.", await page.Locator(".tally").InnerTextAsync());
        await axe.RequireNothingWrongAsync(page);
        await page.SetViewportSizeAsync(360, 740);
        Assert.Equal(360, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Equal("ingested", await StatusAsync("orchard in wind.html"));
        Assert.Equal("rejected", await StatusAsync("scan.html"));

        await Row(page, "orchard in wind.html").GetByRole(AriaRole.Link, new() { Name = "The Glass Orchard" }).ClickAsync();
        await page.WaitForURLAsync("**/films/the-glass-orchard-2014");
        Assert.Equal("The Glass Orchard", await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync());
        await page.GoBackAsync();
        await page.GotoAsync("/reviews/scan.html");
        Assert.Equal("rejected", await page.Locator(".state").First.InnerTextAsync());
        await axe.RequireNothingWrongAsync(page);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task With_a_wrong_key_nothing_is_stored_and_the_right_one_sends_the_file()
    {
        const string Name = "keyless.html";
        await using var visit = await VisitAsync("wrong");
        var page = visit.Page;

        await page.SetInputFilesAsync("#files", [File(Name, Review)]);

        await page.GetByText("1 file needs the function key.").WaitForAsync();
        Assert.True(await page.GetByText("This key was not accepted.").IsVisibleAsync());
        using (var answer = await app.Http.GetAsync("/api/reviews/" + Name))
        {
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        await page.GetByLabel("Function key").FillAsync(app.Key);
        await page.GetByLabel("Function key").PressAsync("Enter");
        await Row(page, Name).GetByText("ingested", new() { Exact = true }).WaitForAsync();
        Assert.Equal("ingested", await StatusAsync(Name));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Nobody_changes_a_review_without_the_key(string method)
    {
        foreach (var key in new[] { null, "", app.Key + "x" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), "/api/reviews/of-nobody.html");
            if (method == "PUT")
            {
                request.Content = new StringContent(Review, Encoding.UTF8, new MediaTypeHeaderValue("text/html"));
            }

            if (key is not null)
            {
                request.Headers.TryAddWithoutValidation("x-functions-key", key);
            }

            using var answer = await app.Http.SendAsync(request);

            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        }
    }

    private static ILocator Row(IPage page, string name) =>
        page.GetByRole(AriaRole.List, new() { Name = "Added files" }).GetByRole(AriaRole.Listitem).Filter(new() { HasText = name });

    private static FilePayload File(string name, string content) =>
        new() { Name = name, MimeType = "text/html", Buffer = Encoding.UTF8.GetBytes(content) };

    private async Task<string?> StatusAsync(string name)
    {
        using var review = JsonDocument.Parse(await app.Http.GetStringAsync(Links.ReviewJson(name)));
        return review.RootElement.GetProperty("review").GetProperty("status").GetString();
    }

    private async Task<Visit> VisitAsync(string key)
    {
        var visit = await Visit.StartAsync(chromium.Browser, app.Address);
        await visit.Page.GotoAsync("/#key=" + key);
        await visit.Page.WaitForURLAsync(app.Address + "/");
        return visit;
    }
}
