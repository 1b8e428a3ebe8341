using System.Text.Json;
using Ingest.Functions.Triggers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Ingest.Functions.Tests.Ingestion;

/// <summary>Asks for profiles, one by one and all at once, while reviews are read again by another version of the reader, and
/// fails at the first that lacks anything or has anything twice.</summary>
internal sealed class ProfileWatch(TestApp app)
{
    private const int AsksPerExport = 7;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    private readonly FilmFunctions[] instances =
        [app.NewWorker(TwoVersions.Old).Functions<FilmFunctions>(), app.NewWorker(TwoVersions.New).Functions<FilmFunctions>()];

    /// <summary>How many profiles were asked for one by one.</summary>
    public int Asked { get; private set; }

    /// <summary>How many times all were.</summary>
    public int Exports { get; private set; }

    /// <summary>Watches until the work is done.</summary>
    public async Task WhileAsync(Func<Task> work)
    {
        using var over = new CancellationTokenSource();
        var watching = UntilAsync(over.Token);
        var done = work();
        await Task.WhenAny(done, watching);
        await over.CancelAsync();
        await Task.WhenAll(done, watching);
    }

    // As one client after another: the work is to get on.
    private async Task UntilAsync(CancellationToken over)
    {
        for (var turn = 0; !over.IsCancellationRequested; turn++)
        {
            await AskAsync(instances[(turn + (turn / TwoVersions.Films)) % 2], turn);
            if (turn % AsksPerExport == 0)
            {
                await ExportAsync(instances[turn / AsksPerExport % 2]);
            }

            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    private async Task AskAsync(FilmFunctions films, int turn)
    {
        var id = TwoVersions.ReviewsOf.Keys.ElementAt(turn % TwoVersions.Films);
        var request = Web.Requests.Get("/api/films/" + id);
        Check(id, await BodyAsync(request, await films.Get(request, id, default)));
        Asked++;
    }

    private async Task ExportAsync(FilmFunctions films)
    {
        var request = Web.Requests.Get("/api/films.jsonl");
        var lines = (await BodyAsync(request, await films.Export(request))).Split('\n')[..^1];
        var ids = lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!).ToList();
        Assert.Equal(TwoVersions.ReviewsOf.Keys.Order(StringComparer.Ordinal), ids.Intersect(TwoVersions.ReviewsOf.Keys));
        Assert.Equal(ids.Distinct(), ids);
        foreach (var (id, line) in ids.Zip(lines).Where(film => TwoVersions.ReviewsOf.ContainsKey(film.First)))
        {
            Check(id, line);
        }

        Exports++;
    }

    private static async Task<string> BodyAsync(HttpRequest request, IActionResult result)
    {
        using var body = new MemoryStream();
        request.HttpContext.Response.Body = body;
        await result.ExecuteResultAsync(new ActionContext(request.HttpContext, new RouteData(), new()));
        Assert.Equal(200, request.HttpContext.Response.StatusCode);
        return System.Text.Encoding.UTF8.GetString(body.ToArray());
    }

    // Of each review its old or its new reading: what both say is said by all, of what only one says each says one. A review
    // that comes to be known under other titles may for a moment be seen with both readings, under one title each.
    private static void Check(string id, string json)
    {
        using var document = JsonDocument.Parse(json);
        var film = document.RootElement;
        var reviews = TwoVersions.ReviewsOf[id];
        Assert.Equal(reviews, film.GetProperty("reviews").EnumerateArray().Select(review => review.GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(reviews.Length, film.GetProperty("reviewCount").GetInt32());
        Assert.All(TwoVersions.Lasting, field => Assert.Equal(reviews.Length, SupportOf(film.GetProperty(field))));
        var (old, later) = (SupportOf(film.GetProperty("genres")), SupportOf(film.GetProperty("runtimeMinutes")));
        var atMost = TwoVersions.HasOtherTitles(id) ? 2 * reviews.Length : reviews.Length;
        Assert.True(old + later >= reviews.Length && old + later <= atMost, $"{id}: {old} old readings and {later} new ones of {reviews.Length}: {json}");
    }

    // The support of a value, or of the only one of a list; every source of it once.
    private static int SupportOf(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            Assert.InRange(value.GetArrayLength(), 0, 1);
            return value.GetArrayLength() == 0 ? 0 : SupportOf(value[0]);
        }

        if (value.ValueKind == JsonValueKind.Null)
        {
            return 0;
        }

        var sources = value.GetProperty("sources").EnumerateArray().Select(source => source.GetProperty("review").GetString()).ToList();
        Assert.Equal(sources.Distinct(), sources);
        return value.GetProperty("support").GetInt32();
    }
}
