using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;
using Ingest.Functions.Tests.Web;
using Ingest.Functions.Triggers;

namespace Ingest.Functions.Tests.Ingestion;

/// <summary>What a later version has stored, in the eyes of the one that it was rolled back to.</summary>
public sealed class RollBackTests(AzuriteFixture azurite)
{
    private const string Later = "b.html";

    private static readonly Dictionary<string, string> Files = new()
    {
        ["a.html"] = "film: Ember Road\nyear: 1999\ndirector: Ada Quill",
        [Later] = "film: Ember Road\nyear: 1999\naka: Glutstrasse\ndirector: Ada Quill",
        ["c.html"] = "film: Ember Road\nyear: 1999\ngenre: drama",
    };

    [Fact]
    public async Task Kinds_of_statements_and_columns_that_are_not_known_hold_up_nothing_and_are_read_again()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("a.html", Files["a.html"]);
        await app.DropAsync(Later, Files[Later]);
        await WriteAsLaterVersionAsync(app);
        await app.PutAsync("c.html", Files["c.html"]);

        // While some of it is still of the later version.
        Assert.Equal(IngestOutcome.Ingested, await app.Worker.SettleAsync("c.html"));
        var review = Requests.Get("/api/reviews/" + Later);
        var told = await app.Worker.Functions<ReviewFunctions>().Get(review, Later, default).AnswerAsync(review);
        var profile = Requests.Get("/api/films/ember-road-1999");
        var film = await app.Worker.Functions<FilmFunctions>().Get(profile, "ember-road-1999", default).AnswerAsync(profile);
        var health = Requests.Get("/api/health");
        var counted = await app.NewWorker().Functions<HealthFunctions>().Get(health, default).AnswerAsync(health);
        var report = await app.NewWorker().Get<Reconciliation>().RunAsync(CancellationToken.None);

        Assert.Equal(200, told.Status);
        Assert.Equal(3, film.Json.GetProperty("reviewCount").GetInt32());
        Assert.Equal(3, film.Json.GetProperty("year").GetProperty("support").GetInt32());
        var numbers = counted.Json.GetProperty("reviews");
        Assert.Equal((1, 0), (numbers.GetProperty("outdated").GetInt32(), numbers.GetProperty("unreadable").GetInt32()));
        Assert.Equal((1, 0, true), (report.Outdated, report.Failed, report.IsWhole));
        Assert.Equal(Stored.Expected(Files), await Stored.ReadAsync(app));
        Assert.Equal(1, (await app.RecordAsync(Later))!.ReaderVersion);
    }

    [Fact]
    public async Task A_record_of_a_status_that_is_not_known_is_left_alone_and_counted()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("a.html", Files["a.html"]);
        await ChangeRecordAsync(app, "a.html", row => row["Status"] = "Quarantined");
        var row = await RowAsync(app, "a.html");

        var report = await app.NewWorker().Get<Reconciliation>().RunAsync(CancellationToken.None);

        Assert.Equal((0, 1), (report.Outdated + report.Missed + report.Failed, report.Reviews.Unreadable));
        Assert.Equal(row.ETag, (await RowAsync(app, "a.html")).ETag);
    }

    private static async Task WriteAsLaterVersionAsync(TestApp app)
    {
        await ChangeRecordAsync(app, Later, row =>
        {
            row["ReaderVersion"] = 2;
            row["TriedBy"] = 2;
            row["Colour"] = "blue";
        });
        var evidence = new List<TableEntity>();
        await foreach (var row in app.Storage.Evidence.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"Review eq {Later}")))
        {
            evidence.Add(row);
        }

        Assert.Equal(2, evidence.Count);
        foreach (var row in evidence)
        {
            Payload.Put(row, Payload.Pack(WithUnknown(Payload.Read(row)!)));
            await app.Storage.Evidence.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
        }

        var reading = app.Storage.Articles.GetBlobClient((await app.RecordAsync(Later))!.Reading);
        var content = (await reading.DownloadContentAsync()).Value.Content;
        await reading.UploadAsync(BinaryData.FromBytes(WithUnknown(content.ToArray())), overwrite: true);
    }

    private static async Task ChangeRecordAsync(TestApp app, string name, Action<TableEntity> change)
    {
        var row = await RowAsync(app, name);
        change(row);
        await app.Storage.Reviews.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
    }

    private static async Task<TableEntity> RowAsync(TestApp app, string name) => (await app.Storage.Reviews.GetEntityIfExistsAsync<TableEntity>(
        ReviewEntity.Partition(ReviewName.Parse(name)), ReviewEntity.Row(ReviewName.Parse(name)))).Value!;

    // A kind that does not exist, a known one with a value that does not, and a property of a record.
    private static byte[] WithUnknown(byte[] json)
    {
        var record = JsonNode.Parse(json)!;
        record["colour"] = "blue";
        var statements = record["films"]![0]!["statements"]!.AsArray();
        statements.Add(JsonNode.Parse("""{"kind":"soundtrack","composer":"Cy Moor","quote":{"text":"x","start":0,"end":1},"confidence":0.9}"""));
        statements.Add(JsonNode.Parse(
            """{"kind":"boxOffice","measure":"streams","amount":5,"quote":{"text":"x","start":0,"end":1},"confidence":0.9}"""));
        statements.Add(null);
        return System.Text.Encoding.UTF8.GetBytes(record.ToJsonString());
    }
}
