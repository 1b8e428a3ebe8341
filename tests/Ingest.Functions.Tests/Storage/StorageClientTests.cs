using System.Diagnostics;
using System.Net;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Ingest.Functions.Ingestion;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Tests.Storage;

/// <summary>How the clients of the two services treat what may pass; no service is asked.</summary>
public sealed class StorageClientTests
{
    private const string Account =
        "DefaultEndpointsProtocol=http;AccountName=made;AccountKey=bWFkZQ==;"
        + "BlobEndpoint=http://localhost:1/made;TableEndpoint=http://localhost:2/made;";

    [Theory]
    [InlineData("blob", 503)]
    [InlineData("blob", 429)]
    [InlineData("table", 503)]
    [InlineData("table", 429)]
    public async Task Storage_that_asks_to_be_left_alone_is_left_alone_so_long(string service, int status)
    {
        var script = new Script(_ => Busy(status, "1"), _ => Found());

        var waited = await TimeAsync(() => AskAsync(service, new IngestOptions(), script));

        Assert.Equal(2, script.Requests);
        Assert.True(waited >= TimeSpan.FromSeconds(0.95), $"It came back after {waited}.");
    }

    [Theory]
    [InlineData("blob")]
    [InlineData("table")]
    public async Task A_failure_that_lasts_is_thrown_with_how_long_to_wait(string service)
    {
        var script = new Script(_ => Busy(503, "7"));

        var reason = await Assert.ThrowsAsync<RequestFailedException>(
            () => AskAsync(service, new IngestOptions { StorageRetries = 0 }, script));

        var failure = Failure.Of(reason);
        Assert.Equal((FailureCause.Throttled, TimeSpan.FromSeconds(7)), (failure.Cause, failure.RetryAfter));
    }

    [Theory]
    [InlineData("blob")]
    [InlineData("table")]
    public async Task A_connection_that_hangs_is_given_up_and_another_one_tried(string service)
    {
        var script = new Script(HangAsync, _ => Found());

        var waited = await TimeAsync(
            () => AskAsync(service, new IngestOptions { StorageTimeout = TimeSpan.FromSeconds(1) }, script));

        Assert.Equal(2, script.Requests);
        Assert.True(waited < TimeSpan.FromSeconds(30), $"It took {waited}.");
    }

    [Theory]
    [InlineData("blob")]
    [InlineData("table")]
    public async Task Connections_that_all_hang_are_a_failure_of_the_network(string service)
    {
        var script = new Script(HangAsync);

        var reason = await Assert.ThrowsAnyAsync<Exception>(() => AskAsync(
            service, new IngestOptions { StorageTimeout = TimeSpan.FromSeconds(0.3), StorageRetries = 1 }, script));

        Assert.Equal((2, FailureCause.Network), (script.Requests, Failure.Of(reason).Cause));
    }

    private static Task AskAsync(string service, IngestOptions settings, Script script)
    {
        var transport = new HttpClientTransport(new HttpClient(script) { Timeout = Timeout.InfiniteTimeSpan });
        return service == "blob"
            ? new BlobServiceClient(Account, StorageConnection.With(settings, new BlobClientOptions { Transport = transport }))
                .GetBlobContainerClient("made").GetBlobClient("a").GetPropertiesAsync()
            : new TableServiceClient(Account, StorageConnection.With(settings, new TableClientOptions { Transport = transport }))
                .GetTableClient("made").DeleteEntityAsync("a", "b", ETag.All);
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began);
    }

    private static Task<HttpResponseMessage> Busy(int status, string retryAfter)
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent("") };
        answer.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return Task.FromResult(answer);
    }

    private static Task<HttpResponseMessage> Found()
    {
        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("") };
        answer.Headers.TryAddWithoutValidation("ETag", "\"1\"");
        return Task.FromResult(answer);
    }

    private static async Task<HttpResponseMessage> HangAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        throw new InvalidOperationException("It never comes here.");
    }

    // The last answer is given again and again.
    private sealed class Script(params Func<CancellationToken, Task<HttpResponseMessage>>[] answers) : HttpMessageHandler
    {
        private int requests;

        public int Requests => requests;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            answers[Math.Min(Interlocked.Increment(ref requests), answers.Length) - 1](cancellationToken);
    }
}
