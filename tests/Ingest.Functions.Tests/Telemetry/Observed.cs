using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Ingest.Functions.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace Ingest.Functions.Tests.Telemetry;

/// <summary>All that one instance of the app lets be seen, from now on.</summary>
internal sealed class Observed : IDisposable
{
    private readonly FakeLogCollector log = new();
    private readonly ConcurrentQueue<Activity> spans = new();
    private readonly ConcurrentDictionary<string, double> told = new();
    private readonly ActivityListener spanListener;
    private readonly MeterListener meterListener;

    public Observed(TestWorker worker)
    {
        worker.Get<ILoggerFactory>().AddProvider(new FakeLoggerProvider(log));
        var source = worker.Get<IngestTracing>().Source;
        spanListener = new ActivityListener
        {
            ShouldListenTo = other => ReferenceEquals(other, source),
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(spanListener);
        var meters = worker.Get<IMeterFactory>();
        worker.Get<IngestMetrics>();
        meterListener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, meters) && instrument.Meter.Name == IngestMetrics.MeterName)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        meterListener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        meterListener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        meterListener.Start();
    }

    /// <summary>Events of the log that tell what became of a review.</summary>
    public FakeLogRecord[] Outcomes => [.. log.GetSnapshot().Where(record =>
        record.Id.Name!.StartsWith("Review", StringComparison.Ordinal) && record.GetStructuredStateValue("Status") is not null)];

    public FakeLogRecord[] Events => [.. log.GetSnapshot()];

    /// <summary>Spans that are over.</summary>
    public Activity[] Spans => [.. spans];

    public Activity Span(string name) => Assert.Single(spans, span => span.DisplayName == name);

    /// <summary>What counters count in sum, and gauges say last, by instrument and tags: <c>name{tag=value}</c>. Histograms
    /// count how often they were told something.</summary>
    public Dictionary<string, double> Metrics()
    {
        meterListener.RecordObservableInstruments();
        return new(told);
    }

    public void Dispose()
    {
        spanListener.Dispose();
        meterListener.Dispose();
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = tags.IsEmpty ? "" : $"{{{string.Join(',', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}}}";
        var one = instrument is Histogram<double> or Histogram<long> ? 1 : value;
        told.AddOrUpdate($"{instrument.Name}{text}", one, (_, before) => instrument.IsObservable ? one : before + one);
    }
}
