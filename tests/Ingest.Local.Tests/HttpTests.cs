using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Ingest.Local.Tests;

/// <summary>One host for all of these: none of them changes anything.</summary>
public sealed class HttpHost(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private HostProcess? _host;

    internal Uri Address => _host!.Address;

    internal IReadOnlyCollection<string> Output => _host!.Output;

    internal Task SaysAsync(string text) => _host!.SaysAsync(text);

    public async ValueTask InitializeAsync() => _host = await HostProcess.StartAsync(
        _folder, azurite, settings: [("FUNCTIONS_REQUEST_BODY_SIZE_LIMIT", "100000")]);

    public async ValueTask DisposeAsync()
    {
        await _host!.DisposeAsync();
        _folder.Dispose();
    }
}

public sealed class HttpTests(HttpHost host) : IClassFixture<HttpHost>, IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData("echo/plain.html", "plain.html")]
    [InlineData("echo/a%20page%20%C3%A9t%C3%A9.html", "a page été.html")]
    [InlineData("echo/folder/page.html", "folder/page.html")]
    [InlineData("echo/folder%2Fpage.html", "folder/page.html")]
    [InlineData("echo/folder%2fpage.html?q=1", "folder/page.html")]
    [InlineData("echo/100%25.html", "100%.html")]
    [InlineData("echo/a%252Fb.html", "a%2Fb.html")]
    [InlineData("echo/one/a%252Fb%2Fc.html", "one/a%2Fb/c.html")]
    public async Task A_catch_all_route_gives_the_name_as_it_was_before_it_was_escaped(string path, string name)
    {
        var answer = await _http.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative));

        Assert.Equal(name, answer.GetProperty("name").GetString());
    }

    [Fact]
    public async Task Results_are_executed_with_their_status_type_and_body()
    {
        using var home = await _http.GetAsync(new Uri("/", UriKind.Relative));
        using var moved = await _http.GetAsync(new Uri("moved", UriKind.Relative));
        using var echo = await _http.GetAsync(new Uri("echo/x?q=7", UriKind.Relative));

        Assert.Equal("text/html; charset=utf-8", home.Content.Headers.ContentType?.ToString());
        Assert.Equal("<p>home</p>", await home.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.MovedPermanently, moved.StatusCode);
        Assert.Equal("/echo/there", moved.Headers.Location?.ToString());
        Assert.Equal("application/json", echo.Content.Headers.ContentType?.MediaType);
        Assert.Equal("""{"name":"x","query":"7"}""", await echo.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("squares/12", HttpStatusCode.OK, "144")]
    [InlineData("squares/-3", HttpStatusCode.OK, "9")]
    [InlineData("squares/twelve", HttpStatusCode.BadRequest, null)]
    [InlineData("squares/99999999999", HttpStatusCode.BadRequest, null)]
    public async Task A_route_value_is_bound_as_the_type_of_its_parameter(string path, HttpStatusCode status, string? body)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(status, answer.StatusCode);
        if (body is not null)
        {
            Assert.Equal(body, await answer.Content.ReadAsStringAsync());
        }
    }

    [Theory]
    [InlineData(null, null, HttpStatusCode.Unauthorized)]
    [InlineData("", null, HttpStatusCode.Unauthorized)]
    [InlineData("wrong", null, HttpStatusCode.Unauthorized)]
    [InlineData(HostProcess.Key + "x", null, HttpStatusCode.Unauthorized)]
    [InlineData(HostProcess.Key, null, HttpStatusCode.Accepted)]
    [InlineData(null, "wrong", HttpStatusCode.Unauthorized)]
    [InlineData(null, HostProcess.Key, HttpStatusCode.Accepted)]
    [InlineData("wrong", HostProcess.Key, HttpStatusCode.Unauthorized)]
    public async Task A_guarded_function_asks_for_the_key_in_the_header_or_the_query(string? header, string? code, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"guarded/a/b.html{(code is null ? "" : $"?code={code}")}")
        {
            Content = new StringContent("12345"),
        };
        if (header is not null)
        {
            request.Headers.Add("x-functions-key", header);
        }

        using var answer = await _http.SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
        if (status == HttpStatusCode.Accepted)
        {
            Assert.Equal("""{"name":"a/b.html","length":5}""", await answer.Content.ReadAsStringAsync());
        }
        else
        {
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task HEAD_answers_as_GET_does_without_the_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/");
        using var answer = await _http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("GET", "off", HttpStatusCode.NotFound)]
    [InlineData("GET", "nowhere", HttpStatusCode.NotFound)]
    [InlineData("POST", "echo/x", HttpStatusCode.MethodNotAllowed)]
    public async Task What_no_enabled_function_answers_is_refused(string method, string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await _http.SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task A_function_that_throws_answers_500_and_keeps_its_reason_for_the_log()
    {
        using var answer = await _http.GetAsync(new Uri("broken", UriKind.Relative));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await host.SaysAsync("a secret of the inside");
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"guarded/x?code={HostProcess.Key}")
        {
            Content = new ByteArrayContent(new byte[100_001]),
        };
        using var answer = await _http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public void The_start_up_text_lists_every_function_and_what_it_answers_to()
    {
        Assert.Contains(host.Output, line => line.EndsWith($"Echo: [GET] {host.Address}echo/{{*name}}", StringComparison.Ordinal));
        Assert.Contains(host.Output, line => line.EndsWith($"Guarded: [PUT,DELETE] {host.Address}guarded/{{*name}}  (key)", StringComparison.Ordinal));
        Assert.Contains(host.Output, line => line.EndsWith("Off: [GET] " + host.Address + "off  (disabled)", StringComparison.Ordinal));
        Assert.Contains(host.Output, line => line.EndsWith("Ticks: timer trigger, 0 0 0 1 1 *", StringComparison.Ordinal));
        Assert.Contains(host.Output, line => line.StartsWith("Function key: " + HostProcess.Key, StringComparison.Ordinal));
    }
}
