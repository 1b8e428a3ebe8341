using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Azure.Storage.Blobs;

namespace Ingest.Local.Tests.Telemetry;

/// <summary>What the running app exports by OpenTelemetry, and what comes of a collector that is not there.</summary>
public sealed class ExportTests(OwnAzurite own) : IClassFixture<OwnAzurite>
{
    private const int Server = 2;
    private const int Client = 3;
    private const int Consumer = 5;

    [Fact]
    public async Task A_review_can_be_followed_from_its_trigger_to_storage_in_spans_metrics_and_logs()
    {
        await using var collector = await Collector.StartAsync();
        await RunAsync(collector.Endpoint, async (http, reviews) =>
        {
            await reviews.UploadBlobAsync("ferry.html", new BinaryData(ObservedApp.Page));
            await reviews.UploadBlobAsync("picture\u202egnp.html", new BinaryData(new byte[] { 0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0 }));
            await ObservedApp.HasAsync(http, "ferry.html", "ingested");
            await ObservedApp.HasAsync(http, "picture\u202egnp.html", "rejected");
        });

        AssertSpans(collector.Spans);
        AssertMetrics(collector.Points);
        AssertLogs(collector.Logs, collector.Spans);
        Assert.All(collector.Resources, resource => Assert.Equal(
            ("films-of-the-tests", "1", "test"),
            (resource["service.name"], resource.ContainsKey("service.instance.id") ? "1" : "0", resource["deployment.environment"])));
        Assert.All(collector.Keys, key => Assert.Equal("collector-secret", key));
        Assert.DoesNotContain(own.Azurite.ConnectionString.Split("AccountKey=")[1].Split(';')[0], collector.Raw, StringComparison.Ordinal);
        Assert.DoesNotContain(HostProcess.Key, collector.Raw, StringComparison.Ordinal);
        Assert.DoesNotContain("collector-secret", collector.Raw, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("refuses")]
    [InlineData("never answers")]
    public async Task A_collector_that_is_away_holds_up_neither_reviews_nor_the_stop(string how)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        if (how == "refuses")
        {
            listener.Stop();
        }

        var name = $"{how}.html";
        var clock = new Stopwatch();
        await RunAsync($"http://127.0.0.1:{port}", async (http, reviews) =>
        {
            await reviews.UploadBlobAsync(name, new BinaryData(ObservedApp.Page));
            await ObservedApp.HasAsync(http, name, "ingested");
            clock.Start();
        });

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    private async Task RunAsync(string endpoint, Func<HttpClient, BlobContainerClient, Task> use)
    {
        using var folder = new TestFolder();
        await using var host = await HostProcess.StartAppAsync(
            folder,
            own.Azurite.ConnectionString,
            ("AzureWebJobs.ReconcileReviews.Disabled", "true"),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_EXPORTER_OTLP_HEADERS", "x-collector-key=collector-secret"),
            ("OTEL_EXPORTER_OTLP_TIMEOUT", "1000"),
            ("OTEL_SERVICE_NAME", "films-of-the-tests"),
            ("OTEL_RESOURCE_ATTRIBUTES", "deployment.environment=test"));
        using var http = new HttpClient { BaseAddress = host.Address };
        await use(http, new BlobContainerClient(own.Azurite.ConnectionString, "reviews"));

        // What was not sent yet is sent now.
        host.Terminate();
        Assert.Equal(0, await host.WaitForEndAsync());
    }

    private static void AssertSpans(IReadOnlyList<ExportedSpan> spans)
    {
        var settle = Assert.Single(spans, span => span.Name == "settle review" && span.Attributes["ingest.review"] == "ferry.html");
        Assert.Equal(("ingested", "1"), (settle.Attributes["ingest.status"], settle.Attributes["ingest.attempt"]));
        var trigger = Assert.Single(spans, span => span.Id == settle.ParentId);
        Assert.Equal(("IngestReviewPolled", Consumer, "", "Ingest"), (trigger.Name, trigger.Kind, trigger.ParentId, trigger.Source));
        var trace = spans.Where(span => span.TraceId == trigger.TraceId).ToList();
        foreach (var name in new[] { "read page", "write evidence", "rebuild films" })
        {
            Assert.Contains(trace, span => span.Name == name && span.ParentId == settle.Id);
        }

        // Each request to storage is part of the step that it is made for.
        Assert.True(HasRequest(trace, "settle review", "GET", "/reviews/ferry.html"));
        Assert.True(HasRequest(trace, "settle review", "PUT", "/articles/"));
        Assert.True(HasRequest(trace, "write evidence", "POST", "/$batch"));
        Assert.True(HasRequest(trace, "rebuild films", "GET", "/evidence"));
        Assert.DoesNotContain(spans, span => span.Source == "System.Net.Http" && span.ParentId.Length == 0);
        Assert.DoesNotContain(spans, span => span.IsError && span.Source == "Ingest");

        var rejected = Assert.Single(spans, span => span.Name == "settle review" && span.Attributes["ingest.review"].StartsWith("picture", StringComparison.Ordinal));
        Assert.Equal(@"picture\u202Egnp.html", rejected.Attributes["ingest.review"]);
        Assert.Equal("notHtml", rejected.Attributes["ingest.reason"]);

        var request = spans.First(span => span.Kind == Server);
        Assert.Equal("Microsoft.AspNetCore", request.Source);
        Assert.Equal("GET api/reviews/{*name}", request.Name.Replace(" /", " ", StringComparison.Ordinal));
        Assert.Equal(("GET", "/api/reviews/ferry.html"), (request.Attributes["http.request.method"], request.Attributes["url.path"]));
    }

    private static bool HasRequest(List<ExportedSpan> trace, string step, string method, string path) => trace.Exists(request =>
        request is { Source: "System.Net.Http", Kind: Client }
        && request.Attributes["http.request.method"] == method
        && request.Attributes["url.full"].Contains(path, StringComparison.Ordinal)
        && trace.Exists(span => span.Id == request.ParentId && span.Name == step));

    private static void AssertMetrics(IReadOnlyList<ExportedPoint> points)
    {
        Assert.Equal(1, Value("ingest.reviews.settled", "{review}", ("status", "ingested"), ("reason", "none")));
        Assert.Equal(1, Value("ingest.reviews.settled", "{review}", ("status", "rejected"), ("reason", "notHtml")));
        Assert.InRange(Value("ingest.statements", "{statement}"), 2, 20);
        Assert.Equal(2, Value("ingest.review.size", "By"));
        Assert.Equal(2, Value("ingest.review.duration", "s", ("stage", "total")));
        Assert.Equal(2, Value("ingest.review.duration", "s", ("stage", "store")));
        Assert.Contains(points, point => point is { Meter: "System.Net.Http", Name: "http.client.request.duration" });
        Assert.Contains(points, point => point is { Meter: "System.Runtime" });
        Assert.DoesNotContain(points, point => point.Attributes.Values.Any(value => value.Contains("ferry", StringComparison.Ordinal)));

        double Value(string name, string unit, params (string Key, string Value)[] tags)
        {
            var point = Assert.Single(points, point => point.Name == name && tags.All(tag => point.Attributes.GetValueOrDefault(tag.Key) == tag.Value));
            Assert.Equal(("Ingest", unit), (point.Meter, point.Unit));
            return point.Value;
        }
    }

    private static void AssertLogs(IReadOnlyList<ExportedLog> logs, IReadOnlyList<ExportedSpan> spans)
    {
        var outcomes = logs.Where(log => log.Category.StartsWith("Ingest.Functions", StringComparison.Ordinal) && log.Attributes.ContainsKey("Status")).ToList();
        Assert.Equal(["ReviewIngested", "ReviewRejected"], outcomes.Select(log => log.Event).Order());
        var ingested = outcomes.Single(log => log.Event == "ReviewIngested");
        Assert.Equal(("ferry.html", "ingested", "1"), (ingested.Attributes["Review"], ingested.Attributes["Status"], ingested.Attributes["Attempt"]));
        Assert.Contains(spans, span => span.Id == ingested.SpanId && span.TraceId == ingested.TraceId && span.Name == "settle review");
        var rejected = outcomes.Single(log => log.Event == "ReviewRejected");
        Assert.Equal((@"picture\u202Egnp.html", "notHtml"), (rejected.Attributes["Review"], rejected.Attributes["Reason"]));
        Assert.StartsWith(@"Review picture\u202Egnp.html rejected: notHtml", rejected.Body, StringComparison.Ordinal);
    }
}
