using System.Diagnostics;
using Azure.Storage.Blobs;
using Ingest.Functions.Telemetry;
using Ingest.Functions.Triggers;

namespace Ingest.Functions.Tests.Telemetry;

public sealed class TracingTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task From_the_trigger_to_the_films_all_spans_are_of_one_trace()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.PutAsync("a.html", "film: Ember Road\nyear: 1999");
        using var observed = new Observed(app.Worker);

        await app.Worker.Functions<ReviewTriggers>().IngestReview(app.Files.GetBlobClient("a.html"), "a.html", CancellationToken.None);

        var trigger = observed.Span("IngestReview");
        Assert.Equal(ActivityKind.Consumer, trigger.Kind);
        Assert.Equal("datasource", trigger.GetTagItem("faas.trigger"));
        var settle = observed.Span(IngestTracing.SettleReview);
        Assert.Equal(trigger.SpanId, settle.ParentSpanId);
        Assert.All(
            [IngestTracing.ReadPage, IngestTracing.WriteEvidence, IngestTracing.RebuildFilms],
            name => Assert.Equal(settle.SpanId, observed.Span(name).ParentSpanId));
        var rebuild = observed.Span(IngestTracing.RebuildFilms);
        Assert.Equal((1, 1), (rebuild.GetTagItem("ingest.evidence"), rebuild.GetTagItem("ingest.films")));
    }

    [Fact]
    public async Task Work_that_is_done_for_several_reviews_at_once_is_tied_to_each()
    {
        const int Reviews = 12;
        await using var app = await TestApp.StartAsync(azurite);
        for (var i = 0; i < Reviews; i++)
        {
            await app.PutAsync($"{i}.html", $"film: Ember Road\nyear: 1999\ncast: Actor {(char)('A' + i)}");
        }

        using var observed = new Observed(app.Worker);

        var settling = Enumerable.Range(0, Reviews).Select(i => app.Worker.SettleAsync($"{i}.html"));
        await Task.WhenAll(settling);

        var settled = observed.Spans.Where(span => span.DisplayName == IngestTracing.SettleReview).Select(span => span.SpanId).ToHashSet();
        Assert.Equal(Reviews, settled.Count);
        foreach (var name in new[] { IngestTracing.WriteEvidence, IngestTracing.RebuildFilms })
        {
            var work = observed.Spans.Where(span => span.DisplayName == name).ToList();
            var tied = work.SelectMany(span => span.Links.Select(link => link.Context.SpanId).Append(span.ParentSpanId)).ToHashSet();
            Assert.Superset(settled, tied);
            Assert.Equal(Reviews, work.Sum(span => (int)span.GetTagItem("ingest.tasks")!));
            Assert.All(work, span => Assert.Contains(span.ParentSpanId, settled));
        }

        Assert.Contains(observed.Spans, span => span.Links.Any());
    }

    [Fact]
    public async Task A_failure_in_common_work_is_on_its_span()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.PutAsync("a.html", "film: Ember Road");
        await using var worker = app.NewWorker();
        using var observed = new Observed(worker);
        worker.Gate.Before = _ => Activity.Current?.DisplayName == IngestTracing.RebuildFilms
            ? throw new CrashException()
            : Task.CompletedTask;

        await Assert.ThrowsAnyAsync<Exception>(() => worker.SettleAsync("a.html"));

        Assert.Equal(ActivityStatusCode.Error, observed.Span(IngestTracing.RebuildFilms).Status);
        Assert.Equal(ActivityStatusCode.Unset, observed.Span(IngestTracing.WriteEvidence).Status);
    }

    [Fact]
    public void Where_nobody_listens_nothing_is_made()
    {
        using var tracing = new IngestTracing();
        var asked = 0;
        var callers = Enumerable.Range(0, 1).Select(_ =>
        {
            asked++;
            return default(ActivityContext);
        });
        Assert.Null(tracing.Start(IngestTracing.SettleReview));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            tracing.Start(IngestTracing.SettleReview).Name("ingest.review", "a\nb").Fail(Failure);
            tracing.Start(IngestTracing.WriteEvidence, callers).Fail(Failure);
        }

        Assert.Equal(0, asked);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 999);
    }

    private static readonly InvalidOperationException Failure = new("It failed");
}
