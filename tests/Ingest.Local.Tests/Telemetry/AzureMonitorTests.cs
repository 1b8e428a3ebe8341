using System.Text.Json;
using Azure.Storage.Blobs;

namespace Ingest.Local.Tests.Telemetry;

/// <summary>What the running app tells Application Insights, which alerts are made of.</summary>
public sealed class AzureMonitorTests(OwnAzurite own) : IClassFixture<OwnAzurite>
{
    // What the exporter tells its makers of itself is not for a test to send.
    private static readonly (string Name, string Value)[] Quiet =
        [("APPLICATIONINSIGHTS_STATSBEAT_DISABLED", "true"), ("APPLICATIONINSIGHTS_SDKSTATS_DISABLED", "true")];

    [Fact]
    public async Task Metrics_events_and_spans_arrive_there_and_at_a_collector_too()
    {
        await using var insights = await IngestionEndpoint.StartAsync();
        await using var collector = await Collector.StartAsync();
        var printed = await RunAsync(
            insights.ConnectionString,
            "ferry.html",
            [
                .. SamplerOf("1"), ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Endpoint), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
                ("OTEL_SERVICE_NAME", "films-of-the-tests"),
            ]);

        Assert.Equal(["ingested", "rejected"], Points(insights, "ingest.reviews.settled").Select(point => Property(point, "status")).Order());
        Assert.NotEmpty(Points(insights, "ingest.review.duration"));
        var outcomes = insights.Of("MessageData").Where(log => Property(log, "Status").Length > 0).ToList();
        Assert.Equal(["ReviewIngested", "ReviewRejected"], outcomes.Select(log => Property(log, "EventName")).Order());
        Assert.StartsWith("Review ferry.html ingested: ", outcomes.Single(log => Property(log, "Review") == "ferry.html").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains(insights.Of("RequestData"), span => span.GetProperty("name").GetString() == "IngestReviewPolled");
        Assert.Contains(insights.Of("RemoteDependencyData"), span => span.GetProperty("name").GetString() == "settle review");
        Assert.All(insights.Items, item => Assert.Equal("films-of-the-tests", item.GetProperty("tags").GetProperty("ai.cloud.role").GetString()));
        Assert.Contains(collector.Points, point => point.Name == "ingest.reviews.settled");
        Assert.Contains(collector.Logs, log => log.Event == "ReviewIngested");
        Assert.Contains(collector.Spans, span => span.Name == "settle review");
        Assert.DoesNotContain(printed, line => line.Contains(insights.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_event_is_left_out_where_no_trace_is_kept()
    {
        await using var insights = await IngestionEndpoint.StartAsync();
        await RunAsync(insights.ConnectionString, "unsampled.html", SamplerOf("0"));

        Assert.Empty(insights.Of("RemoteDependencyData"));
        Assert.Contains(insights.Of("MessageData"), log => Property(log, "EventName") == "ReviewIngested");
        Assert.NotEmpty(Points(insights, "ingest.reviews.settled"));
    }

    [Fact]
    public async Task An_endpoint_that_is_away_holds_up_neither_reviews_nor_the_stop() =>
        await RunAsync($"InstrumentationKey={Guid.NewGuid()};IngestionEndpoint=http://127.0.0.1:9/", "away.html");

    [Fact]
    public async Task A_connection_that_cannot_be_understood_is_said_and_not_repeated()
    {
        using var folder = new TestFolder();
        await using var host = HostProcess.StartApp(
            folder, own.Azurite.ConnectionString, ("APPLICATIONINSIGHTS_CONNECTION_STRING", "InstrumentationKey=c2VjcmV0;IngestionEndpoint=nowhere"));

        Assert.NotEqual(0, await host.WaitForEndAsync());

        Assert.Contains(host.Errors, line => line.Contains("APPLICATIONINSIGHTS_CONNECTION_STRING", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Output.Concat(host.Errors), line => line.Contains("c2VjcmV0", StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<string>> RunAsync(string connection, string name, params (string Name, string Value)[] settings)
    {
        using var folder = new TestFolder();
        await using var host = await HostProcess.StartAppAsync(
            folder,
            own.Azurite.ConnectionString,
            [
                ("AzureWebJobs.ReconcileReviews.Disabled", "true"), ("APPLICATIONINSIGHTS_CONNECTION_STRING", connection),
                ("TMPDIR", folder.Path), .. Quiet, .. settings,
            ]);
        using var http = new HttpClient { BaseAddress = host.Address };
        var reviews = new BlobContainerClient(own.Azurite.ConnectionString, "reviews");
        await reviews.UploadBlobAsync(name, new BinaryData(ObservedApp.Page));
        await reviews.UploadBlobAsync($"picture-{name}", new BinaryData(new byte[] { 0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0 }));
        await ObservedApp.HasAsync(http, name, "ingested");
        await ObservedApp.HasAsync(http, $"picture-{name}", "rejected");

        // What was not sent yet is sent now.
        host.Terminate();
        Assert.Equal(0, await host.WaitForEndAsync(TimeSpan.FromSeconds(20)));
        return [.. host.Output, .. host.Errors];
    }

    private static (string Name, string Value)[] SamplerOf(string ratio) =>
        [("OTEL_TRACES_SAMPLER", "microsoft.fixed_percentage"), ("OTEL_TRACES_SAMPLER_ARG", ratio)];

    private static IEnumerable<JsonElement> Points(IngestionEndpoint insights, string metric) => insights.Of("MetricData")
        .Where(data => data.GetProperty("metrics")[0].GetProperty("name").GetString() == metric);

    private static string Property(JsonElement data, string name) =>
        data.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out var value) ? value.GetString()! : "";
}
