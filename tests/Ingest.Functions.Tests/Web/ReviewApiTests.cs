using System.Text;
using Ingest.Functions.Triggers;

namespace Ingest.Functions.Tests.Web;

public sealed class ReviewApiTests(AzuriteFixture azurite)
{
    private const string Ember = "film: Ember Road\nyear: 1999\nmention: Harbour of Glass";

    [Fact]
    public async Task An_ingested_review_shows_its_article_its_statements_and_the_films_they_went_to()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("ember.html", Ember);

        var review = (await GetAsync(app, "ember.html")).Json;

        Assert.Equal("ingested", review.GetProperty("review").GetProperty("status").GetString());
        Assert.Equal(Ember, review.GetProperty("article").GetProperty("text").GetString());
        var films = review.GetProperty("films");
        Assert.Equal(2, films.GetArrayLength());
        Assert.Equal("year", films[0].GetProperty("statements")[1].GetProperty("kind").GetString());
        var id = films[0].GetProperty("ids").EnumerateArray().Single().GetString()!;
        var request = Requests.Get($"/api/films/{id}");
        var film = await app.Worker.Functions<FilmFunctions>().Get(request, id, CancellationToken.None).AnswerAsync(request);
        Assert.Equal(200, film.Status);
    }

    [Fact]
    public async Task A_dropped_file_counts_as_received_before_anybody_has_noticed_it()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.PutAsync("ember.html", Ember);
        Assert.Equal("received", await StatusAsync(app, "ember.html"));
        await app.Worker.SettleAsync("ember.html");
        Assert.Equal("ingested", await StatusAsync(app, "ember.html"));

        await app.PutAsync("ember.html", "film: Winter Ferry");

        Assert.Equal("received", await StatusAsync(app, "ember.html"));
    }

    [Fact]
    public async Task A_rejected_review_says_why_and_what_to_do()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("a.html", "nothing of films");

        var review = (await GetAsync(app, "a.html")).Json.GetProperty("review");

        Assert.Equal("rejected", review.GetProperty("status").GetString());
        Assert.Equal("noArticle", review.GetProperty("reason").GetString());
        Assert.NotEmpty(review.GetProperty("advice").GetString()!);
    }

    [Fact]
    public async Task What_is_put_is_dropped_and_what_is_deleted_is_retracted_at_once()
    {
        await using var app = await TestApp.StartAsync(azurite);

        var put = await PutAsync(app, "/api/reviews/a%20b/%C3%A9mber%25.html", Ember);
        await app.Worker.SettleAsync("a b/émber%.html");
        var films = (await Stored.ReadAsync(app)).Count(line => line.StartsWith("profile", StringComparison.Ordinal));
        var deleted = await DeleteAsync(app, "/api/reviews/a%20b/%C3%A9mber%25.html");
        var again = await DeleteAsync(app, "/api/reviews/a%20b/%C3%A9mber%25.html");

        Assert.Equal((202, "/api/reviews/a%20b/%C3%A9mber%25.html"), (put.Status, put.Headers["Location"]));
        Assert.Equal(2, films);
        Assert.Equal(204, deleted.Status);
        Assert.Empty(await Stored.ReadAsync(app));
        Assert.Equal((404, "review-not-found"), (again.Status, again.Problem));
        Assert.Equal((404, "review-not-found"), await ProblemAsync(GetAsync(app, "a%20b/%C3%A9mber%25.html")));
    }

    [Fact]
    public async Task An_escaped_slash_and_a_written_percent_are_two_names()
    {
        await using var app = await TestApp.StartAsync(azurite);

        await PutAsync(app, "/api/reviews/a%2Fb.html", Ember);
        await PutAsync(app, "/api/reviews/a%252Fb.html", Ember);

        var names = new List<string>();
        await foreach (var blob in app.Files.GetBlobsAsync())
        {
            names.Add(blob.Name);
        }

        Assert.Equal(["a%2Fb.html", "a/b.html"], names.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_beyond_the_limit_is_refused_and_nothing_of_it_kept(bool saysItsLength)
    {
        await using var app = await TestApp.StartAsync(
            azurite, settings: new Dictionary<string, string?> { ["Ingest:MaxFileBytes"] = "1000" });
        var request = Requests.Put("/api/reviews/a.html", new byte[1001]);
        request.ContentLength = saysItsLength ? 1001 : null;

        var answer = await app.Worker.Functions<ReviewFunctions>().Put(request, "a.html", CancellationToken.None).AnswerAsync(request);

        Assert.Equal((413, "review-too-large"), (answer.Status, answer.Problem));
        Assert.False(await app.Files.GetBlobClient("a.html").ExistsAsync());
    }

    [Fact]
    public async Task A_review_that_must_be_new_is_not_overwritten()
    {
        await using var app = await TestApp.StartAsync(azurite);

        var first = await PutAsync(app, "/api/reviews/a.html", Ember, ("If-None-Match", "*"));
        var second = await PutAsync(app, "/api/reviews/a.html", "film: Winter Ferry", ("If-None-Match", "*"));

        Assert.Equal(202, first.Status);
        Assert.Equal((412, "precondition-failed"), (second.Status, second.Problem));
    }

    [Fact]
    public async Task An_encoded_body_and_an_impossible_name_are_refused()
    {
        await using var app = await TestApp.StartAsync(azurite);

        var encoded = await PutAsync(app, "/api/reviews/a.html", Ember, ("Content-Encoding", "gzip"));
        var name = await PutAsync(app, "/api/reviews/a%0Ab.html", Ember);

        Assert.Equal((415, "content-encoding-not-supported"), (encoded.Status, encoded.Problem));
        Assert.Equal((400, "invalid-review-name"), (name.Status, name.Problem));
    }

    [Theory]
    [InlineData("text/html", 202)]
    [InlineData("text/html; charset=windows-1252", 202)]
    [InlineData("Application/XHTML+xml", 202)]
    [InlineData("application/octet-stream", 202)]
    [InlineData("", 202)]
    [InlineData(null, 202)]
    [InlineData("application/json", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("image/png", 415)]
    [InlineData("html", 415)]
    public async Task A_body_that_says_to_be_something_else_than_a_page_is_refused(string? type, int status)
    {
        await using var app = await TestApp.StartAsync(azurite);

        var answer = await PutAsync(app, "/api/reviews/a.html", Ember, type is null ? [] : [("Content-Type", type)]);

        Assert.Equal((status, status == 415 ? "media-type-not-supported" : null), (answer.Status, answer.Problem));
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
        Assert.Equal(status == 202, await app.Files.GetBlobClient("a.html").ExistsAsync());
        if (status == 415)
        {
            Assert.Equal("text/html, application/xhtml+xml, application/octet-stream", answer.Headers["Accept"]);
        }
    }

    [Fact]
    public async Task A_continuation_is_of_use_for_its_own_status_only()
    {
        await using var app = await TestApp.StartAsync(azurite);
        for (var number = 0; number < 4; number++)
        {
            await app.DropAsync($"{number}.html", "film: Ember Road");
        }

        var continuation = (await FindAsync(app, "limit=1")).Json.GetProperty("continuation").GetString();

        Assert.Equal(200, (await FindAsync(app, $"limit=2&continuation={continuation}")).Status);
        foreach (var query in new[] { $"status=ingested&continuation={continuation}", "continuation=bm9uZQ", "continuation=*" })
        {
            var answer = await FindAsync(app, query);
            Assert.Equal((query, 400, "invalid-continuation"), (query, answer.Status, answer.Problem));
        }
    }

    [Fact]
    public async Task A_review_that_has_not_changed_is_not_sent_again()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("ember.html", Ember);
        var etag = (await GetAsync(app, "ember.html")).Headers["ETag"];

        var again = await GetAsync(app, "ember.html", ("If-None-Match", etag));
        await app.PutAsync("ember.html", "film: Winter Ferry");
        var changed = await GetAsync(app, "ember.html", ("If-None-Match", etag));

        Assert.StartsWith("W/", etag, StringComparison.Ordinal);
        Assert.Equal((304, 200), (again.Status, changed.Status));
    }

    [Fact]
    public async Task Reviews_are_listed_page_by_page_each_once_and_by_status()
    {
        await using var app = await TestApp.StartAsync(azurite);
        for (var number = 0; number < 9; number++)
        {
            await app.DropAsync($"{number}.html", number % 3 == 0 ? "nothing of films" : "film: Ember Road");
        }

        await app.RemoveAsync("0.html");
        await app.Worker.SettleAsync("0.html");

        Assert.Equal(
            ["1.html", "2.html", "3.html", "4.html", "5.html", "6.html", "7.html", "8.html"], await ListAsync(app, "limit=3"));
        Assert.Equal(["3.html", "6.html"], await ListAsync(app, "status=rejected&limit=1"));
        Assert.Empty(await ListAsync(app, "status=failed"));
    }

    [Theory]
    [InlineData("status=lost")]
    [InlineData("status=Ingested")]
    [InlineData("limit=-1")]
    public async Task A_parameter_that_is_not_valid_is_refused(string query)
    {
        await using var app = await TestApp.StartAsync(azurite);

        var answer = await FindAsync(app, query);

        Assert.Equal((400, "invalid-parameter"), (answer.Status, answer.Problem));
    }

    [Fact]
    public async Task Health_is_good_while_storage_answers_and_a_problem_when_it_does_not()
    {
        await using var app = await TestApp.StartAsync(azurite);

        var good = await HealthAsync(app);
        await app.Files.DeleteAsync();
        var bad = await HealthAsync(app);

        Assert.Equal((200, "ok"), (good.Status, good.Json.GetProperty("status").GetString()));
        Assert.Equal((503, "storage-unavailable"), (bad.Status, bad.Problem));
    }

    private static async Task<List<string>> ListAsync(TestApp app, string query)
    {
        var names = new List<string>();
        var continuation = "";
        do
        {
            var page = (await FindAsync(app, query + continuation)).Json;
            names.AddRange(page.GetProperty("reviews").EnumerateArray().Select(review => review.GetProperty("name").GetString()!));
            continuation = page.GetProperty("continuation").GetString() is { } next ? $"&continuation={next}" : "";
        }
        while (continuation.Length > 0);
        names.Sort(StringComparer.Ordinal);
        return names;
    }

    private static async Task<string> StatusAsync(TestApp app, string name) =>
        (await GetAsync(app, name)).Json.GetProperty("review").GetProperty("status").GetString()!;

    private static async Task<(int, string?)> ProblemAsync(Task<Answer> answer) => ((await answer).Status, (await answer).Problem);

    private static Task<Answer> FindAsync(TestApp app, string query)
    {
        var request = Requests.Get($"/api/reviews?{query}");
        return app.Worker.Functions<ReviewFunctions>().List(request, CancellationToken.None).AnswerAsync(request);
    }

    private static Task<Answer> GetAsync(TestApp app, string escapedName, params (string Name, string Value)[] headers)
    {
        var request = Requests.Get($"/api/reviews/{escapedName}", headers);
        return app.Worker.Functions<ReviewFunctions>().Get(request, "unused", CancellationToken.None).AnswerAsync(request);
    }

    private static Task<Answer> PutAsync(
        TestApp app, string target, string content, params (string Name, string Value)[] headers)
    {
        var request = Requests.Put(target, Encoding.UTF8.GetBytes(content), headers);
        return app.Worker.Functions<ReviewFunctions>().Put(request, "unused", CancellationToken.None).AnswerAsync(request);
    }

    private static Task<Answer> DeleteAsync(TestApp app, string target)
    {
        var request = Requests.Delete(target);
        return app.Worker.Functions<ReviewFunctions>().Delete(request, "unused", CancellationToken.None).AnswerAsync(request);
    }

    private static Task<Answer> HealthAsync(TestApp app)
    {
        var request = Requests.Get("/api/health");
        return app.Worker.Functions<HealthFunctions>().Get(request, CancellationToken.None).AnswerAsync(request);
    }
}
