using System.Diagnostics;
using System.Globalization;
using Azure;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Telemetry;
using Microsoft.Extensions.Logging;

namespace Ingest.Functions.Tests.Telemetry;

/// <summary>Each piece of work on a review is told of by one event, counted once, and is one span.</summary>
public sealed class OutcomeTests(AzuriteFixture azurite)
{
    private const string Name = "harbour\u2066[Error] forged\u202e.html";
    private const string Page = "film: Ember Road\nyear: 1999\ndirector: Ada Quill";

    [Fact]
    public async Task An_ingested_review()
    {
        await using var app = await TestApp.StartAsync(azurite);
        using var observed = new Observed(app.Worker);

        await app.DropAsync(Name, Page);

        var told = AssertTold(observed, 1, "ReviewIngested", LogLevel.Information, "ingested");
        Assert.Equal("1", told["Films"]);
        Assert.Equal("3", told["Statements"]);
        Assert.Equal(Page.Length.ToString(CultureInfo.InvariantCulture), told["Bytes"]);
        Assert.Equal("1", told["Attempt"]);
        Assert.InRange(long.Parse(told["Milliseconds"], CultureInfo.InvariantCulture), 0, 60_000);
        Assert.Equal(@"harbour\u2066[Error] forged\u202E.html", told["Review"]);
        var metrics = observed.Metrics();
        Assert.Equal(1, metrics["ingest.reviews.settled{status=ingested,reason=none}"]);
        Assert.Equal(3, metrics["ingest.statements"]);
        Assert.Equal(1, metrics["ingest.review.size"]);
        Assert.All(["read", "store", "total"], stage => Assert.Equal(1, metrics[$"ingest.review.duration{{stage={stage}}}"]));
        Assert.DoesNotContain("ingest.reviews.retried", metrics.Keys);
    }

    [Fact]
    public async Task An_unchanged_review()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync(Name, Page);
        using var observed = new Observed(app.Worker);

        await app.DropAsync(Name, Page);
        AssertTold(observed, 2, "ReviewUnchanged", LogLevel.Information, "unchanged");
        await app.Worker.SettleAsync(Name);

