using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Ingest.Web.Tests.Made;

/// <summary>What the pages' scripts ask, answered as the app would, without storage. A file's name says what becomes of it:
/// one with <c>bad</c> is rejected, one with <c>large</c> not taken, any other is ingested. What nobody put has failed.</summary>
public sealed class MadeApi
{
    /// <summary>The function key that is taken.</summary>
    public const string Key = "made-key";

    /// <summary>A title that finds a film for each hostile text.</summary>
    public const string HostileTitle = "hostile";

    /// <summary>A file that is read while somebody looks at its page.</summary>
    public const string ArrivingName = "arriving.html";

    // So many are held until they are all there.
    private const int HeldTogether = 4;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private readonly ConcurrentDictionary<string, int> asked = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource together = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int held;
    private int mostHeld;

    /// <summary>Every file that was put: its name, its media type and its content.</summary>
    public ConcurrentQueue<(string Name, string? Type, string Content)> Files { get; } = new();

    /// <summary>Most files named <c>held...</c> that were on their way at once.</summary>
    public int MostHeld => mostHeld;

    /// <summary>Whether a review has been asked for often enough to have been read.</summary>
    public bool IsRead(string name) => asked.GetValueOrDefault(name) > 1;

    /// <summary>Adds the routes.</summary>
    public void Map(WebApplication app)
    {
        app.MapGet("/api/films", (string? title, int? limit) => Json(new { films = Films(title ?? "", limit ?? 20) }));
        app.MapPut("/api/reviews/{*name}", PutAsync);
        app.MapGet("/api/reviews/{*name}", Review);
    }

    private static IEnumerable<object> Films(string title, int limit)
    {
        var films = title == HostileTitle
            ? HostileText.All.Select(text => new FilmSummary(text, text, 2016))
            : MadeLists.Films.Where(film => film.Title.Contains(title, StringComparison.OrdinalIgnoreCase)).Take(limit);
        return films.Select(film => new { film.Id, film.Title, film.Year, matched = film.Title, approximate = false });
    }

    private static IResult Json(object value, int status = 200) => Results.Text(
        JsonSerializer.Serialize(value, Web), "application/json", System.Text.Encoding.UTF8, status);

    private async Task<IResult> PutAsync(string name, HttpRequest request)
    {
        if (request.Headers["x-functions-key"] != Key)
        {
            return Json(new { title = "Unauthorized" }, 401);
        }

        using var reader = new StreamReader(request.Body);
        Files.Enqueue((name, request.ContentType, await reader.ReadToEndAsync()));
        if (name.Contains("large", StringComparison.Ordinal))
        {
            return Json(new { title = "The file is too large", detail = "The largest file that is read has 10 bytes." }, 413);
        }

        if (name.StartsWith("held", StringComparison.Ordinal))
        {
            await HoldAsync();
        }

        return Json(new { name, status = "received" }, 202);
    }

    private async Task HoldAsync()
    {
        var now = Interlocked.Increment(ref held);
        InterlockedMax(ref mostHeld, now);
        if (now >= HeldTogether)
        {
            together.TrySetResult();
        }

        await Task.WhenAny(together.Task, Task.Delay(TimeSpan.FromSeconds(10)));
        Interlocked.Decrement(ref held);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = most; value > seen; seen = Interlocked.CompareExchange(ref most, value, seen))
        {
        }
    }

    private IResult Review(string name) => name != ArrivingName && Files.All(file => file.Name != name)
        ? Json(new { review = new { name, status = "failed", attempts = MadeReview.AttemptsOfHolding }, films = Array.Empty<object>() })
        : asked.AddOrUpdate(name, 1, (_, count) => count + 1) == 1
        ? Json(new { review = new { name, status = "received", attempts = 0 }, films = Array.Empty<object>() })
        : name.Contains("bad", StringComparison.Ordinal)
            ? Json(new
            {
                review = new { name, status = "rejected", reason = "notHtml", advice = "The file is an image.", attempts = 1 },
                films = Array.Empty<object>(),
            })
            : Json(new
            {
                review = new { name, status = "ingested", title = $"Of {name}", attempts = 1 },
                films = new[] { new { MadeFilm.Summary.Title, isSubject = true, ids = new[] { MadeFilm.Id } } },
            });
}
