using System.Net.Http.Json;
using System.Text.Json;

namespace Ingest.Local.Tests.Telemetry;

/// <summary>What the tests of this folder ask of a running app.</summary>
internal static class ObservedApp
{
    public const string Page = """
        <!doctype html><html lang="en"><head><title>The Orchard Ferry (2011) review</title></head><body><article>
        <h1>The Orchard Ferry (2011)</h1>
        <p>Directed by Ines Valdorra, the film takes two hours to cross one valley, and visitors of our small cinema would not
        have missed a minute of it. Nothing hurries here, and nobody explains too much.</p>
        <p>It ran 121 minutes at the screening we went to. The camera stays where it is and lets the weather come, which is
        braver than it sounds, and the last scene earns the silence that follows it in the hall.</p>
        </article></body></html>
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Waits until a review has a status.</summary>
    public static async Task HasAsync(HttpClient http, string review, string status)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            using var answer = await http.GetAsync(new Uri($"api/reviews/{Uri.EscapeDataString(review)}", UriKind.Relative), patience.Token);
            if (answer.IsSuccessStatusCode
                && (await answer.Content.ReadFromJsonAsync<JsonElement>(patience.Token)).GetProperty("review").GetProperty("status").GetString() == status)
            {
                return;
            }

            await Task.Delay(50, patience.Token);
        }
    }
}
