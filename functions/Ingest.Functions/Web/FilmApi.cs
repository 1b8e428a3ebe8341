using System.Collections.Immutable;
using System.Text.Json;
using Ingest.Core;
using Ingest.Core.Films;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;
using Microsoft.AspNetCore.Http;

namespace Ingest.Functions.Web;

/// <summary>Films: search, profiles, and the reviews behind them.</summary>
internal sealed class FilmApi(FilmTable films, TitleTable titles, ReviewTable reviews, FilmSuggestions suggestions)
{
    /// <summary>Films by title, person and year.</summary>
    public async Task<ApiResult> FindAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var parameters = new Parameters(request.Query);
        var query = new FilmQuery(
            parameters.Text("title"),
            parameters.Text("person"),
            parameters.Year(),
            parameters.Limit(),
            parameters.Continuation());
        if (parameters.Error is { } error)
        {
            return error;
        }

        try
        {
            var page = await titles.FindAsync(query, cancellationToken);
            return ApiResult.Json(new FilmList(ItemsOf(page.Items), page.Continuation), WebJson.Instance.FilmList);
        }
        catch (FormatException)
        {
            return Problem.InvalidContinuation();
        }
    }

    /// <summary>A film's profile, as JSON or as JSON-LD.</summary>
    public async Task<ApiResult> GetAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (await films.FindAsync(id, cancellationToken) is not { } stored)
        {
            return await NotFoundAsync(id, cancellationToken);
        }

        if (stored.Json is not { } json)
        {
            return Moved(Urls.OfFilm(stored.RedirectTo!));
        }

        // The hash is that of the JSON; what JSON-LD is made of it differs from version to version of the app.
        var answer = Negotiation.PrefersLinkedData(request)
            ? Tagged(new ApiResult(StatusCodes.Status200OK, LinkedData.MediaType, LinkedData.Of(Profile(json), request)))
            : new ApiResult(StatusCodes.Status200OK, ApiResult.JsonType, json) { Gzip = stored.Gzip }
                .With("ETag", $"\"{stored.ContentHash[..32]}\"");
        return answer.With("Vary", "Accept");
    }

    /// <summary>The reviews that a film's profile names.</summary>
    public async Task<ApiResult> ReviewsAsync(string id, CancellationToken cancellationToken)
    {
        if (await films.FindAsync(id, cancellationToken) is not { } stored)
        {
            return await NotFoundAsync(id, cancellationToken);
        }

        if (stored.Json is not { } json)
        {
            return Moved(Urls.OfFilm(stored.RedirectTo!) + "/reviews");
        }

        var profile = Profile(json);
        var records = await Task.WhenAll(
            profile.Reviews.Select(name => reviews.FindAsync(ReviewName.Listed(name), cancellationToken)));
        var items = records.OfType<ReviewRecord>().Where(record => record.Status != ReviewStatus.Deleted).Select(ReviewApi.ItemOf);
        return ApiResult.Json(
            new FilmReviewList(profile.Id, profile.ReviewCount, [.. items]), WebJson.Instance.FilmReviewList);
    }

    private async Task<ApiResult> NotFoundAsync(string id, CancellationToken cancellationToken) =>
        Problem.FilmNotFound(id, ItemsOf(await suggestions.NearAsync(id, cancellationToken)));

    private static ImmutableArray<FilmItem> ItemsOf(IEnumerable<FilmHit> hits) =>
        [.. hits.Select(hit => new FilmItem(hit.Id, hit.Title, hit.Year, hit.Matched, hit.Approximate, Urls.OfFilm(hit.Id)))];

    private static ApiResult Tagged(ApiResult answer) => answer.With("ETag", ApiResult.TagOf(answer.Body.Span));

    private static ApiResult Moved(string url) =>
        new ApiResult(StatusCodes.Status301MovedPermanently).With("Location", url);

    private static FilmProfile Profile(byte[] json) => ProfileJson.Read(json);
}
