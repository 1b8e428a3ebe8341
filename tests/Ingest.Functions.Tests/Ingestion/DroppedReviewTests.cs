using Azure.Data.Tables;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Tests.Ingestion;

public sealed class DroppedReviewTests(AzuriteFixture azurite)
{
    private const string Ember = "film: Ember Road\nyear: 1999\ndirector: Ada Quill\ncast: Bo Lind as Reed";

    [Fact]
    public async Task A_dropped_review_becomes_a_profile()
    {
        await using var app = await TestApp.StartAsync(azurite);

        var outcome = await app.DropAsync("ember.html", Ember);

        Assert.Equal(IngestOutcome.Ingested, outcome);
        Assert.Equal(Stored.Expected(new Dictionary<string, string> { ["ember.html"] = Ember }), await Stored.ReadAsync(app));
        var record = await app.RecordAsync("ember.html");
        Assert.Equal((ReviewStatus.Ingested, 1, "About Ember Road"), (record!.Status, record.Attempts, record.Title));
    }

    [Fact]
    public async Task Dropping_the_same_bytes_again_changes_no_row_and_no_blob_but_the_record()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("ember.html", Ember);
        var before = await VersionsAsync(app);

        var outcome = await app.DropAsync("ember.html", Ember);

        Assert.Equal(IngestOutcome.Unchanged, outcome);
        Assert.Equal(before, await VersionsAsync(app));
        Assert.Equal(ReviewStatus.Ingested, (await app.RecordAsync("ember.html"))!.Status);
    }

    [Fact]
    public async Task Settling_the_same_file_again_writes_nothing_at_all()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("ember.html", Ember);
        var record = await app.RecordAsync("ember.html");

        Assert.Equal(IngestOutcome.Unchanged, await app.Worker.SettleAsync("ember.html"));
        Assert.Equal(record!.Version, (await app.RecordAsync("ember.html"))!.Version);
    }

    [Fact]
    public async Task A_replaced_review_takes_its_old_statements_with_it()
    {
        const string Other = "film: Harbour of Glass\nyear: 2004\nwriter: Cy Moor";
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("ember.html", Ember);

        await app.DropAsync("ember.html", Other);

        Assert.Equal(Stored.Expected(new Dictionary<string, string> { ["ember.html"] = Other }), await Stored.ReadAsync(app));
    }

    [Fact]
    public async Task A_deleted_review_takes_its_profile_with_it()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("ember.html", Ember);
        await app.RemoveAsync("ember.html");

        var outcome = await app.Worker.SettleAsync("ember.html");

        Assert.Equal(IngestOutcome.Retracted, outcome);
        Assert.Empty(await Stored.ReadAsync(app));
        Assert.Equal(ReviewStatus.Deleted, (await app.RecordAsync("ember.html"))!.Status);
    }

    [Fact]
    public async Task A_deleted_review_that_is_dropped_again_is_back()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("ember.html", Ember);
        await app.RemoveAsync("ember.html");
        await app.Worker.SettleAsync("ember.html");

        await app.DropAsync("ember.html", Ember);

        Assert.Equal(Stored.Expected(new Dictionary<string, string> { ["ember.html"] = Ember }), await Stored.ReadAsync(app));
    }

    [Fact]
    public async Task Two_reviews_of_one_film_support_its_values_twice_in_whatever_order_they_come()
    {
        const string Second = "film: EMBER ROAD!\ndirector: Ada Quill\nmention: Harbour of Glass";
        var files = new Dictionary<string, string> { ["a.html"] = Ember, ["b.html"] = Second };
        await using var one = await TestApp.StartAsync(azurite);
        await one.DropAsync("a.html", Ember);
        await one.DropAsync("b.html", Second);
        await using var other = await TestApp.StartAsync(azurite);
        await other.DropAsync("b.html", Second);
        await other.DropAsync("a.html", Ember);

        Assert.Equal(Stored.Expected(files), await Stored.ReadAsync(one));
        Assert.Equal(Stored.Expected(files), await Stored.ReadAsync(other));
        Assert.Contains(await Stored.ReadAsync(one), line =>
            line.StartsWith("profile", StringComparison.Ordinal) && line.Contains("\"support\":2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_is_neither_there_nor_known_leaves_no_trace()
    {
        await using var app = await TestApp.StartAsync(azurite);

        Assert.Equal(IngestOutcome.Unknown, await app.Worker.SettleAsync("never.html"));
        Assert.Null(await app.RecordAsync("never.html"));
    }

    [Fact]
    public async Task A_film_whose_id_changes_leads_from_the_old_id_to_the_new_one()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("a.html", "film: Ember Road\ndirector: Ada Quill");
        var films = app.Worker.Get<FilmTable>();
        var old = (await app.Worker.Get<EvidenceTable>().FindAsync(Core.Films.TitleKey.Of("Ember Road"), default))!.Films.Single();

        await app.DropAsync("b.html", Ember);

        var stored = await films.FindAsync(old, CancellationToken.None);
        Assert.Null(stored!.Json);
        Assert.NotNull((await films.FindAsync(stored.RedirectTo!, CancellationToken.None))!.Json);
    }

    [Fact]
    public async Task A_newer_reader_reads_the_same_bytes_anew()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("ember.html", Ember);

        Assert.Equal(IngestOutcome.Ingested, await app.NewWorker(Pages.ReaderOf(2)).SettleAsync("ember.html"));
        Assert.Equal(2, (await app.RecordAsync("ember.html"))!.ReaderVersion);
    }

    private static async Task<List<string>> VersionsAsync(TestApp app)
    {
        var versions = new List<string>();
        foreach (var table in new[] { app.Storage.Films, app.Storage.Titles, app.Storage.Evidence })
        {
            await foreach (var row in table.QueryAsync<TableEntity>())
            {
                versions.Add($"{table.Name} {row.PartitionKey} {row.RowKey} {row.ETag}");
            }
        }

        await foreach (var blob in app.Storage.Articles.GetBlobsAsync())
        {
            versions.Add($"{blob.Name} {blob.Properties.ETag}");
        }

        return versions;
    }
}
