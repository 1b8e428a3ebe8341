using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Azure.Storage.Blobs;
using Ingest.LoadBench.Films;
using Ingest.LoadBench.Servers;

namespace Ingest.LoadBench.StartUp;

/// <summary>Starts the app in the local host, over a storage of its own, and stops the clock.</summary>
/// <param name="connection">Where the reviews are.</param>
/// <param name="data">Where the host keeps its key.</param>
internal sealed class StartUpRun(string connection, string data)
{
    private const string Polled = "IngestReviewPolled";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string[] Background = ["IngestReview", "ReconcileReviews", "RefreshFilms"];
    private readonly BlobContainerClient reviews = new(connection, "reviews");
    private int dropped;

    /// <summary>Ingests pages.</summary>
    /// <returns>The id of a film that one of them is of.</returns>
    public async Task<string> PrepareAsync(StartUpVariant variant, IReadOnlyList<string> pages)
    {
        await using var app = Start(variant, Background);
        var port = await app.PortAsync();
        foreach (var page in pages)
        {
            await reviews.GetBlobClient(Path.GetFileName(page)).UploadAsync(page);
        }

        foreach (var _ in pages)
        {
            await app.ReadUntilAsync(IsSettled, Patience);
        }

        using var http = Client(port);
        var review = await http.GetStringAsync($"/api/reviews/{Path.GetFileName(pages[0])}");
        return JsonDocument.Parse(review).RootElement.GetProperty("films")[0].GetProperty("ids")[0].GetString()!;
    }

    /// <summary>Nothing but answers is asked of this start.</summary>
    public async Task<ServingStart> ServeAsync(StartUpVariant variant, string film)
    {
        var began = Stopwatch.GetTimestamp();
        await using var app = Start(variant, [.. Background, Polled]);
        var port = await app.PortAsync();
        var (listening, cpuOfListening) = (Milliseconds(began), app.Cpu.TotalMilliseconds);
        using var http = Client(port);
        await http.GetByteArrayAsync("/api/health");
        var health = Milliseconds(began);
        await http.GetByteArrayAsync($"/api/films/{film}");
        return new(listening, health, Milliseconds(began), cpuOfListening, app.Cpu.TotalMilliseconds);
    }

    /// <summary>A review waits for this start.</summary>
    public async Task<IngestingStart> IngestAsync(StartUpVariant variant)
    {
        var number = dropped++;
        var name = string.Create(CultureInfo.InvariantCulture, $"made-{number}.html");
        await reviews.GetBlobClient(name).UploadAsync(new BinaryData(MadePages.Of(number)));
        var began = Stopwatch.GetTimestamp();
        await using var app = Start(variant, Background);
        await app.ReadUntilAsync(line => line.Contains($"Review {name} ingested: ", StringComparison.Ordinal), Patience);
        return new(Milliseconds(began), app.Cpu.TotalMilliseconds);
    }

    private ChildProcess Start(StartUpVariant variant, IReadOnlyList<string> disabled)
    {
        var settings = new Dictionary<string, string>(variant.Settings);
        foreach (var function in disabled)
        {
            settings[$"AzureWebJobs.{function}.Disabled"] = "true";
        }

        var folder = variant.Folder.FullName;
        return ChildProcess.Start(
            Path.Combine(folder, "Ingest.Local.dll"),
            ["run", "--attached", "--port", "0", "--root", folder, "--data", data, "--connection", connection],
            settings);
    }

    private static bool IsSettled(string line) =>
        line.Contains(" ingested: ", StringComparison.Ordinal) || line.Contains(" rejected: ", StringComparison.Ordinal);

    private static HttpClient Client(int port) => new() { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

    private static double Milliseconds(long since) => Stopwatch.GetElapsedTime(since).TotalMilliseconds;
}
