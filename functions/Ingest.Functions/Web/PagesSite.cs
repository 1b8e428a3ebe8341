using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Ingest.Core.Facts;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;
using Ingest.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ingest.Functions.Web;

/// <summary>The web pages: finds what a page shows, and renders it.</summary>
internal sealed class PagesSite(
    FilmTable films,
    FilmSuggestions suggestions,
    ReviewApi reviewApi,
    StartPages start,
    FilmPages filmPages,
    PageRenderer pages,
    ILogger<PagesSite> logger)
{
    private const string HtmlType = "text/html; charset=utf-8";

    /// <summary>Answers a request; whatever goes wrong becomes a page that says so.</summary>
    public async Task<ApiResult> AnswerAsync(HttpRequest request, Func<Task<ApiResult>> answer)
    {
        try
        {
            return WithTag(await answer());
        }
        catch (Exception reason) when (!request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            Log.RequestFailed(logger, reason, request.Method, request.Path);
            var html = await pages.RenderAsync(new ErrorView(request.HttpContext.TraceIdentifier));
            return Failure.Of(reason).IsOfStorage
                ? Html(html, StatusCodes.Status503ServiceUnavailable).With("Retry-After", "5")
                : Html(html, StatusCodes.Status500InternalServerError);
        }
    }

    /// <summary>The start page; with <c>?title=</c>, <c>person</c> or <c>year</c> what a search for them finds.</summary>
    public async Task<ApiResult> StartAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await start.FindAsync(request.Query, cancellationToken) is { } view
            ? Html(
                await pages.RenderAsync(view),
                view.Problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest)
            : Html(await pages.RenderAsync(new NotFoundView("page", "")), StatusCodes.Status400BadRequest);

    /// <summary>The page of a film.</summary>
    public async Task<ApiResult> FilmAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var stored = await films.FindAsync(id, cancellationToken);
        if (stored is null)
        {
            return await NotFoundAsync(
                new NotFoundView("film", id) { Suggestions = [.. (await suggestions.NearAsync(id, cancellationToken)).Select(StartPages.SummaryOf)] });
        }

        if (stored.Json is null)
        {
            return new ApiResult(StatusCodes.Status301MovedPermanently).With("Location", Links.Film(stored.RedirectTo!));
        }

        var page = await filmPages.FindAsync(stored, cancellationToken);
        var coding = ContentCoding.Choose(request, prefersGzip: true);
        var tag = coding is null ? page.Tag : ContentCoding.TagOf(page.Tag, coding);
        return Negotiation.Has(request, tag)
            ? NotModified(tag).With("Vary", "Accept-Encoding")
            : Html(await page.HtmlAsync(), gzip: coding == ContentCoding.Gzip ? await page.GzipAsync() : null).With("ETag", page.Tag);
    }

    /// <summary>The page of a review.</summary>
    public async Task<ApiResult> ReviewAsync(HttpRequest request, string name, CancellationToken cancellationToken)
    {
        // The API alone knows what counts as a review's state and which films its statements went to.
        var answer = await reviewApi.GetAsync(request, name, cancellationToken);
        return answer.Status == StatusCodes.Status200OK
            ? Html(await pages.RenderAsync(ViewOf(
                JsonSerializer.Deserialize(answer.Body.Span, WebJson.Instance.ReviewView)!)))
            : await NotFoundAsync(new NotFoundView("review", name));
    }

    /// <summary>A file that the pages load.</summary>
    public async Task<ApiResult> AssetAsync(HttpRequest request, string file) => SiteAsset.Find(file) is { } asset
        ? new ApiResult(StatusCodes.Status200OK, asset.ContentType, asset.Content)
            .With("Cache-Control", asset.CacheControl(request.Query["v"]))
        : await NotFoundAsync(new NotFoundView("file", file));

    private static Pages.ReviewView ViewOf(ReviewView review) => new(review.Review.Name, ReviewSummaries.StateOf(review.Review.Status))
    {
        Article = review.Article,
        Films = [.. review.Films.Select(FilmOf)],
        Notes = [.. review.Review.Notes.Select(NoteWords.Of)],
        Reason = ReasonWords.Of(review.Review.Reason),
        Advice = review.Review.Advice,
        Attempts = review.Review.Status == Parameters.WordOf(ReviewStatus.Failed) ? review.Review.Attempts : null,
        NextAttemptAt = review.Review.NextAttemptAt,
    };

    // Where it may be several films, the page leads to a search that finds them all.
    private static ReviewedFilm FilmOf(ReviewFilm film) => new(
        new FilmStatements(film.Title, film.IsSubject, film.Statements),
        film.Ids is [var only] ? only : null);

    public async Task<ApiResult> NotFoundAsync(NotFoundView view) =>
        Html(await pages.RenderAsync(view), StatusCodes.Status404NotFound);

    private static ApiResult Html(string html, int status = StatusCodes.Status200OK) => Html(Encoding.UTF8.GetBytes(html), status);

    private static ApiResult Html(byte[] html, int status = StatusCodes.Status200OK, byte[]? gzip = null)
    {
        var answer = new ApiResult(status, HtmlType, html) { Gzip = gzip };
        foreach (var (name, value) in PageHeaders.All)
        {
            answer.With(name, value);
        }

        return answer;
    }

    // The page of a film knows its tag before it is rendered; any other has that of its bytes.
    private static ApiResult WithTag(ApiResult answer) => answer.Status != StatusCodes.Status200OK || answer.Headers.ContainsKey("ETag")
        ? answer
        : answer.With("ETag", ApiResult.TagOf(answer.Body.Span));

    private static ApiResult NotModified(string etag) => new ApiResult(StatusCodes.Status304NotModified).With("ETag", etag);
}
