using System.Net;
using System.Text;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Sas;

namespace Ingest.Local.Tests.Telemetry;

/// <summary>Everything that the running app prints, at the most talkative level, is searched for what opens something.</summary>
public sealed class SecretTests(OwnAzurite own) : IClassFixture<OwnAzurite>
{
    private const string WrongKey = "a-wrong-key-of-somebody";
    private const string CollectorKey = "a-key-of-the-collector";

    // Each of a category of its own: the host quiets the web server by its shortest name.
    private static readonly (string Name, string Value)[] Talkative = [
        .. new[] { "Default", "Ingest", "System", "Azure", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Routing", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Mvc", "Microsoft.Extensions.Hosting" }
            .Select(category => ($"AzureFunctionsJobHost__logging__logLevel__{category}", "Trace")),
        ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9"),
        ("OTEL_EXPORTER_OTLP_HEADERS", $"authorization=Bearer {CollectorKey}"),
        ("OTEL_EXPORTER_OTLP_TIMEOUT", "500"),
    ];

    private string AccountKey => own.Azurite.ConnectionString.Split("AccountKey=")[1].Split(';')[0];

    [Theory]
    [InlineData("an account key")]
    [InlineData("a signature")]
    public async Task No_secret_is_printed_whatever_happens(string connectedBy)
    {
        using var folder = new TestFolder();
        var (connection, secrets) = connectedBy == "a signature" ? BySignature() : (own.Azurite.ConnectionString, []);
        await using var host = await HostProcess.StartAppAsync(folder, connection, Talkative);
        using var http = new HttpClient { BaseAddress = host.Address };
        var reviews = new BlobContainerClient(own.Azurite.ConnectionString, "reviews");
        var (good, bad) = ($"{connectedBy}.html", $"bad\u202e?code={WrongKey}&sig={WrongKey} {connectedBy}.html");

        Assert.Equal(HttpStatusCode.Unauthorized, await PutAsync($"{good}?code={WrongKey}", null));
        Assert.Equal(HttpStatusCode.Unauthorized, await PutAsync(good, ("x-functions-key", WrongKey)));
        Assert.Equal(HttpStatusCode.Accepted, await PutAsync($"{good}?code={HostProcess.Key}", ("Authorization", $"Bearer {WrongKey}")));
        await ObservedApp.HasAsync(http, good, "ingested");
        await reviews.UploadBlobAsync(bad, new BinaryData("no page"));
        await host.SaysAsync("rejected: notHtml");
        host.Terminate();
        Assert.Equal(0, await host.WaitForEndAsync());

        // It was talkative indeed: it tells of requests, with their queries.
        Assert.Contains(host.Output, line => line.Contains("Request starting", StringComparison.Ordinal) && line.Contains("?code=***", StringComparison.Ordinal));
        AssertSecret(host, [.. secrets, WrongKey, HostProcess.Key]);
        Assert.DoesNotContain(host.Output, line => line.Contains('\u202e', StringComparison.Ordinal));

        async Task<HttpStatusCode> PutAsync(string path, (string Name, string Value)? header)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, new Uri($"api/reviews/{path}", UriKind.Relative))
            {
                Content = new StringContent(ObservedApp.Page, Encoding.UTF8, "text/html"),
            };
            if (header is { } carried)
            {
                request.Headers.TryAddWithoutValidation(carried.Name, carried.Value);
            }

            using var answer = await http.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Theory]
    [InlineData("DefaultEndpointsProtocol=http;AccountName=films;AccountKey=bm90IGJhc2U2NA=;BlobEndpoint=http://127.0.0.1:9/films;TableEndpoint=http://127.0.0.1:9/films", "bm90IGJhc2U2NA")]
    [InlineData("AccountKey=c2VjcmV0IGtleQ==", "c2VjcmV0IGtleQ")]
    [InlineData("BlobEndpoint=http//nowhere;SharedAccessSignature=sv=2024&sig=c2VjcmV0IGtleQ", "c2VjcmV0IGtleQ")]
    public async Task Settings_that_cannot_be_used_are_not_repeated(string connection, string secret)
    {
        using var folder = new TestFolder();
        await using var host = HostProcess.StartApp(folder, connection, Talkative);

        Assert.NotEqual(0, await host.WaitForEndAsync());

        AssertSecret(host, [secret]);
    }

    [Fact]
    public async Task Storage_that_refuses_its_key_is_not_told_of_with_the_key()
    {
        var wrong = Convert.ToBase64String(Encoding.UTF8.GetBytes("this is no key of the account"));
        using var folder = new TestFolder();
        await using var host = HostProcess.StartApp(
            folder, own.Azurite.ConnectionString.Replace(AccountKey, wrong, StringComparison.Ordinal), Talkative);

        Assert.NotEqual(0, await host.WaitForEndAsync());

        AssertSecret(host, [wrong]);
    }

    private (string Connection, string[] Secrets) BySignature()
    {
        var azurite = own.Azurite;
        var account = azurite.BlobEndpoint.Segments[^1].Trim('/');
        var sas = new AccountSasBuilder(
            AccountSasPermissions.All,
            DateTimeOffset.UtcNow.AddHours(1),
            AccountSasServices.All,
            AccountSasResourceTypes.All)
        {
            Protocol = SasProtocol.HttpsAndHttp,
        }.ToSasQueryParameters(new StorageSharedKeyCredential(account, AccountKey));
        return (
            $"BlobEndpoint={azurite.BlobEndpoint};TableEndpoint={azurite.TableEndpoint};SharedAccessSignature={sas}",
            [sas.Signature, Uri.EscapeDataString(sas.Signature)]);
    }

    // The one line that gives the key of this machine on purpose.
    private void AssertSecret(HostProcess host, string[] secrets)
    {
        var printed = host.Output.Concat(host.Errors)
            .Where(line => !line.StartsWith("Function key: ", StringComparison.Ordinal))
            .ToList();
        Assert.All([.. secrets, AccountKey, CollectorKey], secret => Assert.DoesNotContain(
            printed, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }
}
