using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using Azure.Storage.Blobs;
using Ingest.Core;
using Ingest.Core.Facts;
using Ingest.Functions;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;
using Ingest.LocalStorage;
using Ingest.Web.Tests.Made;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(Ingest.Web.Tests.Running.RunningApp))]

namespace Ingest.Web.Tests.Running;

/// <summary>The app in Ingest.Local, with an Azurite of its own. One made-up review is stored before it starts, as if it had
/// been read by this very version of the app; the samples are dropped through the API afterwards.</summary>
public sealed class RunningApp : IAsyncLifetime
{
    /// <summary>The function key that the app takes.</summary>
    private const string Key = "a-key-of-the-tests";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly string data = Directory.CreateTempSubdirectory("ingest-web-").FullName;
    private readonly ConcurrentQueue<string> output = new();
    private readonly TaskCompletionSource<string> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Azurite? azurite;
    private Process? process;
    private HttpClient? http;

    /// <summary>Where the app is, without a slash at the end.</summary>
    public string Address => address.Task.Result;

    /// <summary>The id of the made-up film.</summary>
    public string Film { get; private set; } = "";

    /// <summary>The id that it had before its review named its year.</summary>
    public string FormerFilm { get; private set; } = "";

    /// <summary>A client of it that follows no redirect.</summary>
    public HttpClient Http => http ?? throw new InvalidOperationException("The app has not been started.");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await Azurite.EnsureInstalledAsync(null, TestContext.Current.CancellationToken);
        azurite = await Azurite.StartAsync(new AzuriteOptions(), TestContext.Current.CancellationToken);
        await StoreMadeReviewAsync(azurite.ConnectionString);
        await StartAsync(azurite.ConnectionString);
        http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(Address) };
        await DropSamplesAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        http?.Dispose();
        if (process is not null)
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync();
            }

            process.Dispose();
        }

        if (azurite is not null)
        {
            await azurite.DisposeAsync();
        }

        Directory.Delete(data, recursive: true);
    }

    private async Task StoreMadeReviewAsync(string connection)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("AzureWebJobsStorage", connection)])
            .Build();
        var films = MadeReview.View.Films.Select(film => film.Statements).ToImmutableArray();
        var undated = films.Select(film => film with { Statements = [.. film.Statements.Where(said => said is not YearStatement)] });
        var former = ReviewReading.Of(MadeReview.View.Article! with { PublishedOn = null }, [.. undated]);
        var present = ReviewReading.Of(MadeReview.View.Article!, films);
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddIngest(configuration)
            .AddSingleton(new Reader(ReviewReader.Version, (file, _) => file.Length == 1 ? former : present))
            .BuildServiceProvider();
        await services.GetRequiredService<IngestStorage>().CreateAsync(CancellationToken.None);
        var file = new BlobContainerClient(connection, StorageNames.DropContainer).GetBlobClient(MadeReview.Name);
        FormerFilm = await StoreAsync("1");
        Film = await StoreAsync("22");

        async Task<string> StoreAsync(string content)
        {
            await file.UploadAsync(new BinaryData(content), overwrite: true);
            await services.GetRequiredService<ReviewIngestion>().SettleDroppedAsync(MadeReview.Name, CancellationToken.None);
            var found = await services.GetRequiredService<TitleTable>()
                .FindAsync(new FilmQuery("The Lamplighter of Orsk", null, null, 5, null), CancellationToken.None);
            return Assert.Single(found.Items).Id;
        }
    }

    private async Task StartAsync(string connection)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "Ingest.Local.dll"), "run", "--attached", "--port", "0",
                "--root", Repository.Folder, "--data", data, "--connection", connection,
            ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["FunctionKey"] = Key;
        start.Environment["AzureWebJobs.IngestReview.Disabled"] = "true";
        start.Environment["AzureWebJobs.IngestReviewPolled.Disabled"] = "false";
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var first = await Task.WhenAny(address.Task, process.WaitForExitAsync()).WaitAsync(Patience);
        Assert.True(first == address.Task, "The app ended:\n" + string.Join('\n', output));
    }

    private void Note(string? line)
    {
        const string Listening = "Listening on ";
        if (line is not null)
        {
            output.Enqueue(line);
            if (line.StartsWith(Listening, StringComparison.Ordinal))
            {
                address.TrySetResult(line[Listening.Length..].TrimEnd('/'));
            }
        }
    }

    private async Task DropSamplesAsync()
    {
        var names = new List<string>();
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Folder, "samples"), "*.html"))
        {
            names.Add(Path.GetFileName(file));
            using var request = new HttpRequestMessage(HttpMethod.Put, "/api/reviews/" + names[^1])
            {
                Content = new ByteArrayContent(await File.ReadAllBytesAsync(file)),
            };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/html");
            request.Headers.Add("x-functions-key", Key);
            using var answer = await Http.SendAsync(request);
            answer.EnsureSuccessStatusCode();
        }

        Assert.NotEmpty(names);
        var until = DateTime.UtcNow + Patience;
        foreach (var name in names)
        {
            var status = "";
            while (status != "ingested")
            {
                Assert.True(DateTime.UtcNow < until, $"{name} is still {status}:\n{string.Join('\n', output.TakeLast(30))}");
                await Task.Delay(100);
                using var review = JsonDocument.Parse(await Http.GetStringAsync("/api/reviews/" + name));
                status = review.RootElement.GetProperty("review").GetProperty("status").GetString();
            }
        }
    }
}
