using Azure;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Ingestion;

/// <summary>Records that work on a review failed, so that its owner can see it.</summary>
internal sealed class ReviewFailures(IOptions<IngestOptions> options, ILogger<ReviewFailures> logger)
{
    /// <summary>Records it if it can be recorded; throws nothing.</summary>
    public async Task RecordAsync(ReviewClaim claim, Exception reason, CancellationToken cancellationToken)
    {
        var (word, advice) = Describe(reason);
        try
        {
            var failed = claim.Record with { Status = ReviewStatus.Failed, Reason = word, Advice = advice };
            await claim.WriteAsync(failed, cancellationToken);
        }
        catch (Exception second)
        {
            // The first failure is the one that the caller hears of; without a record the review counts as stuck.
            Log.FailureNotRecorded(logger, second, claim.Record.Name.Value);
        }
    }

    /// <summary>The word for a failure, one of few.</summary>
    public static string WordOf(Exception reason) => reason switch
    {
        TimeoutException => "timeout",
        RequestFailedException => "storage",
        _ => "unexpected",
    };

    private (string Word, string Advice) Describe(Exception reason) => (WordOf(reason), reason switch
    {
        TimeoutException => $"Reading the file took longer than {options.Value.ReadingTimeout}. It is tried again.",
        RequestFailedException storage => $"Storage answered {storage.Status} {storage.ErrorCode}. It is tried again.",
        _ => $"{reason.GetType().Name}. It is tried again.",
    });
}
