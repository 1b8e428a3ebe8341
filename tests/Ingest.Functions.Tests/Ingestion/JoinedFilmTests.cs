using System.Collections.Concurrent;
using System.Text.Json;
using Ingest.Core;
using Ingest.Core.Films;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Tests.Ingestion;

/// <summary>Films that reviews call by several titles, or that have one id elsewhere, are one profile, whichever comes first.</summary>
public sealed class JoinedFilmTests(AzuriteFixture azurite)
{
    private const string Translated = "film: Harbour of Glass\nyear: 1999\ndirector: Ada Quill";
    private const string Original = "film: Le Port de verre\nyear: 1999\ncast: Bo Lind as Reed";
    private const string Linking = "film: Harbour of Glass\naka: Le Port de verre\nyear: 1999";

    [Fact]
    public async Task A_film_that_moves_to_an_earlier_group_and_back_is_never_gone_on_the_way()
    {
        const string Page = "film: Quiet Harbour\nyear: 1940";
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("a.html", Page);
        await app.DropAsync("b.html", Page);
        var films = app.NewWorker().Get<FilmTable>();
        var seen = new ConcurrentQueue<bool>();
        app.Worker.Gate.After = async _ => seen.Enqueue(await films.FindAsync("quiet-harbour-1940", CancellationToken.None) is { Json: not null });

        await app.DropAsync("b.html", Page + "\naka: Abel's Lamp");
        await app.DropAsync("b.html", Page);

        Assert.InRange(seen.Count, 20, 200);
        Assert.DoesNotContain(false, seen);
    }

    [Fact]
    public async Task A_review_that_knows_both_titles_joins_the_films_and_the_old_id_redirects()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("a.html", Translated);
        await app.DropAsync("b.html", Original);
        Assert.Equal(["harbour-of-glass-1999", "le-port-de-verre-1999"], await IdsAsync(app));

        await app.DropAsync("c.html", Linking);

        Assert.Equal(["harbour-of-glass-1999"], await IdsAsync(app));
        var film = await FilmAsync(app, "harbour-of-glass-1999");
        Assert.Equal(["a.html", "b.html", "c.html"], film!.Reviews);
        Assert.Equal("Le Port de verre", Assert.Single(film.AlternateTitles).Value);
        Assert.Equal("harbour-of-glass-1999", (await StoredAsync(app, "le-port-de-verre-1999"))!.RedirectTo);

        // Either title finds it.
        var hits = await app.Worker.Get<TitleTable>().FindAsync(new FilmQuery("le port", null, null, 5, null), CancellationToken.None);
        Assert.Equal("harbour-of-glass-1999", Assert.Single(hits.Items).Id);
    }

    [Fact]
    public async Task Without_the_review_that_knows_both_titles_they_are_two_films_again()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("c.html", Linking);
        await app.DropAsync("b.html", Original);
        await app.DropAsync("a.html", Translated);
        Assert.Equal(["harbour-of-glass-1999"], await IdsAsync(app));

        await app.RemoveAsync("c.html");
        await app.Worker.SettleAsync("c.html");

        Assert.Equal(["harbour-of-glass-1999", "le-port-de-verre-1999"], await IdsAsync(app));
        Assert.Null((await StoredAsync(app, "le-port-de-verre-1999"))!.RedirectTo);
    }

    [Fact]
    public async Task A_shared_id_joins_films_whose_titles_share_nothing()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("a.html", "film: Harbour of Glass\nid: imdb tt0000001");
        await app.DropAsync("b.html", "film: Unna Halka\nyear: 1999\nid: imdb tt0000001");
        await app.DropAsync("c.html", "film: Unna Halka\nyear: 1999\ncast: Bo Lind");

        var id = Assert.Single(await IdsAsync(app));
        Assert.Equal(["a.html", "b.html", "c.html"], (await FilmAsync(app, id))!.Reviews);
    }

    [Fact]
    public async Task Titles_with_another_separator_or_none_are_one_film()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("a.html", "film: Ember Road The Long Way\nyear: 1999");
        await app.DropAsync("b.html", "film: Ember Road: The Long Way\nyear: 1999");
        await app.DropAsync("c.html", "film: Ember Road - The Long Way\nyear: 1999");

        var id = Assert.Single(await IdsAsync(app));
        Assert.Equal(["a.html", "b.html", "c.html"], (await FilmAsync(app, id))!.Reviews);
    }

    [Fact]
    public async Task The_review_of_a_film_with_its_place_in_another_group_links_to_it()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("b.html", Original);
        await app.DropAsync("c.html", Linking);

        var places = app.Worker.Get<FilmPlaces>();

        Assert.Equal(["harbour-of-glass-1999"], await places.IdsAsync(TitleKey.Of("Le Port de verre"), CancellationToken.None));
    }

    private static async Task<List<string>> IdsAsync(TestApp app)
    {
        var hits = await app.Worker.Get<TitleTable>().FindAsync(new FilmQuery(null, null, null, 50, null), CancellationToken.None);
        return [.. hits.Items.Select(hit => hit.Id).Order(StringComparer.Ordinal)];
    }

    private static Task<StoredProfile?> StoredAsync(TestApp app, string id) =>
        app.Worker.Get<FilmTable>().FindAsync(id, CancellationToken.None);

    private static async Task<FilmProfile?> FilmAsync(TestApp app, string id) =>
        (await StoredAsync(app, id))?.Json is { } json ? JsonSerializer.Deserialize(json, CoreJson.Instance.FilmProfile) : null;
}
