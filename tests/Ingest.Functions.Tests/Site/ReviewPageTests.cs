using Ingest.Functions.Ingestion;
using Ingest.Functions.Tests.Web;
using Ingest.Functions.Triggers;

namespace Ingest.Functions.Tests.Site;

/// <summary>The page of a review, from storage.</summary>
public sealed class ReviewPageTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("3", "It is tried again by itself, from ")]
    [InlineData("1", "It is not tried again by itself.")]
    public async Task The_page_of_a_failed_review_says_how_often_it_was_tried_and_when_it_is_tried_next(string attempts, string next)
    {
        await using var app = await TestApp.StartAsync(
            azurite, new Reader(1, (_, _) => throw new InvalidDataException()), new() { ["Ingest:MaxAttempts"] = attempts });
        await app.PutAsync("a.html", "film: Ember Road");
        await Assert.ThrowsAsync<InvalidDataException>(() => app.Worker.SettleAsync("a.html"));
        var request = Requests.Get("/reviews/a.html");

        var page = await app.Worker.Functions<PagesFunctions>().Review(request, "a.html", CancellationToken.None).AnswerAsync(request);

        Assert.Equal(200, page.Status);
        Assert.Contains("The app met a fault of its own", page.Body, StringComparison.Ordinal);
        Assert.Contains("Tried once.", page.Body, StringComparison.Ordinal);
        Assert.Contains(next, page.Body, StringComparison.Ordinal);
    }
}
