using System.Net;
using System.Net.Http.Headers;
using Ingest.Functions.Web.OpenApi;

namespace Ingest.Web.Tests.OpenApi;

/// <summary>Whether a wrong answer of a running app is noticed.</summary>
public sealed class AnswerCheckHandlerTests
{
    [Fact]
    public async Task A_right_answer_goes_through_and_a_wrong_one_does_not()
    {
        using var app = new MadeApp();
        using var http = new HttpClient(new AnswerCheckHandler(app)) { BaseAddress = new Uri("http://made.example") };
        var token = TestContext.Current.CancellationToken;

        Assert.Equal(app.Body, await http.GetStringAsync("/api/health", token));
        app.Body = app.Body.Replace("{\"status\"", "{\"more\":2,\"status\"", StringComparison.Ordinal);
        var wrong = await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync("/api/health", token));
        using var page = await http.GetAsync("/films/any", token);

        Assert.Contains("/more is not described", wrong.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    /// <summary>Serves the description, and what it is told to for all else.</summary>
    private sealed class MadeApp : HttpMessageHandler
    {
        public string Body { get; set; } = """
            {"status":"ok","readerVersion":1,
            "reviews":{"received":0,"ingested":0,"rejected":0,"failed":0,"givenUp":0,"outdated":0,"unreadable":0,"isWhole":true},
            "oldestUnprocessedSeconds":null,"reconciliation":null}
            """;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var isDescription = request.RequestUri!.AbsolutePath == "/api/openapi.json";
            var response = new HttpResponseMessage
            {
                Content = isDescription ? new ByteArrayContent(OpenApiDocument.Create()) : new StringContent(Body),
            };
            response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json; charset=utf-8");
            response.Headers.Add("Cache-Control", "no-store");
            response.Headers.Add("X-Content-Type-Options", "nosniff");
            response.Headers.Add("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
            response.Headers.Add("Referrer-Policy", "no-referrer");
            response.Headers.Add("Cross-Origin-Resource-Policy", "same-origin");
            return Task.FromResult(response);
        }
    }
}
