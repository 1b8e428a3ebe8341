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

    private static async Task<string> IdAsync(TestApp app, string title) =>
        Text((await FindAsync(app, $"title={title}")).Json.GetProperty("films")[0], "id")!;

    private static string? Text(JsonElement element, string property) => element.GetProperty(property).GetString();
}
