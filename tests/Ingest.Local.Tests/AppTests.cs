using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Blobs;
using Ingest.LocalStorage;

namespace Ingest.Local.Tests;

/// <summary>The app itself in the host, each time on a storage of its own.</summary>
public sealed class AppTests
{
    private const int Films = 6;
    private const int ReviewsOfEach = 20;

    [Fact]
    public async Task Reviews_dropped_in_a_crowd_are_each_ingested_once_though_the_host_is_killed_halfway()
    {
        var undisturbed = await IngestAsync(killHalfway: false);
        var disturbed = await IngestAsync(killHalfway: true);

        Assert.Equal(Films * ReviewsOfEach, disturbed.Reviews.Count);
        Assert.All(disturbed.Reviews.Values, status => Assert.Equal("ingested", status));
        Assert.Equal(undisturbed.Reviews, disturbed.Reviews);
        Assert.Equal(undisturbed.Profiles, disturbed.Profiles);
        var counts = disturbed.Profiles.Values
            .Select(profile => JsonDocument.Parse(profile).RootElement)
            .ToDictionary(
                profile => profile.GetProperty("title").GetProperty("value").GetString()!,
                profile => (profile.GetProperty("reviewCount").GetInt32(), profile.GetProperty("title").GetProperty("support").GetInt32()));
        Assert.Equal(
            Enumerable.Range(0, Films).Select(film => (TitleOf(film).Title, (ReviewsOfEach, ReviewsOfEach))).Order(),
            counts.Select(pair => (pair.Key, pair.Value)).Order());
    }

    private static async Task<(SortedDictionary<string, string> Reviews, SortedDictionary<string, string> Profiles)> IngestAsync(bool killHalfway)
    {
        await Azurite.EnsureInstalledAsync(null, TestContext.Current.CancellationToken);
        await using var azurite = await Azurite.StartAsync(new AzuriteOptions(), TestContext.Current.CancellationToken);
        using var folder = new TestFolder();
        await DropAsync(azurite.ConnectionString);
        if (killHalfway)
        {
            await using var first = await HostProcess.StartAppAsync(folder, azurite.ConnectionString);
            await UntilIngestedAsync(first, Films * ReviewsOfEach / 2);
            await first.KillAsync();
        }

        await using var host = await HostProcess.StartAppAsync(folder, azurite.ConnectionString);
        await UntilIngestedAsync(host, Films * ReviewsOfEach);
        using var http = new HttpClient { BaseAddress = host.Address };
        return (await StatusesAsync(http), await ProfilesAsync(http));
    }

    private static async Task DropAsync(string connection)
    {
        var container = new BlobContainerClient(connection, "reviews");
        await container.CreateAsync();
        await Parallel.ForAsync(0, Films * ReviewsOfEach, async (i, cancellation) =>
            await container.UploadBlobAsync($"review-{i:D3}.html", new BinaryData(PageOf(i)), cancellation));
    }

    private static string PageOf(int review)
    {
        var (title, director) = TitleOf(review % Films);
        return $$"""
            <!doctype html><html lang="en"><head><title>{{title}} (2011) review</title></head><body><article>
            <h1>{{title}} (2011)</h1>
            <p>Directed by {{director}}, the film takes two hours to cross one valley, and visitor number {{review}} of our
            small cinema would not have missed a minute of it. Nothing hurries here, and nobody explains too much.</p>
            <p>It ran 121 minutes at the screening we went to. The camera stays where it is and lets the weather come, which
            is braver than it sounds, and the last scene earns the silence that follows it in the hall.</p>
            </article></body></html>
            """;
    }

    private static (string Title, string Director) TitleOf(int film) => film switch
    {
        0 => ("The Orchard Ferry", "Ines Valdorra"),
        1 => ("Nine Paper Winters", "Tomas Brekkelund"),
        2 => ("Salt for the Magistrate", "Odile Marchetti-Roe"),
        3 => ("A Kettle in Vostrany", "Piotr Halloran"),
        4 => ("Glass Meridian", "Sunniva Achterberg"),
        _ => ("Our Uncle the Cartographer", "Bashir Ellingwood"),
    };

    private static async Task UntilIngestedAsync(HostProcess host, int count)
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        var end = DateTime.UtcNow.AddMinutes(3);
        while (true)
        {
            var statuses = await StatusesAsync(http);
            if (statuses.Values.Count(status => status == "ingested") >= count)
            {
                return;
            }

            Assert.True(
                DateTime.UtcNow < end,
                $"Not {count} reviews are ingested: {string.Join(", ", statuses.CountBy(pair => pair.Value))}\n{string.Join('\n', host.Output.TakeLast(10))}");
            await Task.Delay(200);
        }
    }

    private static async Task<SortedDictionary<string, string>> StatusesAsync(HttpClient http)
    {
        var statuses = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var review in ListAsync(http, "api/reviews", "reviews"))
        {
            statuses.Add(review.GetProperty("name").GetString()!, review.GetProperty("status").GetString()!);
        }

        return statuses;
    }

    private static async Task<SortedDictionary<string, string>> ProfilesAsync(HttpClient http)
    {
        var profiles = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var film in ListAsync(http, "api/films", "films"))
        {
            var id = film.GetProperty("id").GetString()!;
            profiles.Add(id, await http.GetStringAsync(new Uri($"api/films/{id}", UriKind.Relative)));
        }

        return profiles;
    }

    private static async IAsyncEnumerable<JsonElement> ListAsync(HttpClient http, string path, string name)
    {
        string? continuation = null;
        do
        {
            var query = string.Create(CultureInfo.InvariantCulture, $"{path}?limit={50}");
            var page = await http.GetFromJsonAsync<JsonElement>(
                new Uri(continuation is null ? query : $"{query}&continuation={Uri.EscapeDataString(continuation)}", UriKind.Relative));
            foreach (var item in page.GetProperty(name).EnumerateArray())
            {
                yield return item;
            }

            continuation = page.TryGetProperty("continuation", out var next) ? next.GetString() : null;
        }
        while (continuation is not null);
    }
}
