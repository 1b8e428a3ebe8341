using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;
using Microsoft.AspNetCore.Http;

namespace Ingest.Functions.Web;

/// <summary>Reading a review again on demand, whatever became of it.</summary>
internal sealed class ReviewRetries(
    ReviewTable reviews,
    ReviewFiles files,
    ReviewSchedule schedule,
    ReviewIngestion ingestion,
    ReviewApi api,
    Addresses addresses,
    TimeProvider time)
{
    // What follows a review's name in the address.
    private const string Action = "/retry";

    private const int MaxAttempts = 5;

    /// <summary>Forgets the attempts so far, then reads the file, and answers as a GET of the review would. A review itself
    /// takes no POST.</summary>
    public async Task<ApiResult> RetryAsync(HttpRequest request, string routedName, CancellationToken cancellationToken)
    {
        if (request.Path.Value?.EndsWith(Action, StringComparison.Ordinal) != true)
        {
            var others = addresses.MethodsAt(request.Path).Remove(request.Method);
            return Problem.MethodNotAllowed(request.Method, string.Join(", ", others));
        }

        if (Urls.ReviewOf(request, routedName, Action) is not { IsUsable: true } name)
        {
            return Problem.InvalidName();
        }

        var etag = await files.ETagAsync(name, cancellationToken);
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var record = await reviews.FindAsync(name, cancellationToken);
            if (etag is null && record is null or { Status: ReviewStatus.Deleted })
            {
                return Problem.ReviewNotFound(name.Value);
            }

            if (record is not null && record.BlobETag == etag && schedule.WorkOn(record) == ReviewWork.Busy)
            {
                break;
            }

            if (record is null || await reviews.WriteAsync(Renewed(record), cancellationToken) is not null)
            {
                return await SettleAsync(name, etag, cancellationToken);
            }
        }

        return Problem.ReviewBusy(name.Value);
    }

    // From here on it is tried even if this request goes no further: a reconciliation finds it due.
    private ReviewRecord Renewed(ReviewRecord record) => record with
    {
        Status = ReviewStatus.Received,
        Attempts = 0,
        Timeouts = 0,
        HandBacks = 0,
        Settled = null,
        ContentHash = null,
        NextAttemptAt = time.GetUtcNow(),
        FileSeenAt = schedule.IsAtRest(record) ? time.GetUtcNow() : record.FileSeenAt,
    };

    private async Task<ApiResult> SettleAsync(ReviewName name, string? etag, CancellationToken cancellationToken)
    {
        try
        {
            await ingestion.SettleAsync(name, etag, takesOver: false, cancellationToken);
        }
        catch (Exception reason) when (!cancellationToken.IsCancellationRequested && !Failure.Of(reason).IsOfStorage)
        {
            // It is logged, and its record tells.
        }

        return (await api.GetAsync(name, cancellationToken)).With("Cache-Control", "no-store");
    }
}
