using System.Text;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;
using Ingest.Functions.Tests.Web;
using Ingest.Functions.Triggers;

namespace Ingest.Functions.Tests.Security;

/// <summary>Files with hostile names in the container: each has its status, and none leads to another.</summary>
public sealed class NameTests(AzuriteFixture azurite)
{
    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 8 };

    [Fact]
    public async Task Every_file_in_the_container_has_a_status_whatever_its_name_and_loses_it_with_the_file()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await Parallel.ForEachAsync(HostileName.Listed, AtOnce, async (name, _) => await name.StoreAsync(app.Files, Encoding.UTF8.GetBytes($"film: Ember Road {name.Text.Length}")));

        var first = await app.Worker.Get<Reconciliation>().RunAsync(CancellationToken.None);
        var again = await app.Worker.Get<Reconciliation>().RunAsync(CancellationToken.None);

        Assert.True(HostileName.Listed.Length >= 80);
        Assert.Equal((HostileName.Listed.Length, HostileName.Listed.Length, 0), ((int)first.Files, first.Missed, first.Failed));
        Assert.Equal((0, 0, 0), (again.Missed, again.Changed, again.Retracted));
        foreach (var name in HostileName.Listed)
        {
            var record = await app.Worker.Get<ReviewTable>().FindAsync(ReviewName.Listed(name.Text), CancellationToken.None);
            Assert.Equal((name, name.IsUsable ? ReviewStatus.Ingested : ReviewStatus.Rejected), (name, record!.Status));
            Assert.Equal((name, name.IsUsable ? null : "unusableName"), (name, record.Reason));
            Assert.Equal(name.Text, record.Name.Value);
        }

        await Parallel.ForEachAsync(HostileName.Listed, AtOnce, async (name, _) => await name.DeleteAsync(app.Files));
        var last = await app.Worker.Get<Reconciliation>().RunAsync(CancellationToken.None);

        Assert.Equal((0, HostileName.Listed.Length, 0), ((int)last.Files, last.Retracted, last.Failed));
        Assert.Empty(await Stored.ReadAsync(app));
    }

    [Fact]
    public async Task A_trigger_rejects_a_file_by_its_name_without_asking_for_any_file()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("b", "film: Ember Road");
        app.Worker.Gate.Reset();

        await app.Worker.Functions<ReviewTriggers>().IngestReviewPolled(app.Files.GetBlobClient("a/../b"), "a/../b", CancellationToken.None);

        var record = await app.Worker.Get<ReviewTable>().FindAsync(ReviewName.Listed("a/../b"), CancellationToken.None);
        Assert.Equal((ReviewStatus.Rejected, "unusableName"), (record!.Status, record.Reason));
        Assert.Contains("'.' or '..'", record.Advice, StringComparison.Ordinal);
        Assert.Equal(ReviewStatus.Ingested, (await app.RecordAsync("b"))!.Status);
    }

    [Fact]
    public async Task No_request_reaches_the_blob_service_under_a_name_that_is_not_usable()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var files = app.Worker.Get<ReviewFiles>();
        var other = app.Storage.Articles.GetBlobClient("x");
        await other.UploadAsync(BinaryData.FromString("of another container"));
        foreach (var text in HostileName.Listed.Where(name => !name.IsUsable).Select(name => name.Text)
            .Concat(HostileName.NeverListed).Append($"../{app.Storage.Articles.Name}/x"))
        {
            var name = ReviewName.Listed(text);
            app.Worker.Gate.Reset();

            await Assert.ThrowsAsync<ArgumentException>(() => files.ETagAsync(name, CancellationToken.None));
            await Assert.ThrowsAsync<ArgumentException>(() => files.ReadAsync(name, 100, CancellationToken.None));
            await Assert.ThrowsAsync<ArgumentException>(() => files.DeleteAsync(name, CancellationToken.None));
            await Assert.ThrowsAsync<ArgumentException>(() => files.WriteAsync(name, new MemoryStream([1]), "text/html", new(), CancellationToken.None));
            Assert.Equal((text, 0), (text, app.Worker.Gate.Count));
        }

        Assert.True(await other.ExistsAsync());
    }

    [Fact]
    public async Task Over_HTTP_no_such_file_is_written_or_deleted()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var functions = app.Worker.Functions<ReviewFunctions>();
        foreach (var text in HostileName.Listed.Where(name => !name.IsUsable && name.HasAddress).Select(name => name.Text).Concat(HostileName.NeverListed.Where(IsWellFormed)))
        {
            var target = "/api/reviews/" + Uri.EscapeDataString(text);
            var put = Requests.Put(target, "<p>x</p>"u8.ToArray());
            var delete = Requests.Delete(target);

            Assert.Equal((text, "invalid-review-name"), (text, (await functions.Put(put, text, CancellationToken.None).AnswerAsync(put)).Problem));
            Assert.Equal((text, "invalid-review-name"), (text, (await functions.Delete(delete, text, CancellationToken.None).AnswerAsync(delete)).Problem));
        }

        await foreach (var blob in app.Files.GetBlobsAsync())
        {
            Assert.Fail($"{blob.Name} was written.");
        }
    }

    [Fact]
    public void A_name_is_usable_exactly_when_the_table_says_so() => Assert.All(
        HostileName.Listed, name => Assert.Equal((name.Text, name.IsUsable), (name.Text, ReviewName.TryParse(name.Text, out _))));

    [Fact]
    public void What_storage_never_lists_is_no_name() =>
        Assert.All(HostileName.NeverListed, text => Assert.False(ReviewName.TryParse(text, out _), text));

    [Fact]
    public void No_two_names_share_a_row() => Assert.Equal(
        HostileName.Listed.Length, HostileName.Listed.Select(name => ReviewEntity.Row(ReviewName.Listed(name.Text))).Distinct().Count());

    private static bool IsWellFormed(string text) => text.Equals(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);
}
