using System.Net.Sockets;
using System.Text.Json;
using Azure;
using Azure.Identity;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Ingestion;

/// <summary>What an exception means for the work that it ended. Pure: the one place that tells what may pass from what may
/// not. (Input that can never be read is no failure; it is judged, as <see cref="ReviewVerdict"/>.)</summary>
/// <param name="Cause">Why.</param>
/// <param name="Advice">A sentence for people, without what storage or an exception says in its own words.</param>
internal sealed record Failure(FailureCause Cause, string Advice)
{
    private const int MostAttemptsOfUnexpected = 5;

    /// <summary>How long storage asks to wait; null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The cause as one word in camelCase.</summary>
    public string Word => JsonNamingPolicy.CamelCase.ConvertName(Cause.ToString());

    /// <summary>Whether storage is what failed.</summary>
    public bool IsOfStorage => Cause is FailureCause.Throttled or FailureCause.Storage or FailureCause.StorageDenied
        or FailureCause.Network or FailureCause.Contention;

    /// <summary>Whether the same may well go right later. What is not known to pass is tried a few times, for nobody knows.</summary>
    public bool MayPass => Cause != FailureCause.Unexpected;

    /// <summary>How often it is worth trying, where whatever may pass is tried so often.</summary>
    public int MostAttempts(int ofWhatMayPass) => MayPass ? ofWhatMayPass : Math.Min(ofWhatMayPass, MostAttemptsOfUnexpected);

    /// <summary>What an exception means. One that the caller's own cancellation caused is for the caller to tell.</summary>
    public static Failure Of(Exception exception) => exception switch
    {
        // Clients that tried several times throw what they met each time; the last is the latest.
        AggregateException { InnerExceptions: [.., var last] } => Of(last),
        RequestFailedException storage => Of(storage),
        AuthenticationFailedException => Denied,
        ReadingTimeoutException timeout => new(FailureCause.ReadingTimeout, timeout.Message),
        ContentionException => Contention,
        OperationCanceledException or IOException or HttpRequestException or SocketException or TimeoutException => Unanswered,
        OutOfMemoryException => new(FailureCause.Memory, "There was not enough memory for it."),
        _ => new(FailureCause.Unexpected, $"The app met a fault of its own ({exception.GetType().Name}); its log tells more."),
    };

    private static Failure Denied { get; } = new(FailureCause.StorageDenied, "Storage does not let the app in.");

    private static Failure Contention { get; } = new(FailureCause.Contention, "Others were changing the same films.");

    private static Failure Unanswered { get; } = new(FailureCause.Network, "Storage did not answer, or its answer broke off.");

    private static Failure Of(RequestFailedException storage) => storage.Status switch
    {
        0 => Unanswered,
        401 or 403 => Denied,
        409 or 412 => Contention,
        429 or 503 => new(FailureCause.Throttled, "Storage has too much to do.") { RetryAfter = Waits.AskedFor(storage.GetRawResponse()) },
        _ => new(FailureCause.Storage, $"Storage answered with an error ({storage.Status}).") { RetryAfter = Waits.AskedFor(storage.GetRawResponse()) },
    };
}
