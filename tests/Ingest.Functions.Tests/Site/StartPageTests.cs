using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;
using Ingest.Functions.Tests.Web;
using Ingest.Functions.Triggers;

namespace Ingest.Functions.Tests.Site;

/// <summary>The start page, from storage.</summary>
public sealed class StartPageTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task It_counts_what_there_is_and_shows_the_latest_first()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("zebra.html", "film: Zebra Crossing\nyear: 2001");
        await app.DropAsync("ember.html", "film: Ember Road\nyear: 1999");
        await app.DropAsync("no-film.html", "nothing");
        await app.DropAsync("gone.html", "film: Gone\nyear: 1980");
        await app.RemoveAsync("gone.html");
        await app.Worker.SettleAsync("gone.html");
        await app.DropAsync("amber.html", "film: Amber Room\nyear: 2010");

        var films = await app.NewWorker().Get<LatestFilms>().ReadAsync(CancellationToken.None);
        var counts = SiteCount.Of(films, await app.NewWorker().Get<LatestReviews>().ReadAsync(CancellationToken.None));

        Assert.Equal(["Amber Room", "Ember Road", "Zebra Crossing"], films.Latest.Select(film => film.Title));
        Assert.Equal(3, counts.Films);
        Assert.Equal(3, counts.Reviews[ReviewStatus.Ingested]);
        Assert.Equal(1, counts.Reviews[ReviewStatus.Rejected]);
        Assert.DoesNotContain(ReviewStatus.Deleted, counts.Reviews.Keys);
        Assert.True(counts.IsWhole);
    }

    [Fact]
    public async Task The_latest_reviews_are_the_latest_of_all_shards()
    {
        await using var app = await TestApp.StartAsync(azurite);
        foreach (var number in Enumerable.Range(0, LatestReviews.Most + 3))
        {
            app.Clock.Advance(TimeSpan.FromMinutes(1));
            await app.DropAsync($"{number}.html", "nothing");
        }

        var scan = await app.Worker.Get<LatestReviews>().ReadAsync(CancellationToken.None);

        Assert.Equal(
            Enumerable.Range(3, LatestReviews.Most).Reverse().Select(number => $"{number}.html"),
            scan.Latest.Select(review => review.Name.Value));
        Assert.Equal(LatestReviews.Most + 3, scan.Counts.Of(ReviewStatus.Rejected));
    }

    [Fact]
    public async Task What_was_counted_is_kept_for_a_second()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var films = app.Worker.Get<LatestFilms>();
        Assert.Equal(0, (await films.ReadAsync(CancellationToken.None)).Count);
        await app.DropAsync("ember.html", "film: Ember Road\nyear: 1999");

        app.Worker.Gate.Reset();
        Assert.Equal(0, (await films.ReadAsync(CancellationToken.None)).Count);
        Assert.Equal(0, app.Worker.Gate.Count);
        app.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(1, (await films.ReadAsync(CancellationToken.None)).Count);
    }

    [Theory]
    [InlineData("/?title=ember", 200, "Films like “ember”", true)]
    [InlineData("/?person=quill", 200, "Films by or with “quill”", true)]
    [InlineData("/?title=ember&person=lind&year=1999", 200, "Films like “ember” by or with “lind” from 1999", true)]
    [InlineData("/?title=&person=&year=", 200, "All films", true)]
    [InlineData("/?year=2001", 200, "Films from 2001", false)]
    [InlineData("/?year=soon", 400, "A year has four digits", false)]
    public async Task It_searches_by_title_person_and_year(string target, int status, string heading, bool isFound)
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("ember.html", "film: Ember Road\nyear: 1999\ndirector: Ada Quill\ncast: Lind as Reed");
        var request = Requests.Get(target);

        var page = await app.Worker.Functions<PagesFunctions>().Start(request, CancellationToken.None).AnswerAsync(request);

        Assert.Equal(status, page.Status);
        Assert.Contains(heading, page.Body, StringComparison.Ordinal);
        Assert.Equal(isFound, page.Body.Contains("/films/ember-road-1999", StringComparison.Ordinal));
    }
}
