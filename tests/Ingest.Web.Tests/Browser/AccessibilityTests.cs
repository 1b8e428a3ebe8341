using Ingest.Web.Tests.Made;

[assembly: AssemblyFixture(typeof(Ingest.Web.Tests.Browser.Axe))]

namespace Ingest.Web.Tests.Browser;

/// <summary>Every page, by day and by night, on a desk and on a phone, with all its details open.</summary>
public sealed class AccessibilityTests(Chromium chromium, Axe axe, MadeSite site)
{
    public static TheoryData<string, string> Pages => new()
    {
        { "start", "/" },
        { "results", "/?title=lamp" },
        { "no results", "/?title=nothing" },
        { "film", "/films/" + MadeFilm.Id },
        { "review", "/reviews/" + MadeReview.Name },
        { "rejected review", "/reviews/scans/page-4.html" },
        { "film that is not here", "/films/lampligter" },
        { "review that is not here", "/reviews/no-such.html" },
        { "error", "/error" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_wrong_with_a_page(string name, string path)
    {
        Assert.NotEmpty(name);
        await using var visit = await Visit.StartAsync(chromium.Browser, site.Address);
        await visit.Page.GotoAsync(path);
        await visit.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");

        await axe.RequireNothingWrongAsync(visit.Page);
    }

    [Fact]
    public async Task Axe_finds_what_is_wrong()
    {
        await using var visit = await Visit.StartAsync(chromium.Browser, site.Address);
        await visit.Page.SetContentAsync("<!DOCTYPE html><title>x</title><input><p style=\"color:#888;background:#999\">faint</p>");

        var found = await axe.ViolationsAsync(visit.Page);

        Assert.Contains(found, line => line.StartsWith("label ", StringComparison.Ordinal));
        Assert.Contains(found, line => line.StartsWith("color-contrast ", StringComparison.Ordinal));
    }
}
