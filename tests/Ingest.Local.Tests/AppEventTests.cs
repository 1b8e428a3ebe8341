using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Blobs;
using Ingest.Local.Tests.Telemetry;

namespace Ingest.Local.Tests;

/// <summary>The app is told of deleted files, and nothing else would tell it.</summary>
public sealed class AppEventTests(OwnAzurite own) : IClassFixture<OwnAzurite>
{
    private const string Film = "api/films/the-orchard-ferry-2011";

    [Fact]
    public async Task A_file_deleted_in_storage_is_retracted_by_its_event()
    {
        using var folder = new TestFolder();
        await using var host = await HostProcess.StartAppAsync(
            folder, own.Azurite.ConnectionString, ("AzureWebJobs.ReconcileReviews.Disabled", "true"));
        using var http = new HttpClient { BaseAddress = host.Address };
        var reviews = new BlobContainerClient(own.Azurite.ConnectionString, "reviews");
        const string Name = "harbour/ferry 100%\u202e\U0001F600.html";
        await reviews.UploadBlobAsync(Name, new BinaryData(ObservedApp.Page));
        await ObservedApp.HasAsync(http, Name, "ingested");

        // Late: the file is there. Foreign, without meaning, or about nobody: there is nothing to do.
        Assert.Equal(HttpStatusCode.Accepted, await TellAsync(http, EventOf(Name)));
        Assert.Equal(HttpStatusCode.Accepted, await TellAsync(
            http, EventOf("nobody.html"), new { eventType = "Other.Event" }, "no event\nat all", EventOf("..\u0000/x")));
        await ObservedApp.HasAsync(http, Name, "ingested");
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri(Film, UriKind.Relative))).StatusCode);

        await reviews.DeleteBlobAsync(Name);
        Assert.Equal(HttpStatusCode.Accepted, await TellAsync(http, EventOf(Name)));

        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri(Film, UriKind.Relative))).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await http.GetAsync(new Uri($"api/reviews/{Uri.EscapeDataString(Name)}", UriKind.Relative))).StatusCode);
        await host.SaysAsync("its file is gone");
        await host.SaysAsync("An event was left alone: otherType");
    }

    private static object EventOf(string name) => new
    {
        eventType = "Microsoft.Storage.BlobDeleted",
        subject = $"/blobServices/default/containers/reviews/blobs/{name}",
        data = new { url = $"https://films.blob.core.windows.net/reviews/{Uri.EscapeDataString(name)}" },
    };

    private static async Task<HttpStatusCode> TellAsync(HttpClient http, params object[] events)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, $"runtime/webhooks/eventgrid?functionName=RetractReview&code={HostProcess.Key}")
        {
            Content = JsonContent.Create(events),
        };
        request.Headers.Add("aeg-event-type", "Notification");
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
