using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Ingest.Dev.Reviews;

/// <summary>The running app's HTTP interface, as far as dropping reviews needs it.</summary>
internal sealed class ReviewClient(Uri app, string? key) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly HttpClient _http = new() { BaseAddress = app, Timeout = TimeSpan.FromSeconds(100) };

    /// <summary>What the app says of a review; null when it knows of none.</summary>
    /// <exception cref="DevException">The app does not answer, or not as expected.</exception>
    public async Task<ReviewState?> FindAsync(string name, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, PathOf(name));
        using var response = await SendAsync(request, cancellation);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        using var review = await JsonOfAsync(response, cancellation);
        return ReviewState.Of(review.RootElement);
    }

    /// <summary>Uploads a file as a review, over the one of this name if there is one.</summary>
    /// <returns>Why the app refuses the file; null when it has taken it.</returns>
    /// <exception cref="DevException">The app does not answer, or does not take the key.</exception>
    public async Task<ReviewState?> UploadAsync(ReviewDrop drop, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(drop.File);
        using var request = new HttpRequestMessage(HttpMethod.Put, PathOf(drop.Name)) { Content = new StreamContent(file) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/html");
        request.Headers.Add("x-functions-key", key);
        using var response = await SendAsync(request, cancellation);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            throw new DevException(ExitCode.Failed, $"{app} does not take the function key; give the right one with --key.");
        }

        return response.IsSuccessStatusCode
            ? null
            : new ReviewState("refused", await ReasonOfAsync(response, cancellation), null, 0);
    }

    /// <summary>
    /// Uploads files, a few at a time, and waits until the app is done with each; gives what became of them in their order.
    /// </summary>
    /// <param name="keepIngested">Whether reviews that the app has ingested are left alone.</param>
    /// <param name="patience">How long nothing may be settled before the rest is given up as it stands.</param>
    /// <param name="progress">Told how many are settled.</param>
    public async Task<IReadOnlyList<DropResult>> DropAsync(
        IReadOnlyList<ReviewDrop> drops,
        bool keepIngested,
        TimeSpan patience,
        IProgress<string> progress,
        CancellationToken cancellation)
    {
        var results = new DropResult?[drops.Count];
        await Parallel.ForAsync(0, drops.Count, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellation }, async (i, token) =>
        {
            if (keepIngested && await FindAsync(drops[i].Name, token) is { IsIngested: true } state)
            {
                results[i] = new DropResult(drops[i], state, WasThere: true);
            }
            else if (await UploadAsync(drops[i], token) is { } refused)
            {
                results[i] = new DropResult(drops[i], refused);
            }
        });

        var lastChange = DateTime.UtcNow;
        var lastReport = DateTime.UtcNow;
        while (results.Any(result => result is null))
        {
            await Task.Delay(Pause, cancellation);
            for (var i = 0; i < drops.Count; i++)
            {
                if (results[i] is not null)
                {
                    continue;
                }

                var state = await FindAsync(drops[i].Name, cancellation) ?? new ReviewState("unknown", null, null, 0);
                if (state.IsSettled || DateTime.UtcNow - lastChange > patience)
                {
                    results[i] = new DropResult(drops[i], state);
                    lastChange = state.IsSettled ? DateTime.UtcNow : lastChange;
                }
            }

            if (DateTime.UtcNow - lastReport > TimeSpan.FromSeconds(2))
            {
                lastReport = DateTime.UtcNow;
                progress.Report($"{results.Count(result => result is not null)} of {drops.Count} reviews are done");
            }
        }

        return [.. results.Select(result => result!)];
    }

    /// <summary>Ids of films that these reviews are about, in their order.</summary>
    public async Task<IReadOnlyList<string>> SubjectsAsync(IEnumerable<string> names, int most, CancellationToken cancellation)
    {
        var ids = new List<string>();
        foreach (var name in names)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, PathOf(name));
            using var response = await SendAsync(request, cancellation);
            using var answer = await JsonOfAsync(response, cancellation);
            ids.AddRange(answer.RootElement.GetProperty("films").EnumerateArray()
                .Where(film => film.GetProperty("isSubject").GetBoolean())
                .SelectMany(film => film.GetProperty("ids").EnumerateArray())
                .Select(id => id.GetString()!)
                .Except(ids));
            if (ids.Count >= most)
            {
                break;
            }
        }

        return [.. ids.Take(most)];
    }

    public void Dispose() => _http.Dispose();

    private static Uri PathOf(string name) =>
        new($"api/reviews/{string.Join('/', name.Split('/').Select(Uri.EscapeDataString))}", UriKind.Relative);

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            return await _http.SendAsync(request, cancellation);
        }
        catch (HttpRequestException reason)
        {
            throw new DevException(
                ExitCode.Failed, $"the app does not answer at {app} ({reason.Message}); 'dotnet dev.cs up' starts it.");
        }
    }

    private async Task<JsonDocument> JsonOfAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw new DevException(
                ExitCode.Failed,
                $"{response.RequestMessage?.RequestUri} answered {await ReasonOfAsync(response, cancellation)}");
        }

        try
        {
            return await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellation), default, cancellation);
        }
        catch (JsonException)
        {
            throw new DevException(ExitCode.Failed, $"what answers at {app} is not the app.");
        }
    }

    // The app's errors are problem details; their detail is for people.
    private static async Task<string> ReasonOfAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var text = await response.Content.ReadAsStringAsync(cancellation);
        try
        {
            using var problem = JsonDocument.Parse(text);
            return $"{(int)response.StatusCode} {problem.RootElement.GetProperty("detail").GetString()}";
        }
        catch (Exception reason) when (reason is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return $"{(int)response.StatusCode} {response.ReasonPhrase}";
        }
    }
}
