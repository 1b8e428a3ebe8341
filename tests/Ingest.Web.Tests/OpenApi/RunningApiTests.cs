using System.Net;
using Ingest.Web.Tests.Made;
using Ingest.Web.Tests.Running;

namespace Ingest.Web.Tests.OpenApi;

/// <summary>The API of the running app; every answer is held to its description, headers and all.</summary>
public sealed class RunningApiTests(RunningApp app)
{
    private const string Review = "/api/reviews/" + MadeReview.Name;

    [Fact]
    public async Task All_that_can_be_got_is_answered_as_described_and_HEAD_with_the_same_headers()
    {
        string[] targets =
        [
            "/api/films?title=lamplighter", "/api/films?limit=0", "/api/films/" + app.Film, "/api/films/" + app.FormerFilm,
            "/api/films/no-such-film", $"/api/films/{app.Film}/reviews", $"/api/films/{app.FormerFilm}/reviews", "/api/reviews?limit=3",
            "/api/reviews?status=none", Review, "/api/reviews/no-such.html", "/api/reviews/a%5Cb.html", "/api/health",
            "/api/openapi.json", "/api/nothing/here",
        ];
        foreach (var target in targets)
        {
            using var got = await SendAsync(HttpMethod.Get, target);
            using var asked = await SendAsync(HttpMethod.Head, target);
            using var gzip = await SendAsync(HttpMethod.Get, target, ("Accept-Encoding", "gzip"));
            using var brotli = await SendAsync(HttpMethod.Get, target, ("Accept-Encoding", "br"));

            Assert.Equal((got.StatusCode, HeadersOf(got)), (asked.StatusCode, HeadersOf(asked)));
            Assert.All([gzip, brotli], answer => Assert.Equal(got.StatusCode, answer.StatusCode));
            if (got.Headers.ETag is { } tag)
            {
                using var again = await SendAsync(HttpMethod.Get, target, ("If-None-Match", tag.ToString()));
                Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            }
        }
    }

    [Fact]
    public async Task Linked_data_is_answered_as_described()
    {
        using var answer = await SendAsync(HttpMethod.Get, "/api/films/" + app.Film, ("Accept", "application/ld+json"));

        Assert.Equal("application/ld+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Writing_is_answered_as_described_with_and_without_a_key()
    {
        const string Target = "/api/reviews/of-the-api-tests/not-there.html";

        using var unkeyed = await SendAsync(HttpMethod.Put, Target);
        using var other = await SendAsync(HttpMethod.Delete, Target, ("x-functions-key", "another"));
        using var gone = await SendAsync(HttpMethod.Delete, Target, ("x-functions-key", AppProcess.Key));
        using var never = await SendAsync(HttpMethod.Put, Target, ("x-functions-key", AppProcess.Key), ("If-Match", "\"no-such-tag\""));
        using var method = await SendAsync(HttpMethod.Patch, Target);

        Assert.Equal(
            [HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.NotFound, HttpStatusCode.PreconditionFailed, HttpStatusCode.MethodNotAllowed],
            new[] { unkeyed, other, gone, never, method }.Select(answer => answer.StatusCode));
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string target, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, target);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        if (method == HttpMethod.Put)
        {
            request.Content = new StringContent("<p>A page", new System.Net.Http.Headers.MediaTypeHeaderValue("text/html"));
        }

        return await app.Http.SendAsync(request);
    }

    // The server itself says of an empty body, but not to HEAD, that it is empty.
    private static string HeadersOf(HttpResponseMessage answer) => string.Join('\n', answer.Headers.Concat(answer.Content.Headers)
        .Where(header => header.Key != "Date")
        .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
        .Where(header => header != "Content-Length: 0")
        .Order(StringComparer.Ordinal));
}
