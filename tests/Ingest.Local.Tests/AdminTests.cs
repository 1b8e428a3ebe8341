using System.Net;

namespace Ingest.Local.Tests;

/// <summary>Timer functions that are run at once.</summary>
public sealed class AdminTests(AzuriteFixture azurite)
{
    private static readonly (string Name, string? Key, HttpStatusCode Status)[] Refused =
    [
        ("Ticks", null, HttpStatusCode.Unauthorized),
        ("Ticks", "wrong", HttpStatusCode.Unauthorized),
        ("nobody", "wrong", HttpStatusCode.Unauthorized),
        ("nobody", HostProcess.Key, HttpStatusCode.NotFound),
        ("Echo", HostProcess.Key, HttpStatusCode.NotFound),
        ("Handle", HostProcess.Key, HttpStatusCode.NotFound),
    ];

    [Fact]
    public async Task What_is_no_timer_function_or_has_no_key_is_refused()
    {
        using var folder = new TestFolder();
        await using var host = await HostProcess.StartAsync(folder, azurite);
        foreach (var (name, key, status) in Refused)
        {
            using var answer = await PostAsync(host, name, key);

            Assert.Equal(status, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        }

        Assert.DoesNotContain(folder.Journal.Read(), line => line.StartsWith("tick", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_timer_function_runs_at_once_though_it_be_disabled_and_one_at_a_time()
    {
        using var folder = new TestFolder();
        await using var host = await HostProcess.StartAsync(folder, azurite, settings: [("AzureWebJobs.Ticks.Disabled", "true")]);

        foreach (var name in new[] { "Ticks", "ticks" })
        {
            using var answer = await PostAsync(host, name, HostProcess.Key);
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
            await folder.JournalWhenAsync(lines => lines.Any(line => line.StartsWith("tick begins", StringComparison.Ordinal)));
        }

        var lines = await folder.JournalWhenAsync(lines => lines.Count(line => line == "tick ends") == 2);
        Assert.Equal(
            ["tick begins", "tick ends", "tick begins", "tick ends"],
            lines.Where(line => line.StartsWith("tick", StringComparison.Ordinal)).Select(line => line.Split(',')[0]));
    }

    private static async Task<HttpResponseMessage> PostAsync(HostProcess host, string name, string? key)
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"admin/functions/{name}") { Content = new StringContent("{}") };
        if (key is not null)
        {
            request.Headers.Add("x-functions-key", key);
        }

        return await http.SendAsync(request);
    }
}
