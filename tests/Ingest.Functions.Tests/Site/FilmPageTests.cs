using Ingest.Functions.Storage;
using Ingest.Functions.Tests.Web;
using Ingest.Functions.Triggers;
using Ingest.Functions.Web;
using Ingest.Pages;

namespace Ingest.Functions.Tests.Site;

/// <summary>The page of a film, from storage.</summary>
public sealed class FilmPageTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_visitor_who_has_the_page_gets_none_until_something_on_it_changes()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("a.html", "film: Ember Road\nyear: 1999");
        var first = await GetAsync(app, "ember-road-1999");

        var same = await GetAsync(app, "ember-road-1999", first.Headers["ETag"]);
        await app.DropAsync("b.html", "film: Ember Road\nyear: 1999\ndirector: Ada Quill");
        var other = await GetAsync(app, "ember-road-1999", first.Headers["ETag"]);

        Assert.Equal(200, first.Status);
        Assert.Equal((304, "", first.Headers["ETag"]), (same.Status, same.Body, same.Headers["ETag"]));
        Assert.Equal(200, other.Status);
        Assert.Contains("Ada Quill", other.Body, StringComparison.Ordinal);
        Assert.NotEqual(first.Headers["ETag"], other.Headers["ETag"]);
    }

    [Fact]
    public async Task A_visitor_who_has_the_page_costs_no_rendering()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("a.html", "film: Ember Road\nyear: 1999");
        var tag = (await GetAsync(app, "ember-road-1999")).Headers["ETag"];
        var other = app.NewWorker();
        other.Get<PageRenderer>().Dispose();

        var known = await GetAsync(other, "ember-road-1999", tag);
        Assert.Equal((304, "Accept-Encoding"), (known.Status, known.Headers["Vary"]));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => GetAsync(other, "ember-road-1999"));
    }

    [Fact]
    public async Task A_browser_that_has_the_compressed_page_costs_no_rendering_either()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("a.html", "film: Ember Road\nyear: 1999");
        var tag = (await BrowseAsync(app.Worker)).Headers["ETag"];
        var other = app.NewWorker();
        other.Get<PageRenderer>().Dispose();

        var known = await BrowseAsync(other, ("If-None-Match", tag));

        Assert.Equal((304, tag, "Accept-Encoding"), (known.Status, known.Headers["ETag"], known.Headers["Vary"]));

        static Task<Answer> BrowseAsync(TestWorker worker, params (string Name, string Value)[] headers)
        {
            var request = Requests.Get("/films/ember-road-1999", [("Accept-Encoding", "gzip, deflate, br"), .. headers]);
            return worker.Functions<PagesFunctions>().Film(request, "ember-road-1999", CancellationToken.None).AnswerAsync(request);
        }
    }

    [Fact]
    public async Task A_review_without_a_name_is_a_page_that_is_not_there()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var request = Requests.Get("/reviews/");

        Assert.Equal(404, (await app.Worker.Functions<PagesFunctions>().Review(request, null, CancellationToken.None).AnswerAsync(request)).Status);
    }

    [Fact]
    public async Task The_page_is_rendered_once_for_many()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("a.html", "film: Ember Road\nyear: 1999");
        var stored = (await app.Worker.Get<FilmTable>().FindAsync("ember-road-1999", CancellationToken.None))!;
        var pages = app.Worker.Get<FilmPages>();

        var found = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => pages.FindAsync(stored, CancellationToken.None)));
        var html = await Task.WhenAll(found.Select(page => page.HtmlAsync()));

        Assert.Single(html.Distinct());
        Assert.Single(found.Select(page => page.Tag).Distinct());
    }

    [Fact]
    public async Task Its_reviews_show_their_headline_their_date_and_their_state()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("a.html", "film: Ember Road\nyear: 1999");

        var page = await GetAsync(app, "ember-road-1999");

        Assert.Contains(">About Ember Road</a>", page.Body, StringComparison.Ordinal);
        Assert.Contains("1 May 2020", page.Body, StringComparison.Ordinal);
        Assert.Contains("ingested", page.Body, StringComparison.Ordinal);
    }

    private static Task<Answer> GetAsync(TestApp app, string id, string? tag = null) => GetAsync(app.Worker, id, tag);

    private static Task<Answer> GetAsync(TestWorker worker, string id, string? tag = null)
    {
        var request = Requests.Get("/films/" + id, tag is null ? [] : [("If-None-Match", tag)]);
        return worker.Functions<PagesFunctions>().Film(request, id, CancellationToken.None).AnswerAsync(request);
    }
}
