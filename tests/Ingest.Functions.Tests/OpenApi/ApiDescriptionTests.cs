using System.Text;
using Ingest.Functions.Web.OpenApi;
using Ingest.OpenApiChecks;

namespace Ingest.Functions.Tests.OpenApi;

/// <summary>Whether a wrong answer is noticed.</summary>
public sealed class ApiDescriptionTests
{
    private const string Health = """
        {"status":"ok","readerVersion":3,
        "reviews":{"received":0,"ingested":0,"rejected":0,"failed":0,"givenUp":0,"outdated":0,"unreadable":0,"isWhole":true},
        "oldestUnprocessedSeconds":null,"reconciliation":null}
        """;

    private static readonly ApiDescription Description = new(OpenApiDocument.Create());

    [Fact]
    public void A_right_answer_is_right()
    {
        Assert.Empty(Check(Right()));
        Assert.Empty(Check(Right() with { Method = "HEAD", Body = [] }));
        Assert.Empty(Check(Right() with { Target = "/api/health?x=/api/films" }));
    }

    [Theory]
    [InlineData(201)]
    [InlineData(304)]
    [InlineData(404)]
    public void Another_status_is_noticed(int status) =>
        Assert.Equal([$"the status {status} is not described"], Check(Right() with { Status = status }));

    [Fact]
    public void A_status_of_another_answer_is_noticed() => Assert.Contains(
        "the header Retry-After is missing", Check(Right() with { Status = 503 }));

    [Theory]
    [InlineData("Cache-Control")]
    [InlineData("X-Content-Type-Options")]
    [InlineData("Content-Security-Policy")]
    [InlineData("Referrer-Policy")]
    [InlineData("Cross-Origin-Resource-Policy")]
    public void A_missing_header_is_noticed(string name)
    {
        var answer = Right();
        var headers = answer.Headers.Where(header => header.Key != name).ToDictionary();

        Assert.Equal([$"the header {name} is missing"], Check(answer with { Headers = headers }));
    }

    [Theory]
    [InlineData("Cache-Control", "no-cache")]
    [InlineData("X-Content-Type-Options", "sniff")]
    public void A_header_with_another_value_is_noticed(string name, string value) =>
        Assert.StartsWith($"the header {name}:", Assert.Single(Check(With(Right(), name, value))), StringComparison.Ordinal);

    [Theory]
    [InlineData("ETag", "\"a\"")]
    [InlineData("X-Powered-By", "somebody")]
    public void A_header_that_is_not_described_is_noticed(string name, string value) =>
        Assert.Equal([$"the header {name} is not described"], Check(With(Right(), name, value)));

    [Theory]
    [InlineData(""" "readerVersion":3, """, "", "/readerVersion is missing")]
    [InlineData(""" "readerVersion":3 """, """ "readerVersion":3,"more":1 """, "/more is not described")]
    [InlineData(""" "readerVersion":3 """, """ "readerVersion":"3" """, "/readerVersion \"3\" breaks type \"integer\"")]
    [InlineData(""" "ok" """, """ "ill" """, "/status \"ill\" breaks enum [\"ok\"]")]
    public void A_wrong_body_is_noticed(string right, string wrong, string error)
    {
        var body = Health.Replace(right.Trim(), wrong.Trim(), StringComparison.Ordinal);

        Assert.Equal([error], Check(Right() with { Body = Encoding.UTF8.GetBytes(body) }));
    }

    [Fact]
    public void Another_media_type_a_body_to_HEAD_and_one_where_none_belongs_are_noticed()
    {
        Assert.Equal(["the media type 'text/html' is not described"], Check(With(Right(), "Content-Type", "text/html")));
        Assert.Equal(["a body answers HEAD"], Check(Right() with { Method = "HEAD" }));
        Assert.Contains(
            "a body of application/json is not described",
            Check(Right() with { Method = "DELETE", Target = "/api/reviews/a/b.html", Status = 204 }));
    }

    [Fact]
    public void A_problem_of_another_type_than_its_status_has_is_noticed()
    {
        var problem = """{"type":"urn:ingest:problem:review-not-found","title":"a","status":404,"detail":"b"}""";
        var answer = With(Right(), "Content-Type", "application/problem+json") with { Status = 404, Body = Encoding.UTF8.GetBytes(problem) };

        Assert.Empty(Check(answer with { Target = "/api/reviews/a/b.html" }));
        Assert.Contains("breaks enum", Assert.Single(Check(answer with { Target = "/api/films/a" })), StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_or_method_that_is_not_listed_must_be_answered_as_the_document_says()
    {
        var none = Problem("not-found", 404) with { Target = "/api/people" };
        var wrong = With(Problem("method-not-allowed", 405), "Allow", "GET, HEAD") with { Method = "DELETE" };

        Assert.Empty(Check(none));
        Assert.Empty(Check(none with { Target = "/api/films/a/reviews/b" }));
        Assert.Empty(Check(wrong));
        Assert.Empty(Check(Right() with { Target = "/films/a", Status = 418 }));
        Assert.NotEmpty(Check(Right() with { Target = "/api/people" }));
        Assert.NotEmpty(Check(none with { Target = "/api/films" }));
        Assert.NotEmpty(Check(Right() with { Method = "DELETE" }));
        Assert.NotEmpty(Check(Problem("method-not-allowed", 405) with { Method = "DELETE" }));
        Assert.NotEmpty(Check(Problem("film-not-found", 404) with { Target = "/api/people" }));
    }

    private static List<string> Check(ApiAnswer answer) => Description.Check(answer);

    private static ApiAnswer Right() => new("GET", "/api/health", 200, Headers(), Encoding.UTF8.GetBytes(Health));

    private static ApiAnswer Problem(string type, int status) => With(Right(), "Content-Type", "application/problem+json") with
    {
        Status = status,
        Body = Encoding.UTF8.GetBytes(
            $$"""{"type":"urn:ingest:problem:{{type}}","title":"a","status":{{status}},"detail":"b"}"""),
    };

    private static ApiAnswer With(ApiAnswer answer, string name, string value) =>
        answer with { Headers = new Dictionary<string, string>(answer.Headers, StringComparer.OrdinalIgnoreCase) { [name] = value } };

    private static Dictionary<string, string> Headers() => new(StringComparer.OrdinalIgnoreCase)
    {
        ["Content-Type"] = "application/json; charset=utf-8",
        ["Cache-Control"] = "no-store",
        ["X-Content-Type-Options"] = "nosniff",
        ["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'",
        ["Referrer-Policy"] = "no-referrer",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
    };
}
