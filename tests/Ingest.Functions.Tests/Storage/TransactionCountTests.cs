using Ingest.Functions.Storage;
using Ingest.Functions.Triggers;
using Ingest.Functions.Tests.Web;

namespace Ingest.Functions.Tests.Storage;

/// <summary>What operations cost in requests to storage, counted.</summary>
public sealed class TransactionCountTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    private const string Ember = "film: Ember Road\nyear: 1999\ndirector: Ada Quill\ncast: Bo Lind as Reed";

    [Fact]
    public async Task Operations_cost_no_more_requests_than_they_are_known_to()
    {
        await using var app = await TestApp.StartAsync(azurite);

        await app.PutAsync("a.html", Ember);
        await CountAsync(app, "ingest the first review of a film (one title, two people)", 19, () => app.Worker.SettleAsync("a.html"));
        await app.PutAsync("b.html", Ember);
        await CountAsync(app, "ingest a second review of it", 13, () => app.Worker.SettleAsync("b.html"));
        await app.PutAsync("d.html", $"{Ember}\naka: Glutweg");
        await CountAsync(app, "ingest one that gives it another title", 21, () => app.Worker.SettleAsync("d.html"));
        await app.PutAsync("e.html", $"{Ember}\naka: Glutweg");
        await CountAsync(app, "ingest another one that does", 19, () => app.Worker.SettleAsync("e.html"));
        await app.PutAsync("b.html", Ember);
        await CountAsync(app, "drop the same bytes again", 5, () => app.Worker.SettleAsync("b.html"));
        await CountAsync(app, "notice the same file again", 2, () => app.Worker.SettleAsync("b.html"));
        await app.PutAsync("c.html", "nothing of films");
        await CountAsync(app, "reject a file", 6, () => app.Worker.SettleAsync("c.html"));
        await app.RemoveAsync("b.html");
        await CountAsync(app, "retract a review", 14, () => app.Worker.SettleAsync("b.html"));

        var films = app.Worker.Get<FilmTable>();
        var titles = app.Worker.Get<TitleTable>();
        var query = new FilmQuery("ember", null, null, 20, null);
        var hit = (await titles.FindAsync(query, CancellationToken.None)).Items.Single();
        await CountAsync(app, "get a profile", 1, () => films.FindAsync(hit.Id, CancellationToken.None));
        await CountAsync(app, "search by title", 1, () => titles.FindAsync(query, CancellationToken.None));
        await CountAsync(app, "search by a misspelt title", 2, () => titles.FindAsync(query with { Title = "embre road" }, CancellationToken.None));
        await CountAsync(app, "get a review with its films", 4, () => app.Worker.Functions<ReviewFunctions>()
            .Get(Requests.Get("/api/reviews/a.html"), "a.html", CancellationToken.None));
        await CountAsync(app, "list reviews", 16, () => app.Worker.Functions<ReviewFunctions>()
            .List(Requests.Get("/api/reviews"), CancellationToken.None));
    }

    private async Task CountAsync(TestApp app, string operation, int atMost, Func<Task> run)
    {
        app.Worker.Gate.Reset();
        await run();
        output.WriteLine($"{app.Worker.Gate.Count,3} requests: {operation}");
        Assert.InRange(app.Worker.Gate.Count, 1, atMost);
    }
}
