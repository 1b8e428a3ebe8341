using System.Collections.Immutable;
using Ingest.Core.Facts;
using Ingest.Core.Films;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;
using Microsoft.AspNetCore.Http;

namespace Ingest.Functions.Web;

/// <summary>Reviews: their statuses, articles and statements.</summary>
internal sealed class ReviewApi(
    ReviewTable reviews, ReviewFiles files, ReadingBlobs readings, FilmPlaces places)
{
    // Each costs a point read, or a few.
    private const int MaxGroupsLookedUp = 100;

    /// <summary>The statuses that answers tell; a deleted review is not there.</summary>
    public static ImmutableArray<ReviewStatus> Told { get; } = [.. Enum.GetValues<ReviewStatus>().Where(status => status != ReviewStatus.Deleted)];

    /// <summary>Reviews, of one status or of all.</summary>
    public async Task<ApiResult> ListAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var parameters = new Parameters(request.Query);
        var status = parameters.OneOf("status", Told);
        var (limit, continuation) = (parameters.Limit(), parameters.Continuation());
        if (parameters.Error is { } error)
        {
            return error;
        }

        try
        {
            var page = await reviews.ListAsync(status, limit, continuation, cancellationToken);
            return ApiResult.Json(
                new ReviewList([.. page.Items.Select(ItemOf)], page.Continuation), WebJson.Instance.ReviewList);
        }
        catch (FormatException)
        {
            return Problem.InvalidContinuation();
        }
    }

    /// <summary>One review. A file that was dropped and not yet noticed counts as received.</summary>
    public async Task<ApiResult> GetAsync(HttpRequest request, string routedName, CancellationToken cancellationToken)
    {
        return Urls.ReviewOf(request, routedName) is { } name
            ? await GetAsync(name, cancellationToken)
            : Problem.InvalidName();
    }

    /// <inheritdoc cref="GetAsync(HttpRequest, string, CancellationToken)"/>
    public async Task<ApiResult> GetAsync(ReviewName name, CancellationToken cancellationToken)
    {
        if (!name.IsUsable)
        {
            return await reviews.FindAsync(name, cancellationToken) is { Status: not ReviewStatus.Deleted } refused
                ? View(ItemOf(refused))
                : Problem.InvalidName();
        }

        var file = files.ETagAsync(name, cancellationToken);
        var record = await reviews.FindAsync(name, cancellationToken);
        var etag = await file;
        if (record is null or { Status: ReviewStatus.Deleted })
        {
            return etag is null ? Problem.ReviewNotFound(name.Value) : View(ItemOf(Awaited(name, record)));
        }

        var isOther = etag is not null && etag != record.BlobETag;
        if (isOther)
        {
            return View(ItemOf(Awaited(name, record)));
        }

        var reading = record is { Status: ReviewStatus.Ingested, Reading: { } blob }
            ? await readings.FindAsync(blob, cancellationToken)
            : null;
        return reading is null
            ? View(ItemOf(record))
            : ApiResult.Json(
                new ReviewView(ItemOf(record), reading.Article, await FilmsAsync(record, reading, cancellationToken)),
                WebJson.Instance.ReviewView);
    }

    /// <summary>What a listing tells of a review.</summary>
    public static ReviewItem ItemOf(ReviewRecord record) => new(
        record.Name.Value,
        Parameters.WordOf(record.Status),
        record.Status is ReviewStatus.Rejected or ReviewStatus.Failed ? record.Reason : null,
        record.Status is ReviewStatus.Rejected or ReviewStatus.Failed ? record.Advice : null,
        record.Attempts,
        record.Status == ReviewStatus.Failed ? record.NextAttemptAt : null,
        record.Title,
        record.SiteName,
        record.PublishedOn,
        record.Url,
        record.Films,
        record.FirstSeenAt,
        record.SettledAt,
        Urls.OfReview(record.Name))
    {
        Notes = record.Status == ReviewStatus.Ingested ? record.Notes : [],
    };

    private static ReviewRecord Awaited(ReviewName name, ReviewRecord? record) =>
        new() { Name = name, Status = ReviewStatus.Received, FirstSeenAt = record?.FirstSeenAt ?? default };

    private static ApiResult View(ReviewItem item) =>
        ApiResult.Json(new ReviewView(item, null, []), WebJson.Instance.ReviewView);

    private async Task<ImmutableArray<ReviewFilm>> FilmsAsync(
        ReviewRecord record, StoredReading reading, CancellationToken cancellationToken)
    {
        // The first of a film's groups has it, or has handed it on.
        var groups = reading.Films.Select(GroupOf).Distinct().Take(MaxGroupsLookedUp).ToList();
        var ids = await Task.WhenAll(groups.Select(group => IdsAsync(group, record.Name, cancellationToken)));
        var byGroup = groups.Zip(ids).ToDictionary(pair => pair.First, pair => pair.Second);
        return [.. reading.Films.Select(Film)];

        static TitleKey GroupOf(FilmStatements film) => TitleKeys.Of(film)[0];

        ReviewFilm Film(FilmStatements film) => new(
            film.Title,
            film.IsSubject,
            byGroup.TryGetValue(GroupOf(film), out var found) ? found : [],
            film.Statements);
    }

    // Where there is one film, it is that one; otherwise the profiles tell which of them name the review.
    private async Task<ImmutableArray<string>> IdsAsync(
        TitleKey group, ReviewName review, CancellationToken cancellationToken)
    {
        var ids = await places.IdsAsync(group, cancellationToken);
        return ids.Length <= 1
            ? ids
            : [.. (await places.ProfilesAsync(group, cancellationToken)).Where(film => film.Reviews.Contains(review.Value)).Select(film => film.Id)];
    }
}
