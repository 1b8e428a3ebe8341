using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Ingest.Functions.Storage;
using Ingest.Functions.Triggers;

namespace Ingest.Functions.Tests.Web;

/// <summary>All films at once.</summary>
public sealed class FilmExportTests(AzuriteFixture azurite)
{
    private const int Many = 250;

    [Fact]
    public async Task Each_film_is_one_line_with_the_bytes_of_its_own_address_in_the_order_of_ids()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("c.html", "film: Winter Ferry\nyear: 2003\ndirector: Ada Quill");
        await app.DropAsync("a.html", "film: Ember Road\nyear: 1999\ncast: Élodie Ferrand\nmention: Нева");
        await app.DropAsync("b.html", "film: Harbour of Glass");
        await app.DropAsync("b.html", "film: Harbour of Glass\nyear: 2001");
        await app.DropAsync("d.html", "film: The Ninth Lamp");
        await app.RemoveAsync("d.html");
        await app.Worker.SettleAsync("d.html");

        var answer = await AskAsync(app);
        var rest = await AskAsync(app, "?after=" + IdOf(Lines(answer)[1]));
        var between = await AskAsync(app, "?after=f");
        var end = await AskAsync(app, "?after=" + Uri.EscapeDataString(IdOf(Lines(answer)[^1])));

        Assert.Equal((200, "application/jsonl; charset=utf-8", "no-store"), (answer.Status, answer.Headers["Content-Type"], answer.Headers["Cache-Control"]));
        Assert.False(answer.Headers.ContainsKey("ETag"));
        Assert.Equal(["нева", "ember-road-1999", "harbour-of-glass-2001", "winter-ferry-2003"], Lines(answer).Select(IdOf));
        foreach (var line in Lines(answer))
        {
            var request = Requests.Get("/api/films/" + Uri.EscapeDataString(IdOf(line)));
            var film = await app.Worker.Functions<FilmFunctions>().Get(request, IdOf(line), default).AnswerAsync(request);
            Assert.Equal(film.Body, line);
        }