        Assert.Equal(["ReviewUnchanged", "ReviewUnchanged"], observed.Outcomes.Select(told => told.Id.Name));
        Assert.Equal(2, observed.Metrics()["ingest.reviews.settled{status=unchanged,reason=none}"]);
    }

    [Fact]
    public async Task A_rejected_review()
    {
        await using var app = await TestApp.StartAsync(azurite);
        using var observed = new Observed(app.Worker);

        await app.DropAsync(Name, "nothing of the kind");

        var told = AssertTold(observed, 3, "ReviewRejected", LogLevel.Warning, "rejected");
        Assert.Equal("noArticle", told["Reason"]);
        Assert.Equal(1, observed.Metrics()["ingest.reviews.settled{status=rejected,reason=noArticle}"]);
        Assert.Equal("noArticle", observed.Span(IngestTracing.SettleReview).GetTagItem("ingest.reason"));
    }

    [Fact]
    public async Task A_retracted_review()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync(Name, Page);
        await app.RemoveAsync(Name);
        using var observed = new Observed(app.Worker);

        await app.Worker.SettleAsync(Name);

        AssertTold(observed, 4, "ReviewRetracted", LogLevel.Information, "retracted");
        Assert.Equal(1, observed.Metrics()["ingest.reviews.settled{status=retracted,reason=none}"]);
    }

    [Fact]
    public async Task A_superseded_review()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.PutAsync(Name, Page);
        await using var late = app.NewWorker();
        using var observed = new Observed(late);
        var isRead = false;
        late.Gate.After = async _ =>
        {
            // Once it has claimed the review another worker sees to a newer file.
            if (!isRead && (await app.RecordAsync(Name))?.Status == ReviewStatus.Received)
            {
                isRead = true;
                await app.DropAsync(Name, "film: New Tale");
            }
        };

        Assert.Equal(IngestOutcome.Superseded, await late.SettleAsync(Name));

        AssertTold(observed, 5, "ReviewSuperseded", LogLevel.Information, "superseded");
        Assert.Equal(1, observed.Metrics()["ingest.reviews.settled{status=superseded,reason=none}"]);
    }

    [Fact]
    public async Task A_failed_review_and_its_retry()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.PutAsync(Name, Page);
        await using var worker = app.NewWorker();
        using var observed = new Observed(worker);
        worker.Gate.Before = _ => throw new RequestFailedException(409, "Away\nServer: forged", "Away", null);

        await Assert.ThrowsAnyAsync<Exception>(() => worker.SettleAsync(Name));

        var told = AssertTold(observed, 6, "ReviewFailed", LogLevel.Error, "failed");
        var reason = told["Reason"];
        Assert.False(string.IsNullOrEmpty(reason));
        Assert.Equal(1, observed.Metrics()[$"ingest.reviews.failed{{reason={reason}}}"]);
        var exception = Assert.IsType<SafeException>(observed.Outcomes[0].Exception);
        Assert.Equal(typeof(RequestFailedException).FullName, exception.Type);
        Assert.Equal(@"Away\nServer: forged", exception.Message);
        var span = observed.Span(IngestTracing.SettleReview);
        Assert.Equal((ActivityStatusCode.Error, @"Away\nServer: forged"), (span.Status, span.StatusDescription));
        var tags = Assert.Single(span.Events, happened => happened.Name == "exception").Tags.ToDictionary();
        Assert.Equal(typeof(RequestFailedException).FullName, tags["exception.type"]);
        Assert.Equal(@"Away\nServer: forged", tags["exception.message"]);
        Assert.DoesNotContain("Away\n", (string)tags["exception.stacktrace"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_attempt_is_counted()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.PutAsync(Name, Page);
        await using var worker = app.NewWorker();
        using var observed = new Observed(worker);
        worker.Gate.After = async _ =>
        {
            if ((await app.RecordAsync(Name))?.Status == ReviewStatus.Received)
            {
                worker.Gate.Reset();
                throw new CrashException();
            }
        };
        await Assert.ThrowsAnyAsync<Exception>(() => worker.SettleAsync(Name));

        await worker.SettleAsync(Name);

        Assert.Equal(["ReviewFailed", "ReviewIngested"], observed.Outcomes.Select(told => told.Id.Name));
        Assert.Equal("2", observed.Outcomes[1].GetStructuredStateValue("Attempt"));
        Assert.Equal(1, observed.Metrics()["ingest.reviews.retried"]);
    }

    [Fact]
    public async Task A_review_handed_back()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.PutAsync(Name, Page);
        await using var worker = app.NewWorker();
        using var observed = new Observed(worker);
        using var stop = new CancellationTokenSource();
        worker.Gate.Before = _ => stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => worker.Get<ReviewIngestion>().SettleAsync(ReviewName.Parse(Name), stop.Token));

        AssertTold(observed, 16, "ReviewHandedBack", LogLevel.Information, "handedBack");
        Assert.Equal(1, observed.Metrics()["ingest.reviews.handed_back"]);
        Assert.Equal(ActivityStatusCode.Unset, observed.Span(IngestTracing.SettleReview).Status);
    }

    [Fact]
    public async Task A_reconciliation_tells_what_it_repaired()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("stays.html", Page);
        await app.DropAsync("goes.html", Page);
        await app.RemoveAsync("goes.html");
        await app.PutAsync("missed.html", Page);
        await app.PutAsync("missed too.html", Page);
        using var observed = new Observed(app.Worker);

        await app.Worker.Get<Reconciliation>().RunAsync(CancellationToken.None);

        var metrics = observed.Metrics();
        Assert.Equal(2, metrics["ingest.reconciliation.repaired{repair=missed}"]);
        Assert.Equal(1, metrics["ingest.reconciliation.repaired{repair=retracted}"]);
        Assert.Equal(0, metrics["ingest.reconciliation.repaired{repair=changed}"]);
        Assert.Equal(1, metrics["ingest.reconciliation.duration"]);
        Assert.Equal(3, metrics["ingest.reviews{status=ingested}"]);
        Assert.Equal(0, metrics["ingest.reviews{status=failed}"]);
        Assert.Equal(0, metrics["ingest.reviews.oldest_unprocessed"]);
        var told = Assert.Single(observed.Events, record => record.Id.Name == "Reconciled");
        Assert.Equal("2", told.GetStructuredStateValue("Missed"));
        Assert.Equal(3, observed.Outcomes.Length);
    }

    private static Dictionary<string, string> AssertTold(Observed observed, int id, string name, LogLevel level, string status)
    {
        var told = Assert.Single(observed.Outcomes);
        Assert.Equal((id, name, level), (told.Id.Id, told.Id.Name, told.Level));
        var values = told.StructuredState!.ToDictionary(pair => pair.Key, pair => pair.Value ?? "");
        Assert.Equal(status, values["Status"]);
        Assert.Equal(LogText.Of(Name), values["Review"]);
        Assert.DoesNotContain(told.Message, letter => char.IsControl(letter) || letter is '\u2066' or '\u202e');
        var span = observed.Span(IngestTracing.SettleReview);
        Assert.Equal((LogText.Of(Name), status), (span.GetTagItem("ingest.review"), span.GetTagItem("ingest.status")));
        return values;
    }
}
