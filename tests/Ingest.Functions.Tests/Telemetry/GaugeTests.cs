using System.Diagnostics.Metrics;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace Ingest.Functions.Tests.Telemetry;

/// <summary>How many reviews there are is told of for as long as the last count holds.</summary>
public sealed class GaugeTests : IDisposable
{
    private readonly Clock clock = new();
    private readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly IngestMetrics metrics;
    private readonly MetricCollector<long> reviews;
    private readonly MetricCollector<double> oldest;
    private readonly MetricCollector<long> outdated;

    public GaugeTests()
    {
        var meters = services.GetRequiredService<IMeterFactory>();
        metrics = new IngestMetrics(meters, clock);
        reviews = new(meters, IngestMetrics.MeterName, "ingest.reviews");
        oldest = new(meters, IngestMetrics.MeterName, "ingest.reviews.oldest_unprocessed");
        outdated = new(meters, IngestMetrics.MeterName, "ingest.reviews.outdated");
    }

    [Fact]
    public void Before_the_first_count_they_say_nothing() => Assert.Empty(Reviews());

    [Fact]
    public void Every_status_is_told_of_even_when_no_review_has_it()
    {
        metrics.Count(new Dictionary<ReviewStatus, int> { [ReviewStatus.Ingested] = 7, [ReviewStatus.Failed] = 2 }, null);

        Assert.Equal(["failed 2", "ingested 7", "received 0", "rejected 0"], Reviews());
        Assert.Equal(0, Oldest());
    }

    [Fact]
    public void What_waits_grows_older_between_counts()
    {
        metrics.Count(new Dictionary<ReviewStatus, int>(), clock.GetUtcNow().AddSeconds(-40));
        clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(100, Oldest()!.Value, 3);
    }

    [Fact]
    public void What_is_to_be_read_again_is_told_of()
    {
        metrics.Count(new Dictionary<ReviewStatus, int> { [ReviewStatus.Ingested] = 7 }, null, 5);

        outdated.RecordObservableInstruments();
        Assert.Equal(5, Assert.Single(outdated.GetMeasurementSnapshot()).Value);
    }

    [Fact]
    public void An_old_count_is_told_of_no_more()
    {
        metrics.Count(new Dictionary<ReviewStatus, int> { [ReviewStatus.Ingested] = 7 }, null, 5);
        clock.Advance(TimeSpan.FromMinutes(16));

        Assert.Empty(Reviews());
        Assert.Null(Oldest());
        outdated.RecordObservableInstruments();
        Assert.Empty(outdated.GetMeasurementSnapshot());
    }

    public void Dispose()
    {
        reviews.Dispose();
        oldest.Dispose();
        outdated.Dispose();
        services.Dispose();
    }

    private string[] Reviews()
    {
        reviews.Clear();
        reviews.RecordObservableInstruments();
        return [.. reviews.GetMeasurementSnapshot().Select(told => $"{told.Tags["status"]} {told.Value}").Order(StringComparer.Ordinal)];
    }

    private double? Oldest()
    {
        oldest.Clear();
        oldest.RecordObservableInstruments();
        return oldest.LastMeasurement?.Value;
    }

    private sealed class Clock : TimeProvider
    {
        private DateTimeOffset now = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Advance(TimeSpan by) => now += by;

        public override DateTimeOffset GetUtcNow() => now;

        public override long GetTimestamp() => now.Ticks;
    }
}
