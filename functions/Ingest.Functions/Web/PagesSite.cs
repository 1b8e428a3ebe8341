using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure;
using Ingest.Core;
using Ingest.Core.Facts;
using Ingest.Core.Films;
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
    ReviewTable reviews,
    ReviewApi reviewApi,
    PageRenderer pages,
    ILogger<PagesSite> logger)
{
    private const string HtmlType = "text/html; charset=utf-8";
    private const int FilmsOnPage = 24;
    private const int ReviewsLookedAt = 100;
    private const int ReviewsOnPage = 12;
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

    /// <summary>The start page; with <c>?title=</c> what a search for it finds.</summary>
    public async Task<ApiResult> StartAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var parameters = new Parameters(request.Query);
        var title = parameters.Text("title");
        var query = new FilmQuery(title, null, null, FilmsOnPage, parameters.Continuation());
        if (parameters.Error is not null)
        {
            return await NotFoundAsync(new NotFoundView("page", ""));
        }

        try
        {
            var latest = title is null && query.Continuation is null ? LatestAsync(cancellationToken) : null;
            var found = await titles.FindAsync(query, cancellationToken);
            return Html(await pages.RenderAsync(new StartView
            {
                Query = title,
                Films = [.. found.Items.Select(SummaryOf)],
                Continuation = found.Continuation,
                Reviews = latest is null ? [] : await latest,
            }));
        }
        catch (FormatException)
        {
            // A continuation that no page gave.
            return await NotFoundAsync(new NotFoundView("page", ""));
        }
    }

    /// <summary>The page of a film.</summary>
    public async Task<ApiResult> FilmAsync(string id, CancellationToken cancellationToken)
    {
        var stored = id.Length is > 0 and <= MaxIdLength ? await films.FindAsync(id, cancellationToken) : null;
        return stored switch
        {
            null => await NotFoundAsync(
                new NotFoundView("film", id) { Suggestions = await SuggestionsAsync(id, cancellationToken) }),
            { Json: { } json } => Html(await pages.RenderAsync(await ViewOfAsync(json, cancellationToken))),
            _ => new ApiResult(StatusCodes.Status301MovedPermanently).With("Location", Links.Film(stored.RedirectTo!)),
        };
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

    private static Pages.ReviewView ViewOf(ReviewView review) => new(review.Review.Name, StateOf(review.Review.Status))
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

    private static ReviewState StateOf(string status) =>
        Enum.TryParse<ReviewState>(status, ignoreCase: true, out var state) ? state : ReviewState.Received;

    private static FilmSummary SummaryOf(FilmHit hit) => new(hit.Id, hit.Title, hit.Year);

    private static string? NameOf(ReviewRecord record) => record.Title is null
        ? null
        : record.SiteName is null ? record.Title : $"{record.Title} · {record.SiteName}";

    private async Task<FilmView> ViewOfAsync(byte[] json, CancellationToken cancellationToken)
    {
        var profile = JsonSerializer.Deserialize(json, CoreJson.Instance.FilmProfile)!;
        var records = await Task.WhenAll(
            profile.Reviews.Select(name => reviews.FindAsync(ReviewName.Parse(name), cancellationToken)));
        return new FilmView(profile)
        {
            ReviewTitles = records.OfType<ReviewRecord>()
                .Where(record => NameOf(record) is not null)
                .ToImmutableDictionary(record => record.Name.Value, record => NameOf(record)!),
        };
    }

    // Records are not kept in the order of time: of more than are looked at, the latest of these are shown.
    private async Task<ImmutableArray<ReviewSummary>> LatestAsync(CancellationToken cancellationToken)
    {
        var page = await reviews.ListAsync(null, ReviewsLookedAt, null, cancellationToken);
        return
        [
            .. page.Items
                .OrderByDescending(record => record.SettledAt ?? record.FirstSeenAt)
                .ThenBy(record => record.Name.Value, StringComparer.Ordinal)
                .Take(ReviewsOnPage)
                .Select(record => new ReviewSummary(
                    record.Name.Value,
                    StateOf(record.Status.ToString()),
                    record.Title,
                    record.SiteName,
                    record.Status is ReviewStatus.Rejected or ReviewStatus.Failed ? ReasonWords.Of(record.Reason) : null)),
        ];
    }

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
                return [.. found.Items.Select(SummaryOf)];
            }
        }

        return [];
    }

    public async Task<ApiResult> NotFoundAsync(NotFoundView view) =>
        Html(await pages.RenderAsync(view), StatusCodes.Status404NotFound);

    private static ApiResult Html(string html, int status = StatusCodes.Status200OK)
    {
        var answer = new ApiResult(status, HtmlType, Encoding.UTF8.GetBytes(html));
        foreach (var (name, value) in PageHeaders.All)
        {
            answer.With(name, value);
        }

        return answer;
    }

    private static ApiResult WithTag(HttpRequest request, ApiResult answer)
    {
        if (answer.Status != StatusCodes.Status200OK)
        {
            return answer;
        }

        var etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(answer.Body.Span))[..32]}\"";
        return Negotiation.Has(request, etag)
            ? new ApiResult(StatusCodes.Status304NotModified)
                .With("ETag", etag)
                .With("Cache-Control", answer.Headers["Cache-Control"])
            : answer.With("ETag", etag);
    }
}
