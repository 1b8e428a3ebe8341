using System.ComponentModel.DataAnnotations;
using Ingest.Core;

namespace Ingest.Functions.Ingestion;

/// <summary>What may be set of the app, under <c>Ingest</c>: <c>Ingest__MaxFileBytes</c>.</summary>
internal sealed class IngestOptions
{
    public const string Section = "Ingest";

    /// <summary>Largest file, in bytes; a larger one is rejected unread.</summary>
    [Range(1, 1L << 30)]
    public long MaxFileBytes { get; set; } = ReadingLimits.Default.MaxFileBytes;

    /// <summary>Longest text of an article, in UTF-16 code units; what follows is left out, which the review's notes tell.</summary>
    [Range(1000, 1 << 28)]
    public int MaxTextLength { get; set; } = ReadingLimits.Default.MaxTextLength;

    /// <summary>Most elements of one page; what follows is left out, which the review's notes tell.</summary>
    [Range(1000, 10_000_000)]
    public int MaxElements { get; set; } = ReadingLimits.Default.MaxElements;

    /// <summary>Most statements of one review; further ones are left out, which the review's notes tell.</summary>
    [Range(1, 1_000_000)]
    public int MaxStatements { get; set; } = ReadingLimits.Default.MaxStatements;

    /// <summary>Most bytes of files that are read at once; further files wait. A larger file is read alone.</summary>
    /// <remarks>Reading holds at most twelve times as much memory.</remarks>
    [Range(1, 1L << 34)]
    public long ReadingBytesAtOnce { get; set; } = 32 * 1024 * 1024;

    /// <summary>Longest that reading one file may take; one that takes longer three times is rejected.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan ReadingTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Most title groups of one review; films mentioned after them are left out.</summary>
    [Range(20, 5000)]
    public int MaxGroupsPerReview { get; set; } = 500;

    /// <summary>Most title groups of one review that are worked on at once.</summary>
    [Range(1, 64)]
    public int GroupsAtOnce { get; set; } = 4;

    /// <summary>Most reviews that a reconciliation works on at once.</summary>
    [Range(1, 64)]
    public int ReviewsAtOnce { get; set; } = 4;

    /// <summary>How long a review may be worked on before a reconciliation takes it over; longer than functions may run.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan StuckAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How often a failed review is tried by itself; after the first five attempts the waits between double, from one
    /// minute to six hours. One that failed for no cause that is known to pass is tried five times at most.</summary>
    [Range(1, 1000)]
    public int MaxAttempts { get; set; } = 20;

    /// <summary>How long a reconciliation goes on taking up reviews; shorter than functions may run. The next one goes on.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan ReconcileFor { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>How long the record of a review is kept after its file is gone.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan KeepDeletedFor { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long storage may leave one request, or one part of a body, without an answer.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan StorageTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a request that storage failed is sent again at once, before the work on a review counts as
    /// failed.</summary>
    [Range(0, 20)]
    public int StorageRetries { get; set; } = 4;

    /// <summary>How long a profile that was read may be served before it is read again; zero for never. What this instance
    /// writes is served at once.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan FilmCacheFor { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Origins whose scripts may use the API, as <c>https://example.com</c>, or <c>*</c> for all; none by default.</summary>
    [Origins]
    public string[] CorsOrigins { get; set; } = [];

    /// <summary>The present limit behind a reason for rejection, in the limit's own unit (bytes, milliseconds); null where
    /// the reason has none.</summary>
    public long? LimitOf(string? reason) => reason switch
    {
        "tooLarge" => MaxFileBytes,
        "tooSlow" => (long)ReadingTimeout.TotalMilliseconds,
        _ => null,
    };

    /// <summary>The limits of reading.</summary>
    public ReadingLimits Limits => ReadingLimits.Default with
    {
        MaxFileBytes = MaxFileBytes,
        MaxElements = MaxElements,
        MaxTextLength = MaxTextLength,
        MaxStatements = MaxStatements,
    };
}
