using System.Text.Json;
using Ingest.Core;
using Ingest.Core.Films;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;
using Microsoft.AspNetCore.Http;

namespace Ingest.Functions.Web;

/// <summary>Films: search, profiles, and the reviews behind them.</summary>
internal sealed class FilmApi(FilmTable films, TitleTable titles, ReviewTable reviews)
{
    private const int FirstYear = 1870;
    private const int LastYear = 2200;
    private const int MaxIdLength = 400;

    /// <summary>Films by title, person and year.</summary>
    public async Task<ApiResult> FindAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var parameters = new Parameters(request.Query);
        var query = new FilmQuery(
            parameters.Text("title"),
            parameters.Text("person"),
            parameters.Number("year", FirstYear, LastYear),
            parameters.Limit(),
            parameters.Continuation());
        if (parameters.Error is { } error)
        {
            return error;
        }

        try
        {
            var page = await titles.FindAsync(query, cancellationToken);
            var items = page.Items.Select(
                hit => new FilmItem(hit.Id, hit.Title, hit.Year, hit.Matched, hit.Approximate, Urls.OfFilm(hit.Id)));
            return ApiResult.Json(new FilmList([.. items], page.Continuation), WebJson.Instance.FilmList);
        }
        catch (FormatException)
        {
            return Problem.InvalidParameter("continuation", "It takes what an earlier answer to the same query gave.");
        }
    }

    /// <summary>A film's profile, as JSON or as JSON-LD.</summary>
    public async Task<ApiResult> GetAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (await StoredAsync(id, cancellationToken) is not { } stored)
        {
            return Problem.FilmNotFound(id);
        }

        if (stored.Json is not { } json)
        {
            return Moved(Urls.OfFilm(stored.RedirectTo!));
        }

        var isLinkedData = Negotiation.PrefersLinkedData(request);
        var etag = $"\"{stored.ContentHash[..32]}{(isLinkedData ? "-ld" : "")}\"";
        var answer = Negotiation.Has(request, etag)
            ? new ApiResult(StatusCodes.Status304NotModified)
            : isLinkedData
                ? new ApiResult(StatusCodes.Status200OK, LinkedData.MediaType, LinkedData.Of(Profile(json)))
                : new ApiResult(StatusCodes.Status200OK, ApiResult.JsonType, json);
        return answer.With("ETag", etag).With("Vary", "Accept");
    }

    /// <summary>The reviews that a film's profile names.</summary>
    public async Task<ApiResult> ReviewsAsync(string id, CancellationToken cancellationToken)
    {
        if (await StoredAsync(id, cancellationToken) is not { } stored)
        {
            return Problem.FilmNotFound(id);
        }

        if (stored.Json is not { } json)
        {
            return Moved(Urls.OfFilm(stored.RedirectTo!) + "/reviews");
        }

        var profile = Profile(json);
        var records = await Task.WhenAll(
            profile.Reviews.Select(name => reviews.FindAsync(ReviewName.Parse(name), cancellationToken)));
        var items = records.OfType<ReviewRecord>().Select(ReviewApi.ItemOf);
        return ApiResult.Json(
            new FilmReviewList(profile.Id, profile.ReviewCount, [.. items]), WebJson.Instance.FilmReviewList);
    }

    private async Task<StoredProfile?> StoredAsync(string id, CancellationToken cancellationToken) =>
        id.Length is > 0 and <= MaxIdLength ? await films.FindAsync(id, cancellationToken) : null;

    private static ApiResult Moved(string url) =>
        new ApiResult(StatusCodes.Status301MovedPermanently).With("Location", url);

    private static FilmProfile Profile(byte[] json) => JsonSerializer.Deserialize(json, CoreJson.Instance.FilmProfile)!;
}
