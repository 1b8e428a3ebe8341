using System.IO.Compression;
using System.Text;
using Ingest.Functions.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Ingest.Functions.Tests.Web;

/// <summary>What becomes of an answer on its way: compression, entity tags and 304.</summary>
public sealed class ApiResultTests
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes($"{{\"text\":\"{new string('a', 5000)}\"}}");

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip;q=1.0, br;q=0.5", "gzip")]
    [InlineData("GZIP", "gzip")]
    [InlineData("*", "br")]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("identity, gzip;q=0.5", null)]
    [InlineData("gzip;q=0", null)]
    [InlineData("deflate, zstd", null)]
    [InlineData("identity", null)]
    [InlineData("=;;,", null)]
    [InlineData(null, null)]
    public async Task A_body_is_compressed_as_the_request_likes_best(string? accepts, string? coding)
    {
        var answer = await SendAsync(Tagged(), accepts);

        Assert.Equal(coding, answer.Headers.GetValueOrDefault("Content-Encoding"));
        Assert.Equal(Body, Decoded(answer));
        Assert.Equal(coding is null ? "\"tag\"" : $"\"tag-{coding}\"", answer.Headers["ETag"]);
        Assert.Equal("Accept-Encoding", answer.Headers["Vary"]);
        Assert.Equal($"{answer.Bytes.Length}", answer.Headers["Content-Length"]);
    }

    [Theory]
    [InlineData("application/json; charset=utf-8", 1023)]
    [InlineData("image/png", 5000)]
    [InlineData("application/octet-stream", 5000)]
    public async Task What_gains_nothing_is_sent_as_it_is(string type, int length)
    {
        var answer = await SendAsync(new ApiResult(200, type, new byte[length]).With("ETag", "\"tag\""), "gzip");

        Assert.False(answer.Headers.ContainsKey("Content-Encoding"));
        Assert.False(answer.Headers.ContainsKey("Vary"));
        Assert.Equal((length, "\"tag\""), (answer.Bytes.Length, answer.Headers["ETag"]));
    }

    [Fact]
    public async Task Gzip_that_is_at_hand_is_sent_as_it_is_and_before_all_that_is_liked_as_much()
    {
        var gzip = ContentCoding.Encode(Body, ContentCoding.Gzip);

        var answer = await SendAsync(new ApiResult(200, ApiResult.JsonType, Body) { Gzip = gzip }, "gzip, br");

        Assert.Equal(gzip, answer.Bytes);
        Assert.Equal("gzip", answer.Headers["Content-Encoding"]);
    }

    [Theory]
    [InlineData("\"tag\"", null, 304)]
    [InlineData("W/\"tag\"", null, 304)]
    [InlineData("\"other\", \"tag\"", null, 304)]
    [InlineData("*", null, 304)]
    [InlineData("\"tag-gzip\"", "gzip", 304)]
    [InlineData("\"tag\"", "gzip", 200)]
    [InlineData("\"tag-gzip\"", null, 200)]
    [InlineData("\"tag-gzip\"", "br", 200)]
    [InlineData("tag", null, 200)]
    [InlineData("\"other\"", null, 200)]
    [InlineData("", null, 200)]
    public async Task Who_has_what_would_be_sent_is_told_so(string known, string? accepts, int status)
    {
        var answer = await SendAsync(Tagged(), accepts, known);

        Assert.Equal(status, answer.Status);
        Assert.Equal("Accept-Encoding", answer.Headers["Vary"]);
        if (status == 304)
        {
            Assert.Empty(answer.Bytes);
            Assert.Equal(["Cache-Control", "ETag", "Vary"], answer.Headers.Keys.Order(StringComparer.Ordinal));
            Assert.Equal((await SendAsync(Tagged(), accepts)).Headers["ETag"], answer.Headers["ETag"]);
        }
    }

    [Theory]
    [InlineData("GET", 404, 404)]
    [InlineData("PUT", 200, 200)]
    [InlineData("HEAD", 200, 304)]
    public async Task Only_what_was_found_and_only_reading_is_answered_by_304(string method, int status, int answered)
    {
        var request = Requests.Get("/", ("If-None-Match", "\"tag\""));
        request.Method = method;

        var answer = await Task.FromResult<IActionResult>(new ApiResult(status, ApiResult.JsonType, Body).With("ETag", "\"tag\"")).AnswerAsync(request);

        Assert.Equal(answered, answer.Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("gzip")]
    public async Task HEAD_tells_all_that_GET_tells_but_the_body(string? accepts)
    {
        var get = await SendAsync(Tagged(), accepts);
        var request = Request(accepts);
        request.Method = "HEAD";

        var head = await Task.FromResult<IActionResult>(Tagged()).AnswerAsync(request);

        Assert.Empty(head.Bytes);
        Assert.Equal(get.Headers.OrderBy(header => header.Key), head.Headers.OrderBy(header => header.Key));
    }

    [Theory]
    [InlineData("https", null, true)]
    [InlineData("http", "https", true)]
    [InlineData("http", "https, http", true)]
    [InlineData("http", "http", false)]
    [InlineData("http", null, false)]
    public async Task Who_came_by_HTTPS_is_told_to_stay_with_it(string scheme, string? forwarded, bool isTold)
    {
        var request = Request(null);
        request.Scheme = scheme;
        request.Headers["X-Forwarded-Proto"] = forwarded;

        var answer = await Task.FromResult<IActionResult>(Tagged()).AnswerAsync(request);

        Assert.Equal(isTold, answer.Headers.ContainsKey("Strict-Transport-Security"));
    }

    [Fact]
    public async Task An_answer_can_do_nothing_in_a_browser()
    {
        var answer = await SendAsync(Tagged(), null);

        Assert.Equal("default-src 'none'; frame-ancestors 'none'", answer.Headers["Content-Security-Policy"]);
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
        Assert.Equal("no-referrer", answer.Headers["Referrer-Policy"]);
        Assert.Equal("same-origin", answer.Headers["Cross-Origin-Resource-Policy"]);
    }

    private static ApiResult Tagged() => new ApiResult(200, ApiResult.JsonType, Body).With("ETag", "\"tag\"");

    private static HttpRequest Request(string? accepts) =>
        accepts is null ? Requests.Get("/") : Requests.Get("/", ("Accept-Encoding", accepts));

    private static Task<Answer> SendAsync(ApiResult result, string? accepts, string? known = null)
    {
        var request = Request(accepts);
        if (known is not null)
        {
            request.Headers.IfNoneMatch = known;
        }

        return Task.FromResult<IActionResult>(result).AnswerAsync(request);
    }

    private static byte[] Decoded(Answer answer)
    {
        using var sent = new MemoryStream(answer.Bytes);
        using Stream decoder = answer.Headers.GetValueOrDefault("Content-Encoding") switch
        {
            "gzip" => new GZipStream(sent, CompressionMode.Decompress),
            "br" => new BrotliStream(sent, CompressionMode.Decompress),
            _ => sent,
        };
        using var body = new MemoryStream();
        decoder.CopyTo(body);
        return body.ToArray();
    }
}
