using System.Text;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Tests.Web;
using Ingest.Functions.Triggers;

namespace Ingest.Functions.Tests.Security;

/// <summary>What a page exceeds, its review tells.</summary>
public sealed class LimitTests(AzuriteFixture azurite)
{
    private const string Page = "<html><head><title>Ember Road (1999) review</title></head><body><article><h1>Ember Road (1999)</h1>";

    private const string Prose =
        "<p>Nothing in Ember Road is hurried, and nobody who has seen it will want a minute of it back, because the quiet is the point of it.</p>"
        + "<p>The film stars Mara Venn and Otto Brandt. It was directed by Ines Valdorra, and it runs 118 minutes, all of them by the sea.</p>";

    [Theory]
    [InlineData("", "")]
    [InlineData("MaxTextLength=1000", "textCut")]
    [InlineData("MaxStatements=2", "statementsLeftOut")]
    [InlineData("MaxElements=1000", "pageCut")]
    [InlineData("MaxTextLength=1000 MaxStatements=1", "textCut statementsLeftOut")]
    public async Task A_review_says_what_was_left_out_of_it(string settings, string notes)
    {
        await using var app = await TestApp.StartAsync(
            azurite,
            Reader.Default,
            settings.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToDictionary(one => "Ingest:" + one.Split('=')[0], string? (one) => one.Split('=')[1]));
        var page = Page + string.Concat(Enumerable.Range(0, 20).Select(number => Prose.Replace("the sea", $"the sea {number}", StringComparison.Ordinal)))
            + string.Concat(Enumerable.Repeat("<div class=comment><p>Yes.</p></div>", 1000));
        await app.PutAsync("a.html", Encoding.UTF8.GetBytes(page));

        Assert.Equal(IngestOutcome.Ingested, await app.Worker.SettleAsync("a.html"));

        var request = Requests.Get("/api/reviews/a.html");
        var answer = await app.Worker.Functions<ReviewFunctions>().Get(request, "a.html", CancellationToken.None).AnswerAsync(request);
        Assert.Equal(notes, string.Join(' ', answer.Json.GetProperty("review").GetProperty("notes").EnumerateArray().Select(note => note.GetString())));
        Assert.Equal(notes, string.Join(' ', (await app.RecordAsync("a.html"))!.Notes));
    }

    [Fact]
    public async Task A_review_of_too_many_films_says_so_and_a_new_file_takes_the_notes_with_it()
    {
        await using var app = await TestApp.StartAsync(azurite, settings: new() { ["Ingest:MaxGroupsPerReview"] = "20" });
        await app.DropAsync("a.html", string.Join('\n', Enumerable.Range(0, 30).Select(number => $"film: Ember Road {(char)('A' + number)}{number}")));
        Assert.Equal("filmsLeftOut", Assert.Single((await app.RecordAsync("a.html"))!.Notes));

        await app.DropAsync("a.html", "film: Ember Road");

        Assert.Empty((await app.RecordAsync("a.html"))!.Notes);
    }
}
