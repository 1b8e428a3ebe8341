using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Ingest.Core.Tests.BadFiles;
using Ingest.Functions.Ingestion;

namespace Ingest.Functions.Tests.Ingestion;

/// <summary>The app's own reader on what people drop besides reviews.</summary>
public sealed class RejectedFileTests(AzuriteFixture azurite)
{
    private const string Prose =
        "<p>Nothing in Ember Road is hurried, and nobody who has seen it will want a minute of it back, because the quiet is the point of it.</p>"
        + "<p>The second half of the film leaves the village for the coast, and with the sea the picture finds the words that its people lack.</p>";

    [Theory]
    [InlineData("no bytes", "", "empty")]
    [InlineData("white space", " \n\t ", "empty")]
    [InlineData("a picture named .html", "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0", "notHtml")]
    [InlineData("a zip archive", "PK\u0003\u0004\u0014\0\0\0", "notHtml")]
    [InlineData("a charset that nobody knows", "<html><head><meta charset=\"x-made-up-7\"></head><body><p>\u00e9\u00e8 \u00ea\u00ff</p></body></html>", "unreadableCharset")]
    [InlineData("a page without prose", "<html><body><nav><a href='/'>Home</a></nav></body></html>", "noArticle")]
    public async Task A_file_that_is_no_review_is_rejected_with_its_reason(string what, string latin1, string reason)
    {
        await using var app = await TestApp.StartAsync(azurite, Reader.Default);
        await app.PutAsync("a.html", Encoding.Latin1.GetBytes(latin1));

        var outcome = await app.Worker.SettleAsync("a.html");

        var record = await app.RecordAsync("a.html");
        Assert.Equal((what, IngestOutcome.Rejected, reason), (what, outcome, record!.Reason));
        Assert.False(string.IsNullOrEmpty(record.Advice));
    }

    [Fact]
    public async Task Each_of_the_bad_files_ends_with_the_status_and_the_reason_it_must_get()
    {
        await using var app = await TestApp.StartAsync(azurite, Reader.Default);
        var ended = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(BadFile.All, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (file, _) =>
        {
            await app.PutAsync(file.FileName, file.Make());
            await app.Worker.SettleAsync(file.FileName);
            var record = await app.RecordAsync(file.FileName);
            ended.Add($"{file.FileName}: {record!.Status} {record.Reason}");
            Assert.True(record.Reason is null || record.Advice is { Length: > 0 }, file.Name);
        });

        Assert.Equal(
            BadFile.All.Select(file => $"{file.FileName}: {(file.Reason is { } reason ? $"{ReviewStatus.Rejected} {JsonNamingPolicy.CamelCase.ConvertName($"{reason}")}" : $"{ReviewStatus.Ingested} ")}").Order(StringComparer.Ordinal),
            ended.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_rejected_file_is_not_read_again()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("a.html", "nothing of films");
        app.Worker.Gate.Reset();

        Assert.Equal(IngestOutcome.Unchanged, await app.Worker.SettleAsync("a.html"));
        Assert.Equal(2, app.Worker.Gate.Count);
    }

    [Fact]
    public async Task A_review_that_is_replaced_by_something_else_loses_its_statements()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("a.html", "film: Ember Road");

        await app.DropAsync("a.html", "nothing of films");

        Assert.Equal(
            Stored.Expected(new Dictionary<string, string> { ["a.html"] = "nothing of films" }), await Stored.ReadAsync(app));
    }

    [Fact]
    public async Task A_file_of_sixty_megabytes_is_rejected_without_being_read()
    {
        await using var app = await TestApp.StartAsync(azurite, Reader.Default);
        await app.PutAsync("a.html", new byte[60 * 1024 * 1024]);

        await app.Worker.SettleAsync("a.html");

        Assert.Equal("tooLarge", (await app.RecordAsync("a.html"))!.Reason);
    }

    [Fact]
    public async Task A_file_is_too_large_from_one_byte_above_the_limit()
    {
        await using var app = await TestApp.StartAsync(
            azurite, settings: new Dictionary<string, string?> { ["Ingest:MaxFileBytes"] = "16" });

        Assert.Equal(IngestOutcome.Ingested, await app.DropAsync("fits.html", "film: Ember Road"));
        Assert.Equal(IngestOutcome.Rejected, await app.DropAsync("not.html", "film: Ember Roads"));
    }

    [Fact]
    public async Task A_page_cut_off_in_the_middle_is_a_review_all_the_same()
    {
        await using var app = await TestApp.StartAsync(azurite, Reader.Default);
        var page = $"<html><head><title>Ember Road</title></head><body><article><h1>Ember Road</h1>{Prose}<p>And then the ferr";
        await app.PutAsync("a.html", Encoding.UTF8.GetBytes(page));

        Assert.Equal(IngestOutcome.Ingested, await app.Worker.SettleAsync("a.html"));
        Assert.Equal("Ember Road", (await app.RecordAsync("a.html"))!.Title);
    }

    [Fact]
    public async Task A_reading_that_takes_too_long_is_a_failure()
    {
        var slow = new Reader(1, (_, _) =>
        {
            Thread.Sleep(TimeSpan.FromSeconds(3));
            throw new InvalidDataException();
        });
        await using var app = await TestApp.StartAsync(
            azurite, slow, new Dictionary<string, string?> { ["Ingest:ReadingTimeout"] = "00:00:01" });
        await app.PutAsync("a.html", "film: Ember Road");

        Assert.Equal(IngestOutcome.Failed, await app.Worker.SettleAsync("a.html"));
        Assert.Equal((ReviewStatus.Failed, "readingTimeout"), ((await app.RecordAsync("a.html"))!.Status, (await app.RecordAsync("a.html"))!.Reason));
    }
}
