using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Blobs;
using Ingest.Benchmarks.Held;
using Ingest.Functions.Storage;
using Ingest.LoadBench.Servers;
using Ingest.LocalStorage;

namespace Ingest.LoadBench.Held;

/// <summary>Whether many large pages that are dropped at once are ingested by an app that has no more memory for its objects
/// than README states.</summary>
/// <remarks>Not sampled but proved: the runtime may commit no more, and an app that needed more would end, or record a review
/// as failed for lack of memory.</remarks>
internal static class HeldBench
{
    /// <summary>What reading files holds at most, in MiB, as README states it.</summary>
    public const int Readings = 384;

    // The app without a review, with what its web server, its clients of storage and the collector itself keep ready.
    private const int App = 96;

    private const int Mebibyte = 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Drops the pages, waits for what becomes of them, and prints it.</summary>
    /// <param name="pages">How many at once.</param>
    /// <param name="mebibytes">Size of each.</param>
    /// <param name="progress">Told what is going on.</param>
    /// <returns>Whether all were read, the app still running.</returns>
    public static async Task<bool> RunAsync(int pages, int mebibytes, TextWriter progress)
    {
        await Azurite.EnsureInstalledAsync(new Progress<string>(progress.WriteLine), CancellationToken.None);
        await using var azurite = await Azurite.StartAsync(new AzuriteOptions(), CancellationToken.None);
        var folder = Directory.CreateTempSubdirectory("ingest-bench-");
        try
        {
            // All of them are the app's at once, whatever host.json says.
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "host.json"),
                JsonSerializer.Serialize(new { version = "2.0", extensions = new { http = new { routePrefix = "" }, blobs = new { maxDegreeOfParallelism = pages } } }));
            await progress.WriteLineAsync($"Dropping {pages} pages of {mebibytes} MiB");
            var names = await DropAsync(azurite.ConnectionString, pages, mebibytes);
            await using var app = ChildProcess.Start(
                Path.Combine(AppContext.BaseDirectory, "Ingest.Local.dll"),
                ["run", "--attached", "--port", "0", "--root", folder.FullName, "--data", folder.FullName, "--connection", azurite.ConnectionString],
                new Dictionary<string, string>
                {
                    ["DOTNET_GCHeapHardLimit"] = $"{(long)(Readings + App) * Mebibyte:x}",
                    ["DOTNET_DbgEnableMiniDump"] = "0",
                    ["AzureWebJobs.IngestReview.Disabled"] = "true",
                });
            var clock = Stopwatch.StartNew();
            using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{await app.PortAsync()}") };
            _ = app.IgnoreOutputAsync();
            var reviews = await SettledAsync(http, names, clock);
            return Print(reviews, pages, mebibytes, clock.Elapsed);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<IReadOnlyList<string>> DropAsync(string connection, int pages, int mebibytes)
    {
        var files = new BlobContainerClient(connection, StorageNames.DropContainer);
        await files.CreateIfNotExistsAsync();
        var names = new List<string>();
        for (var number = 0; number < pages; number++)
        {
            var shape = PageShape.All[number % PageShape.All.Count];
            var name = $"{shape.Name}-{number}.html";
            await files.UploadBlobAsync(name, new BinaryData(shape.Page(mebibytes * Mebibyte)));
            names.Add(name);
        }

        return names;
    }

    private static async Task<IReadOnlyList<Settled>> SettledAsync(HttpClient http, IReadOnlyList<string> names, Stopwatch clock)
    {
        var settled = new List<Settled>();
        foreach (var name in names)
        {
            Settled? review;
            while ((review = await OfAsync(http, name)) is null)
            {
                if (clock.Elapsed > Patience)
                {
                    throw new BenchException($"{name} is not settled after {Patience.TotalMinutes:F0} min.");
                }

                await Task.Delay(200);
            }

            settled.Add(review);
        }

        return settled;
    }

    // Null while nothing became of it.
    private static async Task<Settled?> OfAsync(HttpClient http, string name)
    {
        try
        {
            using var answer = await http.GetAsync($"api/reviews/{name}");
            if (!answer.IsSuccessStatusCode)
            {
                return null;
            }

            var review = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("review");
            var reason = review.TryGetProperty("reason", out var given) ? given.GetString() : null;
            return review.GetProperty("status").GetString() is { } status and not "received" ? new(name, status, reason) : null;
        }
        catch (HttpRequestException reason)
        {
            throw new BenchException($"the app does not answer any more: {reason.Message}");
        }
    }

    private static bool Print(IReadOnlyList<Settled> reviews, int pages, int mebibytes, TimeSpan time)
    {
        Console.WriteLine(Machine.Text);
        Console.WriteLine($"{pages} pages of {mebibytes} MiB dropped at once, by an app that may hold {Readings} MiB for reading and {App} MiB besides: {time.TotalSeconds:F0} s");
        foreach (var outcome in reviews.GroupBy(review => (review.Status, review.Reason)).OrderByDescending(outcome => outcome.Count()))
        {
            Console.WriteLine($"{outcome.Count(),6}  {outcome.Key.Status} {outcome.Key.Reason}");
        }

        foreach (var review in reviews.Where(review => review.Status == "failed"))
        {
            Console.WriteLine($"failed: {review.Name}, {review.Reason}");
        }

        return reviews.All(review => review.Status != "failed");
    }

    private sealed record Settled(string Name, string Status, string? Reason);
}
