using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Ingest.Dev;
using Ingest.Dev.Films;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Ingest.Local.Tests.Dev;

/// <summary>An export over connections that break off.</summary>
public sealed class ExportTests : IAsyncLifetime
{
    private static readonly string[] Ids = ["amber-lane-1990", "birch-hill", "copper-bay-2004", "dune-road", "éclair-noir-1962"];

    private readonly ConcurrentQueue<Func<HttpContext, string[], Task>> _answers = new();
    private readonly ConcurrentQueue<string> _asked = new();
    private WebApplication? _server;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _server = builder.Build();
        _server.Run(context =>
        {
            var after = context.Request.Query["after"].ToString();
            _asked.Enqueue(after);
            context.Response.ContentType = "application/jsonl; charset=utf-8";
            var left = Ids[(Array.IndexOf(Ids, after) + 1)..].Select(LineOf).ToArray();
            return _answers.TryDequeue(out var answer) ? answer(context, left) : SendAsync(context, left);
        });
        await _server.StartAsync();
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    [Fact]
    public async Task Whatever_breaks_off_is_gone_on_with_until_there_is_nothing_more()
    {
        _answers.Enqueue(RefuseAsync);
        _answers.Enqueue((context, lines) => BreakOffAsync(context, lines[..2]));
        _answers.Enqueue((context, lines) => SendAsync(context, lines[..1]));
        _answers.Enqueue((context, _) => BreakOffAsync(context, []));

        var (text, films) = await ExportAsync();

        Assert.Equal(string.Concat(Ids.Select(LineOf)), text);
        Assert.Equal(Ids.Length, films);
        Assert.Equal(["", "", Ids[1], Ids[2], Ids[2], Ids[4]], _asked);
    }

    [Fact]
    public async Task A_line_that_is_cut_is_none()
    {
        _answers.Enqueue((context, lines) => context.Response.WriteAsync(lines[0] + lines[1][..5]));
        _answers.Enqueue((context, lines) => context.Response.WriteAsync(lines[0][..5]));

        Assert.Equal(string.Concat(Ids.Select(LineOf)), (await ExportAsync()).Text);
    }

    [Fact]
    public async Task What_breaks_off_each_time_is_given_up()
    {
        for (var time = 0; time < 5; time++)
        {
            _answers.Enqueue((context, _) => BreakOffAsync(context, []));
        }

        var reason = await Assert.ThrowsAsync<DevException>(ExportAsync);

        Assert.Contains("broke off after 0 films", reason.Message, StringComparison.Ordinal);
        Assert.Equal(5, _asked.Count);
    }

    [Theory]
    [InlineData(401, "text/plain", "does not take the function key")]
    [InlineData(404, "text/plain", "gives no export: 404")]
    [InlineData(200, "text/html", "gives no export: 200")]
    [InlineData(200, "application/jsonl", "is not the app")]
    public async Task What_is_no_export_is_said_at_once(int status, string type, string said)
    {
        _answers.Enqueue((context, _) =>
        {
            (context.Response.StatusCode, context.Response.ContentType) = (status, type);
            return context.Response.WriteAsync("hello\n");
        });

        var reason = await Assert.ThrowsAsync<DevException>(ExportAsync);

        Assert.Contains(said, reason.Message, StringComparison.Ordinal);
        Assert.Single(_asked);
    }

    [Theory]
    [InlineData("""{"id":"a-1"}""", "a-1")]
    [InlineData("""{"more":{"id":"b"},"id":"a-1"}""", "a-1")]
    [InlineData("""{"@context":"x","@id":"https://films.example/films/%C3%A9-1"}""", "é-1")]
    [InlineData("""{"id":5}""", null)]
    [InlineData("[]", null)]
    [InlineData("x", null)]
    [InlineData("", null)]
    public void A_line_tells_its_film(string line, string? id) => Assert.Equal(id, FilmLine.IdOf(Encoding.UTF8.GetBytes(line)));

    private async Task<(string Text, long Films)> ExportAsync()
    {
        using var export = new FilmExport(new Uri(_server!.Urls.Single()), "a-key", asLinkedData: false, new Silent());
        using var output = new MemoryStream();
        await export.WriteAsync(output, TimeSpan.FromMilliseconds(1), TestContext.Current.CancellationToken);
        return (Encoding.UTF8.GetString(output.ToArray()), export.Films);
    }

    private static string LineOf(string id) => $"{{\"id\":\"{id}\",\"year\":1990}}\n";

    private static Task SendAsync(HttpContext context, string[] lines) => context.Response.WriteAsync(string.Concat(lines));

    private static async Task BreakOffAsync(HttpContext context, string[] lines)
    {
        // What is sent arrives, and then the connection ends before what was promised.
        context.Response.ContentLength = 10_000;
        await context.Response.WriteAsync(string.Concat(lines) + "{\"id\":");
    }

    private static Task RefuseAsync(HttpContext context, string[] lines)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Task.CompletedTask;
    }

    private sealed class Silent : IProgress<string>
    {
        public void Report(string value)
        {
        }
    }
}
