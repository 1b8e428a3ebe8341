using Ingest.Functions.Triggers;

namespace Ingest.Functions.Tests.Web;

public sealed class CrossOriginTests
{
    private const string Origin = "https://films.example";
    private static readonly (string, string) Allowed = ("Ingest:CorsOrigins:0", Origin);

    [Fact]
    public async Task By_default_no_other_site_is_let_in()
    {
        var preflight = await PreflightAsync([], Origin);
        var answer = await GetAsync([], Origin);

        Assert.DoesNotContain([.. preflight.Headers.Keys, .. answer.Headers.Keys], IsCrossOrigin);
        Assert.False(answer.Headers.ContainsKey("Vary"));
    }

    [Fact]
    public async Task A_site_that_settings_name_may_read_and_write_with_the_key()
    {
        var preflight = await PreflightAsync([Allowed], Origin);

        Assert.Equal(204, preflight.Status);
        Assert.Equal(Origin, preflight.Headers["Access-Control-Allow-Origin"]);
        Assert.Contains("PUT", preflight.Headers["Access-Control-Allow-Methods"], StringComparison.Ordinal);
        Assert.Contains("x-functions-key", preflight.Headers["Access-Control-Allow-Headers"], StringComparison.Ordinal);
        Assert.Equal("3600", preflight.Headers["Access-Control-Max-Age"]);
        Assert.False(preflight.Headers.ContainsKey("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task Such_a_site_sees_errors_too_and_the_headers_that_it_needs()
    {
        var answer = await GetAsync([Allowed], Origin);

        Assert.Equal(404, answer.Status);
        Assert.Equal(Origin, answer.Headers["Access-Control-Allow-Origin"]);
        Assert.Equal(["Allow", "ETag", "Location", "Retry-After"], answer.Headers["Access-Control-Expose-Headers"].Split(','));
        Assert.Equal("Origin", answer.Headers["Vary"]);
    }

    [Theory]
    [InlineData("https://other.example")]
    [InlineData("http://films.example")]
    [InlineData("https://films.example:8443")]
    [InlineData("null")]
    [InlineData(null)]
    public async Task Others_are_not_let_in_and_caches_tell_them_apart(string? origin)
    {
        var preflight = await PreflightAsync([Allowed], origin);
        var answer = await GetAsync([Allowed], origin);

        Assert.DoesNotContain([.. preflight.Headers.Keys, .. answer.Headers.Keys], IsCrossOrigin);
        Assert.Equal("Origin", answer.Headers["Vary"]);
    }

    [Fact]
    public async Task All_sites_may_be_let_in()
    {
        var answer = await GetAsync([("Ingest:CorsOrigins:0", "*")], "https://any.example");

        Assert.Equal("*", answer.Headers["Access-Control-Allow-Origin"]);
        Assert.False(answer.Headers.ContainsKey("Vary"));
    }

    private static bool IsCrossOrigin(string header) => header.StartsWith("Access-Control-", StringComparison.Ordinal);

    private static async Task<Answer> PreflightAsync((string, string)[] settings, string? origin)
    {
        using var app = new AppWithoutStorage(settings);
        var request = Requests.Get("/api/reviews/a.html");
        request.Method = "OPTIONS";
        request.Headers.Origin = origin;
        request.Headers.AccessControlRequestMethod = "PUT";
        request.Headers.AccessControlRequestHeaders = "x-functions-key";
        return await app.Functions<FallbackFunctions>().Preflight(request).AnswerAsync(request);
    }

    private static async Task<Answer> GetAsync((string, string)[] settings, string? origin)
    {
        using var app = new AppWithoutStorage(settings);
        var request = Requests.Get("/api/nothing");
        request.Headers.Origin = origin;
        return await app.Functions<FallbackFunctions>().Unknown(request).AnswerAsync(request);
    }
}
