using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Ingest.Dev;

namespace Ingest.Local.Tests;

/// <summary>One running app for all of these, with one review in it.</summary>
public sealed class AppHost(AzuriteFixture azurite) : IAsyncLifetime
{
    public const string Film = "the-orchard-ferry-2011";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TestFolder _folder = new();
    private HostProcess? _host;

    internal Uri Address => _host!.Address;

    public async ValueTask InitializeAsync()
    {
        _host = await HostProcess.StartAppAsync(_folder, azurite.ConnectionString, ("Ingest__CorsOrigins__0", "https://films.example"));
        using var http = new HttpClient { BaseAddress = Address };
        using var put = Put("api/reviews/ferry.html", HostProcess.Key, "text/html");
        using var taken = await http.SendAsync(put);
        taken.EnsureSuccessStatusCode();
        using var patience = new CancellationTokenSource(Patience);
        while ((await http.GetFromJsonAsync<JsonElement>(new Uri("api/reviews/ferry.html", UriKind.Relative), patience.Token))
            .GetProperty("review").GetProperty("status").GetString() != "ingested")
        {
            await Task.Delay(50, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host!.DisposeAsync();
        _folder.Dispose();
    }

    internal static HttpRequestMessage Put(string path, string? key, string type)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, path)
        {
            Content = new StringContent(
                """
                <!doctype html><html lang="en"><head><title>The Orchard Ferry (2011) review</title></head><body><article>
                <h1>The Orchard Ferry (2011)</h1>
                <p>Directed by Ines Valdorra, the film takes two hours to cross one valley, and visitors of our small cinema
                would not have missed a minute of it. Nothing hurries here, and nobody explains too much.</p>
                <p>It ran 121 minutes at the screening we went to. The camera stays where it is and lets the weather come,
                which is braver than it sounds, and the last scene earns the silence that follows it in the hall.</p>
                </article></body></html>
                """,
                Encoding.UTF8,
                type),
        };
        if (key is not null)
        {
            request.Headers.Add("x-functions-key", key);
        }

        return request;
    }
}

