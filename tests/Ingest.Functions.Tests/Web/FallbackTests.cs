using Ingest.Functions.Triggers;

namespace Ingest.Functions.Tests.Web;

public sealed class FallbackTests
{
    [Theory]
    [InlineData("GET", "/api")]
    [InlineData("GET", "/api/")]
    [InlineData("GET", "/api/film/x")]
    [InlineData("GET", "/api/films/x/y")]
    [InlineData("POST", "/api/nothing")]
    [InlineData("OPTIONS", "/api/nothing")]
    [InlineData("DELETE", "/nothing")]
    public async Task An_address_that_is_nothing_is_not_found(string method, string path)
    {
        var answer = await AnswerAsync(method, path);

        Assert.Equal((404, "not-found"), (answer.Status, answer.Problem));
        Assert.Contains(path, answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
    }

    [Theory]
    [InlineData("POST", "/api/films", "GET, HEAD")]
    [InlineData("PUT", "/api/films/x", "GET, HEAD")]
    [InlineData("DELETE", "/api/films/x/reviews", "GET, HEAD")]
    [InlineData("PATCH", "/api/reviews/a/b.html", "DELETE, GET, HEAD, POST, PUT")]
    [InlineData("PUT", "/api/health", "GET, HEAD")]
    public async Task A_method_that_an_address_does_not_take_is_refused_with_those_that_it_takes(
        string method, string path, string allowed)
    {
        var answer = await AnswerAsync(method, path);

        Assert.Equal((405, "method-not-allowed"), (answer.Status, answer.Problem));
        Assert.Equal(allowed.Split(", "), answer.Headers["Allow"].Split(", ").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/films/x")]
    [InlineData("/reviews/a/b.html")]
    public async Task Nothing_can_be_sent_to_a_page(string path)
    {
        var answer = await AnswerAsync("POST", path);

        Assert.Equal((405, "method-not-allowed"), (answer.Status, answer.Problem));
        Assert.Contains("GET", answer.Headers["Allow"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/nothing")]
    [InlineData("GET", "/films/x/y")]
    [InlineData("HEAD", "/apis")]
    public async Task A_browser_that_looks_for_a_page_is_shown_one(string method, string path)
    {
        var answer = await AnswerAsync(method, path);

        Assert.Equal((404, "text/html; charset=utf-8"), (answer.Status, answer.Headers["Content-Type"]));
        Assert.Equal(method == "GET", answer.Bytes.Length > 0);
    }

    [Fact]
    public async Task A_hostile_path_stays_text()
    {
        var answer = await AnswerAsync("GET", "/api/%3Cscript%3Ealert(1)%3C/script%3E" + new string('x', 5000));

        Assert.DoesNotContain("<", answer.Body, StringComparison.Ordinal);
        Assert.True(answer.Bytes.Length < 1000);
    }

    [Fact]
    public async Task OPTIONS_tells_what_an_address_takes()
    {
        var answer = await AnswerAsync("OPTIONS", "/api/films/x");

        Assert.Equal((204, "GET, HEAD, OPTIONS"), (answer.Status, answer.Headers["Allow"]));
    }

    private static async Task<Answer> AnswerAsync(string method, string path)
    {
        using var app = new AppWithoutStorage();
        var request = Requests.Get(path);
        request.Method = method;
        var functions = app.Functions<FallbackFunctions>();
        var isPreflight = method == "OPTIONS" && path.StartsWith("/api/", StringComparison.Ordinal);
        return await (isPreflight ? functions.Preflight(request) : functions.Unknown(request)).AnswerAsync(request);
    }
}
