using System.Text.Json;
using Azure;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Tests.Telemetry;
using Ingest.Functions.Triggers;

namespace Ingest.Functions.Tests.Ingestion;

/// <summary>Files deleted behind the app's back, and told of by events that may be late, lost, doubled or foreign.</summary>
public sealed class RetractReviewTests(AzuriteFixture azurite)
{
    private const string Ember = "film: Ember Road\nyear: 1999\ndirector: Ada Quill";

    [Theory]
    [InlineData("ember.html")]
    [InlineData("a/b%2Fc ?#\u202e\U0001F600.html")]
    public async Task A_deleted_file_takes_its_review_with_it_at_once(string name)
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync(name, Ember);
        await app.DropAsync("other.html", "film: Winter Ferry\nyear: 2001");
        await app.RemoveAsync(name);

        await TellAsync(app, EventOf(name));
        await TellAsync(app, EventOf(name));

        Assert.Equal(ReviewStatus.Deleted, (await app.RecordAsync(name))!.Status);
        Assert.Equal(
            Stored.Expected(new Dictionary<string, string> { ["other.html"] = "film: Winter Ferry\nyear: 2001" }),
            await Stored.ReadAsync(app));
    }

    [Fact]
    public async Task A_late_event_does_not_retract_a_file_that_came_again_but_ingests_it()
    {
        const string Changed = "film: Ember Road\nyear: 1999\ndirector: Bo Lind";
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("ember.html", Ember);
        await app.RemoveAsync("ember.html");
        await app.PutAsync("ember.html", Changed);

        await TellAsync(app, EventOf("ember.html"));

        Assert.Equal(ReviewStatus.Ingested, (await app.RecordAsync("ember.html"))!.Status);
        Assert.Equal(Stored.Expected(new Dictionary<string, string> { ["ember.html"] = Changed }), await Stored.ReadAsync(app));
    }

    [Fact]
    public async Task What_storage_fails_is_thrown_and_done_when_the_event_comes_again()
    {
        await using var app = await TestApp.StartAsync(azurite, settings: new() { ["Ingest:StorageRetries"] = "0" });
        await app.DropAsync("ember.html", Ember);
        await app.RemoveAsync("ember.html");
        app.Worker.Gate.Before = _ => throw new RequestFailedException(503, "busy");

        await Assert.ThrowsAnyAsync<Exception>(() => TellAsync(app, EventOf("ember.html")));
        app.Worker.Gate.Reset();
        await TellAsync(app, EventOf("ember.html"));

        Assert.Equal(ReviewStatus.Deleted, (await app.RecordAsync("ember.html"))!.Status);
        Assert.Empty(await Stored.ReadAsync(app));
    }

    [Theory]
    [InlineData("no event at all")]
    [InlineData("{\"eventType\":\"Microsoft.Storage.BlobDeleted\",\"subject\":\"/blobServices/default/containers/articles/blobs/ember.html\"}")]
    [InlineData("{\"eventType\":\"Microsoft.Storage.BlobCreated\",\"subject\":\"/blobServices/default/containers/reviews/blobs/ember.html\"}")]
    public async Task A_foreign_event_is_told_of_and_touches_nothing(string json)
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("ember.html", Ember);
        await app.RemoveAsync("ember.html");
        using var observed = new Observed(app.Worker);
        app.Worker.Gate.Reset();
        var before = app.Worker.Gate.Count;

        await TellAsync(app, json);

        Assert.Equal(before, app.Worker.Gate.Count);
        Assert.Single(observed.Events, happening => happening.Id.Name == "EventIgnored");
        Assert.Equal(ReviewStatus.Ingested, (await app.RecordAsync("ember.html"))!.Status);
    }

    [Fact]
    public async Task An_event_about_a_file_that_nobody_knows_leaves_nothing_behind()
    {
        await using var app = await TestApp.StartAsync(azurite);

        await TellAsync(app, EventOf("unknown.html"));

        Assert.Null(await app.RecordAsync("unknown.html"));
    }

    private static Task TellAsync(TestApp app, string json) =>
        app.Worker.Functions<RetractReview>().Run(json, CancellationToken.None);

    private static string EventOf(string name) => JsonSerializer.Serialize(new
    {
        eventType = "Microsoft.Storage.BlobDeleted",
        subject = $"/blobServices/default/containers/reviews/blobs/{name}",
        data = new { url = $"https://films.blob.core.windows.net/reviews/{Uri.EscapeDataString(name)}" },
    });
}
