using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Ingest.Local.Tests;

/// <summary>Functions that Event Grid delivers to.</summary>
public sealed class EventTests(AzuriteFixture azurite)
{
    private const string Notification = "Notification";
    private const string One = """[{ "eventType": "one" }]""";

    private static readonly (string Name, string? Key, string? Kind, string Body, HttpStatusCode Status)[] Refused =
    [
        ("Hear", null, Notification, One, HttpStatusCode.Unauthorized),
        ("Hear", "wrong", Notification, One, HttpStatusCode.Unauthorized),
        ("nobody", "wrong", Notification, One, HttpStatusCode.Unauthorized),
        ("nobody", HostProcess.Key, Notification, One, HttpStatusCode.NotFound),
        ("", HostProcess.Key, Notification, One, HttpStatusCode.NotFound),
        ("Handle", HostProcess.Key, Notification, One, HttpStatusCode.NotFound),
        ("Deaf", HostProcess.Key, Notification, One, HttpStatusCode.NotFound),
        ("Hear", HostProcess.Key, null, One, HttpStatusCode.BadRequest),
        ("Hear", HostProcess.Key, "Gossip", One, HttpStatusCode.BadRequest),
        ("Hear", HostProcess.Key, Notification, "one", HttpStatusCode.BadRequest),
        ("Hear", HostProcess.Key, Notification, "7", HttpStatusCode.BadRequest),
        ("Hear", HostProcess.Key, "SubscriptionValidation", "[]", HttpStatusCode.BadRequest),
        ("Hear", HostProcess.Key, "SubscriptionValidation", """[{ "data": { "validationCode": 7 } }]""", HttpStatusCode.BadRequest),
    ];

    [Fact]
    public async Task Events_are_delivered_one_by_one_and_all_again_when_one_fails()
    {
        using var folder = new TestFolder();
        await using var host = await HostProcess.StartAsync(folder, azurite, settings: [("AzureWebJobs.Deaf.Disabled", "true")]);

        foreach (var (name, key, kind, body, status) in Refused)
        {
            using var refused = await PostAsync(host, name, key, kind, body);
            Assert.Equal((name, key, kind, body, status), (name, key, kind, body, refused.StatusCode));
            Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        }

        Assert.DoesNotContain(folder.Journal.Read(), line => line.StartsWith("heard", StringComparison.Ordinal));

        using var validated = await PostAsync(
            host, "Hear", HostProcess.Key, "SubscriptionValidation", """[{ "data": { "validationCode": "512d38b6" } }]""");
        Assert.Equal("512d38b6", (await validated.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("validationResponse").GetString());
        using var welcome = await SendAsync(host, HttpMethod.Options, "Hear", HostProcess.Key, null, null);
        Assert.Equal("eventgrid.azure.net", Assert.Single(welcome.Headers.GetValues("WebHook-Allowed-Origin")));
        using var left = await PostAsync(host, "Hear", HostProcess.Key, "Unsubscribe", "{}");
        Assert.Equal(HttpStatusCode.Accepted, left.StatusCode);

        using var several = await PostAsync(
            host, "Hear", HostProcess.Key, Notification, """[{ "eventType": "one" }, { "eventType": "two" }]""");
        Assert.Equal(HttpStatusCode.Accepted, several.StatusCode);
        using var alone = await PostAsync(host, "Hear", HostProcess.Key, "notification", """{ "eventType": "alone" }""");
        Assert.Equal(HttpStatusCode.Accepted, alone.StatusCode);
        using var failed = await PostAsync(
            host, "Hear", HostProcess.Key, Notification, """[{ "eventType": "fail" }, { "eventType": "beside" }]""");
        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.Equal(
            ["heard alone", "heard beside", "heard fail", "heard one", "heard two"],
            folder.Journal.Read().Where(line => line.StartsWith("heard", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    private static Task<HttpResponseMessage> PostAsync(HostProcess host, string name, string? key, string? kind, string body) =>
        SendAsync(host, HttpMethod.Post, name, key, kind, body);

    private static async Task<HttpResponseMessage> SendAsync(
        HostProcess host, HttpMethod method, string name, string? key, string? kind, string? body)
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        var code = key is null ? "" : $"&code={key}";
        using var request = new HttpRequestMessage(method, $"runtime/webhooks/eventgrid?functionName={name}{code}")
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (kind is not null)
        {
            request.Headers.Add("aeg-event-type", kind);
        }

        return await http.SendAsync(request);
    }
}
