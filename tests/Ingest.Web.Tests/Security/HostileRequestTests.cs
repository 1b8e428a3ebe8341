using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Ingest.Web.Tests.Running;

namespace Ingest.Web.Tests.Security;

/// <summary>Requests that try to get more out of the app, or into it, than they may.</summary>
[Collection(nameof(HostileNamesApp))]
public sealed class HostileRequestTests(HostileNamesApp app)
{
    private const string Html = "<html><body><article><p>Nobody in the hall spoke of the weather, and the film is about little else.</p></article></body></html>";

    [Fact]
    public async Task A_body_without_a_length_is_refused_once_it_is_too_large_and_nothing_is_stored()
    {
        using var answer = await app.SendAsync(HttpMethod.Put, "/api/reviews/endless.html", new StreamContent(new EndlessStream(33 * 1024 * 1024)));
        using var review = await app.Http.GetAsync(new Uri("/api/reviews/endless.html", UriKind.Relative));

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.NotFound), (answer.StatusCode, review.StatusCode));
    }

    [Fact]
    public async Task A_body_without_a_length_that_is_not_too_large_is_stored()
    {
        using var answer = await app.SendAsync(HttpMethod.Put, "/api/reviews/long.html", new StreamContent(new EndlessStream(9 * 1024 * 1024)));
        using var review = await app.Http.GetAsync(new Uri("/api/reviews/long.html", UriKind.Relative));

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.OK), (answer.StatusCode, review.StatusCode));
    }

    [Theory]
    [InlineData("/api/films?title=%27%20or%201%20eq%201%20or%20%27")]
    [InlineData("/api/films?title=x&person=%27%29%20or%20%28RowKey%20ne%20%27")]
    [InlineData("/api/films?person=a%27%20or%20PartitionKey%20eq%20%27all")]
    public async Task No_search_says_more_than_it_asks_for(string address)
    {
        var answer = await app.Http.GetStringAsync(new Uri(address, UriKind.Relative));

        Assert.StartsWith("{\"films\":[]", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/reviews?status=ingested%27%20or%20Status%20ne%20%27x")]
    [InlineData("/api/reviews?continuation=%27%20or%20%27")]
    [InlineData("/api/reviews?continuation=MDo%3D")]
    [InlineData("/api/films?title=the&continuation=AAAAAAAAAAAweCBvciAx")]
    [InlineData("/api/films?year=2009%20or%20true")]
    [InlineData("/api/reviews?limit=1%27")]
    public async Task A_parameter_that_is_none_is_refused(string address)
    {
        using var answer = await app.Http.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("/api/films/%27%20or%20%27")]
    [InlineData("/api/films/a%0D%0ASet-Cookie:%20x=1")]
    [InlineData("/films/a%0D%0ASet-Cookie:%20x=1")]
    [InlineData("/reviews/a%0D%0ASet-Cookie:%20x=1")]
    public async Task What_is_not_there_is_not_found_and_says_nothing_in_headers(string address)
    {
        using var answer = await app.Http.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_media_type_that_a_file_came_with_is_never_given_back()
    {
        using var content = new StringContent(Html, Encoding.UTF8);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", "text/html; charset=utf-8; evil=\"<script>\"");
        using var put = await app.SendAsync(HttpMethod.Put, "/api/reviews/typed.html", content);
        using var got = await app.Http.GetAsync(new Uri("/api/reviews/typed.html", UriKind.Relative));
        using var page = await app.Http.GetAsync(new Uri("/reviews/typed.html", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Accepted, put.StatusCode);
        Assert.Equal("application/json; charset=utf-8", got.Content.Headers.ContentType?.ToString());
        Assert.Equal("text/html; charset=utf-8", page.Content.Headers.ContentType?.ToString());
    }

    [Theory]
    [InlineData("Content-Type: text/html\u00e9")]
    [InlineData("Content-Type: text/html\rX-Evil: 1")]
    [InlineData("If-Match: \"a\\\"\u0001")]
    [InlineData("If-None-Match: not quoted")]
    [InlineData("Content-Length: -1")]
    [InlineData("Transfer-Encoding: chunked\r\nContent-Length: 4")]
    public async Task A_header_that_breaks_the_rules_never_breaks_the_app(string header)
    {
        var answer = await RawAsync($"PUT /api/reviews/raw.html HTTP/1.1\r\nHost: x\r\nx-functions-key: {AppProcess.Key}\r\nConnection: close\r\n{header}\r\n\r\n0\r\n\r\n");
        var status = int.Parse(answer.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture);

        Assert.True(status is 202 or (>= 400 and < 500), answer);
        Assert.DoesNotContain("X-Evil", answer, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/api/reviews/../../health")]
    [InlineData("/api/reviews/%2E%2E/%2E%2E/api/health")]
    [InlineData("/api/reviews/a%00b")]
    [InlineData("/api/reviews/..%5C..%5Chealth")]
    public async Task An_address_that_climbs_never_gets_a_file(string target)
    {
        var answer = await RawAsync($"GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        Assert.True(answer.StartsWith("HTTP/1.1 4", StringComparison.Ordinal) || answer.Contains("\"readerVersion\"", StringComparison.Ordinal), answer);
    }

    private async Task<string> RawAsync(string request)
    {
        var address = new Uri(app.Address);
        using var connection = new TcpClient(address.Host, address.Port);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        return await new StreamReader(stream, Encoding.Latin1).ReadToEndAsync().WaitAsync(AppProcess.Patience);
    }

    /// <summary>So many bytes, which nobody counts beforehand.</summary>
    private sealed class EndlessStream(long length) : Stream
    {
        private long left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, left);
            buffer.AsSpan(offset, read).Fill((byte)'x');
            left -= read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
