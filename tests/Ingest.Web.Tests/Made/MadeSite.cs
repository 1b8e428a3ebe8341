using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ingest.Web.Tests.Made;

/// <summary>The pages with made-up data behind them, on a free port of this machine.</summary>
public sealed class MadeSite : IAsyncLifetime
{
    private readonly PageRenderer pages = new(NullLoggerFactory.Instance);
    private WebApplication? app;

    /// <summary>What its scripts ask.</summary>
    public MadeApi Api { get; } = new();

    /// <summary>Where the site is, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet("/", (string? title) => Page(pages.RenderAsync(Start(title))));
        app.MapGet("/films/{id}", (string id) => id == MadeFilm.Id
            ? Page(pages.RenderAsync(MadeFilm.View))
            : Page(pages.RenderAsync(new NotFoundView("film", id) { Suggestions = [MadeFilm.Summary] }), 404));
        app.MapGet("/reviews/{*name}", (string name) => name switch
        {
            MadeReview.Name => Page(pages.RenderAsync(MadeReview.View)),
            "scans/page-4.html" => Page(pages.RenderAsync(MadeReview.Rejected)),
            MadeApi.ArrivingName when !Api.IsRead(name) => Page(pages.RenderAsync(new ReviewView(name, ReviewState.Received))),
            MadeApi.ArrivingName => Page(pages.RenderAsync(MadeReview.View with { Name = name })),
            _ => Page(pages.RenderAsync(new NotFoundView("review", name)), 404),
        });
        app.MapGet("/error", () => Page(pages.RenderAsync(new ErrorView("0HN1GKQB8C2TR:00000001")), 500));
        app.MapGet("/hostile/{page}", (string page) => Results.Content(
            "<!DOCTYPE html><title>All</title><link rel=\"icon\" href=\"data:,\">" + string.Concat(
                Enumerable.Range(0, HostileText.All.Length).Select(index => $"<iframe src=\"/hostile/{index}/{page}\"></iframe>")),
            "text/html; charset=utf-8"));
        app.MapGet("/hostile/{index:int}/{page}", (int index, string page) => Hostile(index, page));
        app.MapGet("/assets/{file}", (string file, string? v, HttpContext context) =>
        {
            if (SiteAsset.Find(file) is not { } asset)
            {
                return Results.NotFound();
            }

            context.Response.Headers.CacheControl = asset.CacheControl(v);
            return Results.Bytes(asset.Content, asset.ContentType);
        });
        Api.Map(app);
        await app.StartAsync();
        Address = app.Urls.First();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }

        pages.Dispose();
    }

    private static StartView Start(string? title) => title is null
        ? MadeLists.Start
        : new StartView
        {
            Search = new FilmSearch(title),
            Films = [.. MadeLists.Films.Where(film => film.Title.Contains(title, StringComparison.OrdinalIgnoreCase))],
        };

    /// <summary>Pages full of hostile text, without the policy that would stop their scripts.</summary>
    private async Task<IResult> Hostile(int index, string page)
    {
        var text = HostileText.All[index];
        var html = page switch
        {
            "film" => await pages.RenderAsync(MadeFilm.Holding(text)),
            "review" => await pages.RenderAsync(MadeReview.Holding(text)),
            "latest" => await pages.RenderAsync(MadeLists.LatestHolding(text)),
            _ => await pages.RenderAsync(MadeLists.Holding(text)),
        };
        return Results.Content(html, "text/html; charset=utf-8");
    }

    private static async Task<IResult> Page(Task<string> html, int status = 200) => new WithHeaders(await html, status);

    private sealed class WithHeaders(string html, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            foreach (var (name, value) in PageHeaders.All)
            {
                httpContext.Response.Headers[name] = value;
            }

            httpContext.Response.StatusCode = status;
            httpContext.Response.ContentType = "text/html; charset=utf-8";
            return httpContext.Response.WriteAsync(html);
        }
    }
}
