using System.Diagnostics.Metrics;
using Ingest.Functions.Ingestion;

namespace Ingest.Functions.Telemetry;

/// <summary>The app's instruments, of the meter <c>Ingest</c>. No tag holds anything that others write, so that there are few
/// series however many reviews.</summary>
internal sealed class IngestMetrics
{
    public const string MeterName = "Ingest";

    // How long the last count is told of: where another instance counts next, this one falls silent.
    private static readonly TimeSpan CountLasts = TimeSpan.FromMinutes(15);

    private static readonly InstrumentAdvice<double> ReviewSeconds = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
    };

    private static readonly InstrumentAdvice<double> ReconciliationSeconds = new()
    {
        HistogramBucketBoundaries = [0.1, 0.5, 1, 5, 10, 30, 60, 120, 300, 600],
    };

    private static readonly InstrumentAdvice<long> Bytes = new()
    {
        HistogramBucketBoundaries =
            [1 << 10, 1 << 12, 1 << 14, 1 << 16, 1 << 17, 1 << 18, 1 << 19, 1 << 20, 1 << 21, 1 << 22, 1 << 23, 1 << 24, 1 << 25],
    };

    // Deleted ones are none any more.
    private static readonly ReviewStatus[] Counts =
        [ReviewStatus.Received, ReviewStatus.Ingested, ReviewStatus.Rejected, ReviewStatus.Failed];

    private readonly TimeProvider time;
    private readonly Counter<long> settled;
    private readonly Counter<long> failed;
    private readonly Counter<long> handedBack;
    private readonly Counter<long> retried;
    private readonly Counter<long> statements;
    private readonly Counter<long> mergeRetries;
    private readonly Counter<long> repaired;
    private readonly Histogram<double> duration;
    private readonly Histogram<long> size;
    private readonly Histogram<double> reconciliation;
    private Counted? counted;

    public IngestMetrics(IMeterFactory meters, TimeProvider time)
    {
        this.time = time;
        var meter = meters.Create(MeterName);
        settled = meter.CreateCounter<long>(
            "ingest.reviews.settled", "{review}", "Reviews brought in line with their files, by what became of them.");
        failed = meter.CreateCounter<long>(
            "ingest.reviews.failed", "{review}", "Attempts on reviews that failed, by reason.");
        handedBack = meter.CreateCounter<long>(
            "ingest.reviews.handed_back", "{review}", "Reviews that were left to a later worker because the host stopped.");
        retried = meter.CreateCounter<long>(
            "ingest.reviews.retried", "{review}", "Attempts on reviews after their first.");
        statements = meter.CreateCounter<long>(
            "ingest.statements", "{statement}", "Statements of the reviews that were ingested.");
        mergeRetries = meter.CreateCounter<long>(
            "ingest.merge.retries", "{retry}", "Rebuilds of films that another worker came between and that began anew.");
        repaired = meter.CreateCounter<long>(
            "ingest.reconciliation.repaired", "{review}", "Reviews that a reconciliation repaired, by what was wrong.");
        duration = meter.CreateHistogram(
            "ingest.review.duration", "s", "Time spent on a review: reading it, storing what it says, in total.", [], ReviewSeconds);
        size = meter.CreateHistogram("ingest.review.size", "By", "Size of the files that were read.", [], Bytes);
        reconciliation = meter.CreateHistogram(
            "ingest.reconciliation.duration", "s", "Time that a reconciliation took.", [], ReconciliationSeconds);
        meter.CreateObservableGauge(
            "ingest.reviews", () => Current?.Reviews ?? [], "{review}", "Reviews by status, as last counted.");
        meter.CreateObservableGauge(
            "ingest.reviews.oldest_unprocessed",
            () => Current is { } current ? [new Measurement<double>(AgeOf(current))] : Array.Empty<Measurement<double>>(),
            "s",
            "How long the review that has waited longest to be settled has waited.");
        meter.CreateObservableGauge(
            "ingest.reviews.outdated",
            () => Current is { } current ? [new Measurement<long>(current.Outdated)] : Array.Empty<Measurement<long>>(),
            "{review}",
            "Reviews that are to be read again, as last counted.");
    }

    private Counted? Current =>
        Volatile.Read(ref counted) is { } last && time.GetElapsedTime(last.At) < CountLasts ? last : null;

    /// <summary>A review was settled.</summary>
    public void Settled(string status, string? reason) => settled.Add(1, Tag("status", status), Tag("reason", reason ?? "none"));

    /// <summary>An attempt on a review failed.</summary>
    public void Failed(string reason) => failed.Add(1, Tag("reason", reason));

    public void HandedBack() => handedBack.Add(1);

    public void Retried() => retried.Add(1);

    public void Ingested(int count) => statements.Add(count);

    public void MergeRetried() => mergeRetries.Add(1);

    /// <summary>A part of the work on a review is done.</summary>
    public void Spent(TimeSpan span, string stage) => duration.Record(span.TotalSeconds, Tag("stage", stage));

    /// <summary>A file was read.</summary>
    public void Read(long bytes) => size.Record(bytes);

    /// <summary>A reconciliation is done.</summary>
    public void Reconciled(ReconciliationReport report)
    {
        reconciliation.Record(report.Duration.TotalSeconds);
        if (report.Reviews.IsWhole)
        {
            Count(report.Reviews.ByStatus, report.Reviews.OldestUnprocessedSince, report.Reviews.Outdated);
        }

        foreach (var repair in Enum.GetValues<Repair>())
        {
            repaired.Add(report.Of(repair), Tag("repair", Words.Of(repair)));
        }
    }

    /// <summary>All reviews were counted.</summary>
    /// <param name="byStatus">Number of reviews by status; those of no review are zero.</param>
    /// <param name="oldestSince">Since when the one waits that has waited longest to be settled; null when none waits.</param>
    /// <param name="outdated">Number of those that are to be read again, by another version of the reader or under other limits.</param>
    public void Count(IReadOnlyDictionary<ReviewStatus, int> byStatus, DateTimeOffset? oldestSince, int outdated = 0) => Volatile.Write(
        ref counted,
        new Counted(
            [.. Counts.Select(status => new Measurement<long>(byStatus.GetValueOrDefault(status), Tag("status", Words.Of(status))))],
            oldestSince,
            outdated,
            time.GetTimestamp()));

    private double AgeOf(Counted count) =>
        count.OldestSince is { } since ? Math.Max(0, (time.GetUtcNow() - since).TotalSeconds) : 0;

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);

    private sealed record Counted(Measurement<long>[] Reviews, DateTimeOffset? OldestSince, int Outdated, long At);
}