/// <summary>The app's API over HTTP, as clients see it.</summary>
public sealed class AppApiTests(AppHost host) : IClassFixture<AppHost>, IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData("api/films", 200)]
    [InlineData($"api/films/{AppHost.Film}", 200)]
    [InlineData($"api/films/{AppHost.Film}/reviews", 200)]
    [InlineData("api/reviews", 200)]
    [InlineData("api/reviews/ferry.html", 200)]
    [InlineData("api/health", 200)]
    [InlineData("api/films/the-orchard-fairy", 404)]
    [InlineData("api/reviews?limit=x", 400)]
    [InlineData("api/nothing", 404)]
    public async Task HEAD_answers_as_GET_does_without_the_body(string path, int status)
    {
        foreach (var accepts in new[] { "identity", "br" })
        {
            using var get = await SendAsync(HttpMethod.Get, path, ("Accept-Encoding", accepts));
            using var head = await SendAsync(HttpMethod.Head, path, ("Accept-Encoding", accepts));

            Assert.Equal((status, status), ((int)get.StatusCode, (int)head.StatusCode));
            Assert.Equal(HeadersOf(get), HeadersOf(head));
            Assert.Equal((await get.Content.ReadAsByteArrayAsync()).Length, head.Content.Headers.ContentLength);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }
    }

    [Theory]
    [InlineData("GET", "api/films", 200, "no-cache", "Origin, Accept-Encoding")]
    [InlineData("GET", $"api/films/{AppHost.Film}", 200, "no-cache", "Origin, Accept, Accept-Encoding")]
    [InlineData("GET", $"api/films/{AppHost.Film}/reviews", 200, "no-cache", "Origin, Accept-Encoding")]
    [InlineData("GET", "api/reviews/ferry.html", 200, "no-cache", "Origin, Accept-Encoding")]
    [InlineData("GET", "api/health", 200, "no-store", "Origin")]
    [InlineData("GET", "api/films/nothing", 404, "no-store", "Origin")]
    [InlineData("GET", "api/films?year=soon", 400, "no-store", "Origin")]
    [InlineData("GET", "api/films?continuation=x", 400, "no-store", "Origin")]
    [InlineData("GET", "api/reviews/..%2Fx", 400, "no-store", "Origin")]
    [InlineData("GET", "api/nothing", 404, "no-store", "Origin")]
    [InlineData("POST", "api/films", 405, "no-store", "Origin")]
    [InlineData("OPTIONS", "api/films", 204, "no-store", "Origin")]
    [InlineData("GET", "api/films.jsonl", 401, "no-store", null)]
    [InlineData("PUT", "api/reviews/x.html", 401, "no-store", null)]
    [InlineData("DELETE", "api/reviews/x.html", 401, "no-store", null)]
    public async Task Every_answer_says_who_may_keep_it_what_it_depends_on_and_what_a_browser_may_do_with_it(
        string method, string path, int status, string kept, string? vary)
    {
        using var answer = await SendAsync(new HttpMethod(method), path);
        var headers = HeadersOf(answer);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(kept, headers["Cache-Control"]);
        Assert.Equal(vary is not null && Size(answer) < 1024 ? vary.Replace(", Accept-Encoding", "", StringComparison.Ordinal) : vary, headers.GetValueOrDefault("Vary"));
        Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
        Assert.Equal("default-src 'none'; frame-ancestors 'none'", headers["Content-Security-Policy"]);
        Assert.Equal("no-referrer", headers["Referrer-Policy"]);
        Assert.Equal("same-origin", headers["Cross-Origin-Resource-Policy"]);
        if (status >= 400)
        {
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal("application/problem+json", headers["Content-Type"]);
            Assert.Equal(status, problem.GetProperty("status").GetInt32());
            Assert.StartsWith("urn:ingest:problem:", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("PUT", null)]
    [InlineData("PUT", "wrong")]
    [InlineData("DELETE", null)]
    [InlineData("DELETE", "wrong")]
    public async Task Nothing_is_written_without_the_key(string method, string? key)
    {
        using var request = AppHost.Put("api/reviews/ferry.html", key, "text/html");
        request.Method = new HttpMethod(method);

        using var answer = await _http.SendAsync(request);
        using var review = await SendAsync(HttpMethod.Get, "api/reviews/ferry.html");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("urn:ingest:problem:missing-key", await ProblemAsync(answer));
        Assert.NotEmpty(answer.Headers.WwwAuthenticate);
        Assert.Equal(HttpStatusCode.OK, review.StatusCode);
    }

    [Fact]
    public async Task What_is_no_page_is_refused_and_the_next_page_on_the_connection_taken()
    {
        using var json = AppHost.Put("api/reviews/other.html", HostProcess.Key, "application/json");
        using var page = AppHost.Put("api/reviews/other.html", HostProcess.Key, "text/html");
        using var delete = new HttpRequestMessage(HttpMethod.Delete, $"api/reviews/other.html?code={HostProcess.Key}");

        using var refused = await _http.SendAsync(json);
        using var taken = await _http.SendAsync(page);
        using var deleted = await _http.SendAsync(delete);

        Assert.Equal("urn:ingest:problem:media-type-not-supported", await ProblemAsync(refused));
        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.NoContent), (taken.StatusCode, deleted.StatusCode));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_profile_travels_compressed_and_only_once(string coding)
    {
        using var plain = await SendAsync(HttpMethod.Get, $"api/films/{AppHost.Film}");
        using var packed = await SendAsync(HttpMethod.Get, $"api/films/{AppHost.Film}", ("Accept-Encoding", coding));
        using var again = await SendAsync(
            HttpMethod.Get, $"api/films/{AppHost.Film}", ("Accept-Encoding", coding), ("If-None-Match", packed.Headers.ETag!.ToString()));

        Assert.Equal([coding], packed.Content.Headers.ContentEncoding);
        Assert.NotEqual(plain.Headers.ETag, packed.Headers.ETag);
        Assert.False(packed.Headers.ETag!.IsWeak);
        Assert.True(packed.Content.Headers.ContentLength < plain.Content.Headers.ContentLength / 2);
        await using var sent = await packed.Content.ReadAsStreamAsync();
        await using Stream decoder = coding == "br"
            ? new BrotliStream(sent, CompressionMode.Decompress)
            : new GZipStream(sent, CompressionMode.Decompress);
        using var body = new StreamReader(decoder);
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await body.ReadToEndAsync());
        Assert.Equal((HttpStatusCode.NotModified, packed.Headers.ETag), (again.StatusCode, again.Headers.ETag));
    }

    [Fact]
    public async Task All_films_are_exported_into_a_file_that_stays_whole()
    {
        using var folder = new TestFolder();
        var file = Path.Combine(folder.Path, "films.jsonl");
        string[] export = ["export", file, "--url", host.Address.ToString(), "--key"];
        var profile = await _http.GetStringAsync(new Uri($"api/films/{AppHost.Film}", UriKind.Relative));

        Assert.Equal(0, await DevCommand.RunAsync([.. export, HostProcess.Key]));
        var exported = await File.ReadAllTextAsync(file);
        Assert.Equal(1, await DevCommand.RunAsync([.. export, "wrong"]));
        var kept = await File.ReadAllTextAsync(file);
        Assert.Equal(0, await DevCommand.RunAsync([.. export, HostProcess.Key, "--ld"]));
        var movies = await File.ReadAllLinesAsync(file);

        Assert.Contains(profile + "\n", exported, StringComparison.Ordinal);
        Assert.Equal(exported, kept);
        Assert.Equal(exported.Split('\n').Length - 1, movies.Length);
        Assert.All(movies, line => Assert.Equal("Movie", JsonElement.Parse(line).GetProperty("@type").GetString()));
        Assert.Single(Directory.GetFiles(folder.Path, "films*"));
    }

    [Fact]
    public async Task An_export_into_a_link_replaces_what_it_leads_to_and_one_into_a_device_replaces_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets few make a link, and has no such device.");
        using var folder = new TestFolder();
        var (file, link) = (Path.Combine(folder.Path, "films.jsonl"), Path.Combine(folder.Path, "link.jsonl"));
        File.CreateSymbolicLink(link, file);
        string[] options = ["--url", host.Address.ToString(), "--key", HostProcess.Key];

        Assert.Equal(0, await DevCommand.RunAsync(["export", link, .. options]));
        Assert.Equal(0, await DevCommand.RunAsync(["export", "/dev/null", .. options]));

        Assert.Equal(file, new FileInfo(link).LinkTarget);
        Assert.NotEmpty(await File.ReadAllTextAsync(file));
        Assert.Empty(await File.ReadAllTextAsync("/dev/null"));
    }

    [Fact]
    public async Task A_site_that_settings_name_may_use_the_API()
    {
        using var preflight = await SendAsync(
            HttpMethod.Options, "api/reviews/x.html", ("Origin", "https://films.example"), ("Access-Control-Request-Method", "PUT"));
        using var answer = await SendAsync(HttpMethod.Get, "api/films", ("Origin", "https://films.example"));
        using var page = await SendAsync(HttpMethod.Get, "", ("Origin", "https://films.example"));

        Assert.Equal("https://films.example", HeadersOf(preflight)["Access-Control-Allow-Origin"]);
        Assert.Equal("https://films.example", HeadersOf(answer)["Access-Control-Allow-Origin"]);
        Assert.False(page.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("GET", "nothing", HttpStatusCode.NotFound, "text/html; charset=utf-8")]
    [InlineData("POST", "nothing", HttpStatusCode.NotFound, "application/problem+json")]
    [InlineData("POST", "", HttpStatusCode.MethodNotAllowed, "application/problem+json")]
    [InlineData("DELETE", $"films/{AppHost.Film}", HttpStatusCode.MethodNotAllowed, "application/problem+json")]
    public async Task Beside_the_API_too_nothing_is_answered_without_a_word(string method, string path, HttpStatusCode status, string type)
    {
        using var answer = await SendAsync(new HttpMethod(method), path);

        Assert.Equal((status, type), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
    }

    private static Dictionary<string, string> HeadersOf(HttpResponseMessage answer) => answer.Headers
        .Concat(answer.Content.Headers)
        .Where(header => header.Key != "Date")
        .ToDictionary(header => header.Key, header => string.Join(", ", header.Value));

    private static long Size(HttpResponseMessage answer) => answer.Content.Headers.ContentLength ?? 0;

    private static async Task<string?> ProblemAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _http.SendAsync(request);
    }
}
