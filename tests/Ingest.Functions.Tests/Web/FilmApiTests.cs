using System.Text.Json;
using Ingest.Functions.Triggers;

namespace Ingest.Functions.Tests.Web;

public sealed class FilmApiTests(AzuriteFixture azurite)
{
    private const string Ember =
        "film: Ember Road\nyear: 1999\naka: Glutstraße\ncountry: Norway\ngenre: drama\ndirector: Ada Quill\nwriter: Cy Moor\n"
        + "cast: Bo Lind as Reed\ncast: Élodie Ferrand\nruntime: 118";

    [Fact]
    public async Task A_profile_says_who_says_each_of_its_values()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("ember.html", Ember);

        var answer = await GetAsync(app, await IdAsync(app, "ember road"));

        Assert.Equal(200, answer.Status);
        Assert.Equal("application/json; charset=utf-8", answer.Headers["Content-Type"]);
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
        Assert.Equal("Accept, Accept-Encoding", answer.Headers["Vary"]);
        var year = answer.Json.GetProperty("year");
        Assert.Equal((1999, 1), (year.GetProperty("value").GetInt32(), year.GetProperty("support").GetInt32()));
        Assert.Equal("year: 1999", year.GetProperty("sources")[0].GetProperty("quote").GetString());
        Assert.Equal("ember.html", year.GetProperty("sources")[0].GetProperty("review").GetString());
    }

    [Fact]
    public async Task Who_has_a_profile_already_is_told_so_until_it_changes()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("ember.html", Ember);
        var id = await IdAsync(app, "ember road");
        var etag = (await GetAsync(app, id)).Headers["ETag"];

        var again = await GetAsync(app, id, ("If-None-Match", $"\"other\", {etag}"));
        var linked = await GetAsync(app, id, ("If-None-Match", etag), ("Accept", "application/ld+json"));
        await app.DropAsync("more.html", Ember);
        var changed = await GetAsync(app, id, ("If-None-Match", etag));

        Assert.Equal((304, "", etag), (again.Status, again.Body, again.Headers["ETag"]));
        Assert.Equal(200, linked.Status);
        Assert.Equal(200, changed.Status);
        Assert.NotEqual(etag, changed.Headers["ETag"]);
    }

    [Theory]
    [InlineData("application/ld+json;q=0.1, */*", "application/json; charset=utf-8")]
    [InlineData("application/ld+json;q=0.5, application/*;q=0.8", "application/json; charset=utf-8")]
    [InlineData("application/ld+json, */*;q=0.1", "application/ld+json")]
    [InlineData("application/ld+json;q=0", "application/json; charset=utf-8")]
    public async Task Linked_data_is_for_those_who_like_nothing_better(string accept, string given)
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("ember.html", Ember);

        Assert.Equal(given, (await GetAsync(app, await IdAsync(app, "ember road"), ("Accept", accept))).Headers["Content-Type"]);
    }

    [Fact]
    public async Task As_linked_data_a_profile_is_a_movie_of_schema_org()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("ember.html", Ember);

        var answer = await GetAsync(app, await IdAsync(app, "ember road"), ("Accept", "application/ld+json, application/json;q=0.5"));

        Assert.Equal("application/ld+json", answer.Headers["Content-Type"]);
        var film = answer.Json;
        Assert.Equal(("https://schema.org", "Movie"), (Text(film, "@context"), Text(film, "@type")));
        Assert.Equal(("Ember Road", "1999", "PT118M"), (Text(film, "name"), Text(film, "dateCreated"), Text(film, "duration")));
        Assert.Equal("Glutstraße", film.GetProperty("alternateName")[0].GetString());
        Assert.Equal("Norway", Text(film.GetProperty("countryOfOrigin")[0], "name"));
        Assert.Equal("Ada Quill", Text(film.GetProperty("director")[0], "name"));
        Assert.Equal("Cy Moor", Text(film.GetProperty("author")[0], "name"));
        var roles = film.GetProperty("actor").EnumerateArray().ToList();
        var reed = roles.Single(role => Text(role, "@type") == "PerformanceRole");
        Assert.Equal(("Reed", "Bo Lind"), (Text(reed, "characterName"), Text(reed.GetProperty("actor"), "name")));
        Assert.Contains(roles, role => Text(role, "@type") == "Person" && Text(role, "name") == "Élodie Ferrand");
    }

    [Fact]
    public async Task A_film_that_no_review_speaks_of_is_not_found()
    {
        await using var app = await TestApp.StartAsync(azurite);

        var answer = await GetAsync(app, "no-such-film-1999");

        Assert.Equal((404, "film-not-found"), (answer.Status, answer.Problem));
        Assert.Equal(0, answer.Json.GetProperty("suggestions").GetArrayLength());
    }

    [Theory]
    [InlineData("ember-road-2001", "Ember Road")]
    [InlineData("embre-road-1999", "Ember Road")]
    [InlineData("ember-roads", "Ember Road")]
    [InlineData("winter-ferryman-1980", "Winter Ferry")]
    public async Task With_an_unknown_film_come_those_that_may_be_meant(string id, string meant)
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("ember.html", Ember);
        await app.DropAsync("winter.html", "film: Winter Ferry\nyear: 1981");

        var answer = await GetAsync(app, id);

        Assert.Equal((404, "film-not-found"), (answer.Status, answer.Problem));
        var film = answer.Json.GetProperty("suggestions").EnumerateArray().Single();
        Assert.Equal(meant, Text(film, "title"));
        Assert.Equal(200, (await GetAsync(app, Text(film, "id")!)).Status);
        Assert.StartsWith("/api/films/", Text(film, "url"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_films_that_may_be_meant_the_one_of_the_same_year_comes_first()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("a.html", "film: Ember Road\nyear: 1999\ndirector: Ada Quill");
        await app.DropAsync("b.html", "film: Ember Road\nyear: 2015\ndirector: Uma Stone");

        var answer = await GetAsync(app, "ember-rode-2015");

        Assert.Equal(
            [2015, 1999],
            answer.Json.GetProperty("suggestions").EnumerateArray().Select(film => film.GetProperty("year").GetInt32()));
    }

    [Fact]
    public async Task A_retracted_film_is_not_found_and_a_renamed_one_has_moved()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("a.html", "film: Ember Road\ndirector: Ada Quill");
        var old = await IdAsync(app, "ember road");
        await app.DropAsync("b.html", Ember);
        var present = await IdAsync(app, "ember road");

        var moved = await GetAsync(app, old);
        await app.RemoveAsync("a.html");
        await app.Worker.SettleAsync("a.html");
        await app.RemoveAsync("b.html");
        await app.Worker.SettleAsync("b.html");
        var gone = await GetAsync(app, present);

        Assert.Equal((301, $"/api/films/{present}"), (moved.Status, moved.Headers["Location"]));
        Assert.Equal((404, "film-not-found"), (gone.Status, gone.Problem));
    }

    [Theory]
    [InlineData("title=Ember Road")]
    [InlineData("title=EMBER, road!")]
    [InlineData("title=emb")]
    [InlineData("title=ember road&year=1999")]
    [InlineData("title=Glutstr")]
    [InlineData("title=Embre Raod")]
    [InlineData("title=Mebre Road")]
    [InlineData("title=Amber Road")]
    [InlineData("title=Imber Road")]
    [InlineData("title=Wmber Road")]
    [InlineData("title=Eamber Road")]
    [InlineData("title=Xember Road")]
    [InlineData("title=Mber Road&person=Quill")]
    [InlineData("title=Embr Road&year=1999")]
    [InlineData("title=Glutstrase")]
    [InlineData("title=ember&person=Ada Quill&year=1999")]
    [InlineData("title=Glutstraße&person=Ada Quill")]
    [InlineData("title=glut&person=lind bo")]
    [InlineData("person=Ada Quil")]
    [InlineData("person=Ada Qiull")]
    [InlineData("person=Aad Quill")]
    [InlineData("person=Oda Quill")]
    [InlineData("person=Bo Lindt&title=ember")]
    [InlineData("person=Elodie Ferand&year=1999")]
    [InlineData("person=Ada Quill")]
    [InlineData("person=quill")]
    [InlineData("person=Elodie")]
    [InlineData("person=ferrand elodie&title=ember")]
    [InlineData("person=Bo Lind&year=1999")]
    [InlineData("")]
    public async Task A_film_is_found_by_titles_people_and_year(string query)
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("ember.html", Ember);

        var answer = await FindAsync(app, query);

        Assert.Equal("Ember Road", Text(answer.Json.GetProperty("films").EnumerateArray().Single(), "title"));
    }

    [Theory]
    [InlineData("title=road")]
    [InlineData("title=ember road&year=2001")]
    [InlineData("title=harbour&person=Ada Quill")]
    [InlineData("title=ember road&person=Uma Stone")]
    [InlineData("title=Embre Raod&year=2001")]
    [InlineData("title=Umbrx Road")]
    [InlineData("person=Uga Qiull")]
    [InlineData("person=nobody")]
    [InlineData("year=2001")]
    public async Task Other_films_are_not_found(string query)
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("ember.html", Ember);

        Assert.Equal(0, (await FindAsync(app, query)).Json.GetProperty("films").GetArrayLength());
    }

    [Fact]
    public async Task A_search_goes_on_where_it_ended_and_gives_every_film_once()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("list.html", string.Join('\n', Enumerable.Range(1, 7).Select(number => $"film: Lamp of {(char)('a' + number)}x")));
        var found = new List<string>();
        var continuation = "";

        do
        {
            var page = (await FindAsync(app, $"title=lamp&limit=3{continuation}")).Json;
            Assert.InRange(page.GetProperty("films").GetArrayLength(), 0, 3);
            found.AddRange(page.GetProperty("films").EnumerateArray().Select(film => Text(film, "title")!));
            continuation = page.GetProperty("continuation").GetString() is { } next ? $"&continuation={next}" : "";
        }
        while (continuation.Length > 0);

        Assert.Equal(7, found.Count);
        Assert.Equal(found, found.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_film_that_its_main_title_and_others_find_is_given_once_on_all_pages()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("a.html", "film: Lamp of the North\nyear: 1999\naka: Lamp\naka: Lamplight\naka: Lamp Zero");
        await app.DropAsync("b.html", "film: Lamp of Mud\nyear: 1980");

        Assert.Equal(["Lamp of Mud", "Lamp of the North"], await TitlesAsync(app, "title=lamp&limit=1"));
    }

    [Fact]
    public async Task A_year_that_few_films_have_is_found_on_the_first_page()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("list.html", string.Join('\n', Enumerable.Range(0, 30).Select(
            number => $"film: Lamp of {(char)('a' + (number % 26))}{number}x\nyear: {(number == 29 ? 1950 : 1999)}")));

        var page = (await FindAsync(app, "year=1950&limit=1")).Json;

        Assert.Equal(1, page.GetProperty("films").GetArrayLength());
    }

    [Fact]
    public async Task A_search_goes_on_while_films_come_and_go()
    {
        await using var app = await TestApp.StartAsync(azurite);
        foreach (var letter in "bdfh")
        {
            await app.DropAsync($"{letter}.html", $"film: Lamp {letter}{letter}");
        }

        var first = (await FindAsync(app, "title=lamp&limit=2")).Json;
        await app.DropAsync("a.html", "film: Lamp aa");
        await app.DropAsync("g.html", "film: Lamp gg");
        await app.RemoveAsync("d.html");
        await app.Worker.SettleAsync("d.html");
        var rest = await TitlesAsync(app, "title=lamp&limit=2", Text(first, "continuation"));

        Assert.Equal(["Lamp bb", "Lamp dd"], first.GetProperty("films").EnumerateArray().Select(film => Text(film, "title")));
        Assert.Equal(["Lamp ff", "Lamp gg", "Lamp hh"], rest);
    }

    [Fact]
    public async Task A_continuation_is_of_use_for_its_own_query_only()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("list.html", "film: Lamp aa\nyear: 1999\nfilm: Lamp bb\nyear: 1999\nfilm: Lamp cc\nyear: 1999");
        var continuation = Text((await FindAsync(app, "title=lamp&limit=1")).Json, "continuation")!;
        var altered = continuation[..^1] + (continuation[^1] == 'A' ? 'E' : 'A');

        Assert.Equal(200, (await FindAsync(app, $"title=LAMP&limit=2&continuation={continuation}")).Status);
        foreach (var query in new[]
        {
            $"continuation={continuation}", $"title=lam&continuation={continuation}", $"person=lamp&continuation={continuation}",
            $"title=lamp&year=1999&continuation={continuation}", $"title=lamp&continuation={continuation[..^4]}",
            $"title=lamp&continuation={altered}", "title=lamp&continuation=%21%21", "title=lamp&continuation=bm9uZQ",
        })
        {
            var answer = await FindAsync(app, query);
            Assert.Equal((query, 400, "invalid-continuation"), (query, answer.Status, answer.Problem));
        }
    }

    [Fact]
    public async Task A_search_that_finds_the_same_has_the_same_tag()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("ember.html", Ember);
        var etag = (await FindAsync(app, "title=ember")).Headers["ETag"];
        var request = Requests.Get("/api/films?title=ember", ("If-None-Match", etag));

        var again = await app.Worker.Functions<FilmFunctions>().Find(request, CancellationToken.None).AnswerAsync(request);

        Assert.StartsWith("W/", etag, StringComparison.Ordinal);
        Assert.Equal(304, again.Status);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("limit=many")]
    [InlineData("year=19")]
    [InlineData("title=a&title=b")]
    [InlineData("title=a&limit=1.5")]
    public async Task A_parameter_that_is_not_valid_is_named(string query)
    {
        await using var app = await TestApp.StartAsync(azurite);

        var answer = await FindAsync(app, query);

        Assert.Equal((400, "invalid-parameter"), (answer.Status, answer.Problem));
        Assert.Contains(query.Split('&')[^1].Split('=')[0], Text(answer.Json, "title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reviews_behind_a_film_are_listed()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("a b/ember 1.html", Ember);
        await app.DropAsync("ember 2.html", Ember);
        var id = await IdAsync(app, "ember road");

        var request = Requests.Get($"/api/films/{id}/reviews");
        var answer = await app.Worker.Functions<FilmFunctions>()
            .Reviews(request, id, CancellationToken.None).AnswerAsync(request);

        Assert.Equal(2, answer.Json.GetProperty("reviewCount").GetInt32());
        Assert.Equal(
            ["/api/reviews/a%20b/ember%201.html", "/api/reviews/ember%202.html"],
            answer.Json.GetProperty("reviews").EnumerateArray().Select(review => Text(review, "url")!).Order(StringComparer.Ordinal));
    }

    private static Task<Answer> GetAsync(TestApp app, string id, params (string Name, string Value)[] headers)
    {
        var request = Requests.Get($"/api/films/{id}", headers);
        return app.Worker.Functions<FilmFunctions>().Get(request, id, CancellationToken.None).AnswerAsync(request);
    }

    private static Task<Answer> FindAsync(TestApp app, string query)
    {
        var request = Requests.Get($"/api/films?{query}");
        return app.Worker.Functions<FilmFunctions>().Find(request, CancellationToken.None).AnswerAsync(request);
    }

    private static async Task<List<string>> TitlesAsync(TestApp app, string query, string? continuation = null)
    {
        var titles = new List<string>();
        do
        {
            var page = (await FindAsync(app, continuation is null ? query : $"{query}&continuation={continuation}")).Json;
            titles.AddRange(page.GetProperty("films").EnumerateArray().Select(film => Text(film, "title")!));
            continuation = Text(page, "continuation");
        }
        while (continuation is not null);
        return titles;
    }

    private static async Task<string> IdAsync(TestApp app, string title) =>
        Text((await FindAsync(app, $"title={title}")).Json.GetProperty("films")[0], "id")!;

    private static string? Text(JsonElement element, string property) => element.GetProperty(property).GetString();
}