        Assert.Equal(Lines(answer)[2..], Lines(rest));
        Assert.Equal(Lines(answer)[2..], Lines(between));
        Assert.Equal((200, ""), (end.Status, end.Body));
    }

    [Fact]
    public async Task As_linked_data_each_line_is_a_movie_and_compressed_it_says_the_same()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.DropAsync("a.html", "film: Ember Road\nyear: 1999");
        await app.DropAsync("b.html", "film: Winter Ferry");

        var plain = await AskAsync(app);
        var movies = await AskAsync(app, "", ("Accept", "application/ld+json"));
        var head = await HeadAsync(app);

        Assert.Equal("Accept, Accept-Encoding", plain.Headers["Vary"]);
        Assert.Equal(["Ember Road", "Winter Ferry"], Lines(movies).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("name").GetString()));
        Assert.Equal((200, 0, plain.Headers["Content-Type"]), (head.Status, head.Bytes.Length, head.Headers["Content-Type"]));
        foreach (var coding in new[] { "gzip", "br" })
        {
            var packed = await AskAsync(app, "", ("Accept-Encoding", coding));
            Assert.Equal(coding, packed.Headers["Content-Encoding"]);
            using var body = new MemoryStream(packed.Bytes);
            using Stream decoder = coding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
            using var text = new StreamReader(decoder);
            Assert.Equal(plain.Body, await text.ReadToEndAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task An_id_that_two_pages_share_comes_once_with_the_profile_that_is_served()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var ids = await StoreManyAsync(app);

        // The 100th row is the last of the first page.
        await StoreAsync(app, ids[99], "other group", 7);

        var lines = Lines(await AskAsync(app));

        Assert.Equal(ids, lines.Select(IdOf));
        Assert.Equal(7, JsonDocument.Parse(lines[99]).RootElement.GetProperty("reviews").GetInt32());
        Assert.Equal(ids[100..], Lines(await AskAsync(app, "?after=" + ids[99])).Select(IdOf));
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Where_storage_fails_in_the_middle_the_answer_does_not_end_and_a_client_can_go_on(string coding)
    {
        await using var app = await TestApp.StartAsync(azurite);
        var ids = await StoreManyAsync(app);
        var worker = app.NewWorker();
        await using var server = await ExportServer.StartAsync(worker);
        server.Http.DefaultRequestHeaders.Add("Accept-Encoding", coding);
        worker.Gate.Before = number => number == 3 ? throw new InvalidDataException("made up") : Task.CompletedTask;

        using var broken = await server.Http.GetAsync(
            new Uri("api/films.jsonl", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var got = new MemoryStream();
        await Assert.ThrowsAnyAsync<Exception>(() => broken.Content.CopyToAsync(got, TestContext.Current.CancellationToken));

        Assert.Equal(200, (int)broken.StatusCode);
        // What came, if anything did before the connection was cut, are the first films, and the others come after them.
        var first = WholeLines(got.ToArray(), coding).Select(IdOf).ToArray();
        Assert.Equal(ids[..first.Length], first);
        Assert.InRange(first.Length, 0, 200);
        var rest = await AskAsync(app, first is [.., var last] ? "?after=" + last : "");
        Assert.Equal(ids[first.Length..], Lines(rest).Select(IdOf));
    }

    [Fact]
    public async Task Where_storage_fails_at_once_that_is_the_answer()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var worker = app.NewWorker();
        worker.Gate.Before = _ => throw new Azure.RequestFailedException(503, "made up");

        var answer = await AskAsync(worker);

        Assert.Equal((503, "storage-unavailable"), (answer.Status, answer.Problem));
    }

    [Fact]
    public async Task Storage_is_read_as_far_ahead_as_one_page_and_no_further_for_a_client_that_is_gone()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await StoreManyAsync(app);
        var worker = app.NewWorker();
        using var gone = new CancellationTokenSource();
        var request = Requests.Get("/api/films.jsonl");
        request.HttpContext.RequestAborted = gone.Token;

        var result = await worker.Functions<FilmFunctions>().Export(request);
        Assert.InRange(worker.Gate.Count, 1, 2);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.FromResult(result).AnswerAsync(request));
        Assert.InRange(worker.Gate.Count, 1, 2);
    }

    private static Task<Answer> AskAsync(TestApp app, string query = "", params (string Name, string Value)[] headers) =>
        AskAsync(app.Worker, query, headers);

    private static Task<Answer> AskAsync(TestWorker worker, string query = "", params (string Name, string Value)[] headers)
    {
        var request = Requests.Get("/api/films.jsonl" + query, headers);
        return worker.Functions<FilmFunctions>().Export(request).AnswerAsync(request);
    }

    private static Task<Answer> HeadAsync(TestApp app)
    {
        var request = Requests.Get("/api/films.jsonl");
        request.Method = "HEAD";
        return app.Worker.Functions<FilmFunctions>().Export(request).AnswerAsync(request);
    }

    private static string[] Lines(Answer answer)
    {
        Assert.True(answer.Body.Length == 0 || answer.Body.EndsWith('\n'));
        return answer.Body.Split('\n')[..^1];
    }

    private static string[] WholeLines(byte[] sent, string coding)
    {
        using var bytes = new MemoryStream(sent);
        using Stream text = coding switch
        {
            "gzip" => new GZipStream(bytes, CompressionMode.Decompress),
            "br" => new BrotliStream(bytes, CompressionMode.Decompress),
            _ => bytes,
        };
        using var read = new MemoryStream();
        try
        {
            text.CopyTo(read);
        }
        catch (Exception reason) when (reason is IOException or InvalidDataException or InvalidOperationException)
        {
            // It ends in the middle.
        }

        return Encoding.UTF8.GetString(read.ToArray()).Split('\n')[..^1];
    }

    private static string IdOf(string line) => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!;

    private static async Task<string[]> StoreManyAsync(TestApp app)
    {
        var ids = Enumerable.Range(0, Many).Select(number => number.ToString("film-000", CultureInfo.InvariantCulture)).ToArray();
        await Parallel.ForEachAsync(ids, async (id, _) => await StoreAsync(app, id, "group", 1));
        return ids;
    }

    private static async Task StoreAsync(TestApp app, string id, string group, int reviews)
    {
        var row = new TableEntity(TableKey.Of(id), TableKey.Of(group))
        {
            ["Reviews"] = reviews,
            [ProjectedRow.Build] = 1L,
            [ProjectedRow.Deleted] = false,
        };
        Payload.Put(row, Payload.Pack(Encoding.UTF8.GetBytes($$"""{"id":"{{id}}","reviews":{{reviews}}}""")));
        await app.Storage.Films.AddEntityAsync(row);
    }
}
