using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure;
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
    TitleTable titles,
    ReviewApi reviewApi,
    StartPages start,
    FilmPages filmPages,
    PageRenderer pages,
    ILogger<PagesSite> logger)
{
    private const string HtmlType = "text/html; charset=utf-8";
    private const int MaxIdLength = 400;

    /// <summary>Answers a request; whatever goes wrong becomes a page that says so.</summary>
    public async Task<ApiResult> AnswerAsync(HttpRequest request, Func<Task<ApiResult>> answer)
    {
        try
        {
            return WithTag(request, await answer());
        }
        catch (Exception reason) when (!request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            Log.RequestFailed(logger, reason, request.Method, request.Path);
            var html = await pages.RenderAsync(new ErrorView(request.HttpContext.TraceIdentifier));
            return reason is RequestFailedException or AggregateException
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
            : await NotFoundAsync(new NotFoundView("page", ""));

    /// <summary>The page of a film.</summary>
    public async Task<ApiResult> FilmAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var stored = id.Length is > 0 and <= MaxIdLength ? await films.FindAsync(id, cancellationToken) : null;
        if (stored is null)
        {
            return await NotFoundAsync(
                new NotFoundView("film", id) { Suggestions = await SuggestionsAsync(id, cancellationToken) });
        }

        if (stored.Json is null)
        {
            return new ApiResult(StatusCodes.Status301MovedPermanently).With("Location", Links.Film(stored.RedirectTo!));
        }

        var page = await filmPages.FindAsync(stored, cancellationToken);
        return Negotiation.Has(request, page.Tag)
            ? NotModified(page.Tag)
            : Html(await page.HtmlAsync()).With("ETag", page.Tag);
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
            .With("Cross-Origin-Resource-Policy", "same-origin")
        : await NotFoundAsync(new NotFoundView("file", file));

    private static Pages.ReviewView ViewOf(ReviewView review) => new(review.Review.Name, ReviewSummaries.StateOf(review.Review.Status))
    {
        Article = review.Article,
        Films = [.. review.Films.Select(FilmOf)],
        Reason = ReasonWords.Of(review.Review.Reason),
        Advice = review.Review.Advice,
        Attempts = review.Review.Status == Parameters.WordOf(ReviewStatus.Failed) ? review.Review.Attempts : null,
    };

    // Where it may be several films, the page leads to a search that finds them all.
    private static ReviewedFilm FilmOf(ReviewFilm film) => new(
        new FilmStatements(film.Title, film.IsSubject, film.Statements),
        film.Ids is [var only] ? only : null);

    // An id is a title and perhaps a year, in lower case: what it says is searched for, then its first word.
    private async Task<ImmutableArray<FilmSummary>> SuggestionsAsync(string id, CancellationToken cancellationToken)
    {
        var words = id[..Math.Min(id.Length, MaxIdLength)].Split('-', StringSplitOptions.RemoveEmptyEntries);
        if (words is [_, .., { Length: 4 } last] && last.All(char.IsAsciiDigit))
        {
            words = words[..^1];
        }

        foreach (var title in new[] { string.Join(' ', words), words.FirstOrDefault("") }.Where(title => title.Length > 0))
        {
            var found = await titles.FindAsync(new FilmQuery(title, null, null, 6, null), cancellationToken);
            if (!found.Items.IsEmpty)
            {
                return [.. found.Items.Select(StartPages.SummaryOf)];
            }
        }

        return [];
    }

    public async Task<ApiResult> NotFoundAsync(NotFoundView view) =>
        Html(await pages.RenderAsync(view), StatusCodes.Status404NotFound);

    private static ApiResult Html(string html, int status = StatusCodes.Status200OK) => Html(Encoding.UTF8.GetBytes(html), status);

    private static ApiResult Html(byte[] html, int status = StatusCodes.Status200OK)
    {
        var answer = new ApiResult(status, HtmlType, html);
        foreach (var (name, value) in PageHeaders.All)
        {
            answer.With(name, value);
        }

        return answer;
    }

    // The page of a film knows its tag before it is rendered; any other has that of its bytes.
    private static ApiResult WithTag(HttpRequest request, ApiResult answer)
    {
        if (answer.Status != StatusCodes.Status200OK || answer.Headers.ContainsKey("ETag"))
        {
            return answer;
        }

        var etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(answer.Body.Span))[..32]}\"";
        return Negotiation.Has(request, etag)
            ? NotModified(etag).With("Cache-Control", answer.Headers["Cache-Control"])
            : answer.With("ETag", etag);
    }

    private static ApiResult NotModified(string etag) => new ApiResult(StatusCodes.Status304NotModified).With("ETag", etag);
}
