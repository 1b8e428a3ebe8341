using System.Diagnostics;
using System.Net;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Ingest.Chaos.Faults;
using Ingest.LocalStorage;

namespace Ingest.Local.Tests.Chaos;

public sealed class FaultProxyTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Storage_works_through_it_as_if_it_were_not_there()
    {
        var counts = new FaultCounts();
        var blobEndpoint = new BlobServiceClient(azurite.ConnectionString).Uri;
        var tableEndpoint = new TableServiceClient(azurite.ConnectionString).Uri;
        await using var blobs = await FaultProxy.StartAsync(blobEndpoint, _ => Fault.None, counts);
        await using var tables = await FaultProxy.StartAsync(tableEndpoint, _ => Fault.None, counts);
        var connection = $"DefaultEndpointsProtocol=http;AccountName={Azurite.AccountName};AccountKey={Azurite.AccountKey};"
            + $"BlobEndpoint={blobs.Address};TableEndpoint={tables.Address};";

        var container = new BlobContainerClient(connection, $"proxied-{Guid.NewGuid():N}");
        await container.CreateAsync();
        string[] names = ["a b.html", "100%25/é?#.html", "a+b/c'd.html"];
        foreach (var name in names)
        {
            await container.UploadBlobAsync(name, new BinaryData(name));
            Assert.Equal(name, (await container.GetBlobClient(name).DownloadContentAsync()).Value.Content.ToString());
        }

        var listed = new List<string>();
        await foreach (var page in container.GetBlobsAsync().AsPages(pageSizeHint: 1))
        {
            listed.AddRange(page.Values.Select(blob => blob.Name));
        }

        var table = new TableClient(connection, $"proxied{Guid.NewGuid():N}");
        await table.CreateAsync();
        await table.SubmitTransactionAsync(Enumerable.Range(0, 3).Select(row =>
            new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p q", $"r'{row}"))));
        var added = await table.AddEntityAsync(new TableEntity("p q", "r'3"));
        var rows = new List<string>();
        await foreach (var page in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {"p q"}"), maxPerPage: 1).AsPages())
        {
            rows.AddRange(page.Values.Select(row => row.RowKey));
        }

        Assert.Equal(names.Order(StringComparer.Ordinal), listed);
        Assert.Equal(["r'0", "r'1", "r'2", "r'3"], rows);
        Assert.True(!added.Headers.TryGetValue("Location", out var location) || new Uri(location).Port == tables.Address.Port, location);
        Assert.Equal(0, counts.Faults);
        Assert.Equal(7, counts.Writes);
    }

    [Theory]
    [InlineData(FaultKind.None, 201, true)]
    [InlineData(FaultKind.Dropped, null, false)]
    [InlineData(FaultKind.Delayed, 201, true)]
    [InlineData(FaultKind.Cut, null, true)]
    [InlineData(FaultKind.ServerError, 500, false)]
    [InlineData(FaultKind.Busy, 503, false)]
    [InlineData(FaultKind.BusyForASecond, 503, false)]
    [InlineData(FaultKind.Throttled, 429, false)]
    [InlineData(FaultKind.AnswerLost, null, true)]
    [InlineData(FaultKind.Swallowed, 201, false)]
    public async Task A_write_is_done_or_not_and_answered_or_not_as_its_fault_says(object fault, int? status, bool isDone)
    {
        await using var service = await ProxiedService.StartAsync();
        service.Faults.Enqueue(new((FaultKind)fault));

        var answered = await StatusAsync(() => service.Http.PutAsync(new Uri("a%2Fb", UriKind.Relative), new StringContent("page")));

        Assert.Equal(status, answered);
        Assert.Equal(isDone ? ["PUT /a%2Fb page"] : [], service.Done);
        Assert.Equal((1, 1, (FaultKind)fault == FaultKind.None ? 0 : 1), (service.Counts.Of((FaultKind)fault), service.Counts.Writes, service.Counts.Faults));
    }

    [Fact]
    public async Task An_answer_that_is_cut_ends_in_its_middle()
    {
        await using var service = await ProxiedService.StartAsync();
        service.Faults.Enqueue(new(FaultKind.Cut));

        using var answer = await service.Http.GetAsync(new Uri("page", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        await using var body = await answer.Content.ReadAsStreamAsync();
        using var read = new MemoryStream();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await Assert.ThrowsAnyAsync<IOException>(() => body.CopyToAsync(read));
        Assert.InRange(read.Length, 0, 50_000);
    }

    [Theory]
    [InlineData(FaultKind.Busy, null)]
    [InlineData(FaultKind.BusyForASecond, 1.0)]
    [InlineData(FaultKind.Throttled, 1.0)]
    public async Task A_refusal_says_when_to_come_again_or_does_not(object fault, double? seconds)
    {
        await using var service = await ProxiedService.StartAsync();
        service.Faults.Enqueue(new((FaultKind)fault));

        using var answer = await service.Http.GetAsync(new Uri("page", UriKind.Relative));

        Assert.Equal(seconds, answer.Headers.RetryAfter?.Delta?.TotalSeconds);
    }

    [Fact]
    public async Task A_delayed_request_is_passed_on_late()
    {
        var delay = TimeSpan.FromMilliseconds(300);
        await using var service = await ProxiedService.StartAsync();
        service.Faults.Enqueue(new(FaultKind.Delayed, delay));
        var clock = Stopwatch.StartNew();

        Assert.Equal(100_000, (await service.Http.GetStringAsync(new Uri("page", UriKind.Relative))).Length);

        Assert.InRange(clock.Elapsed, delay - TimeSpan.FromMilliseconds(20), TimeSpan.MaxValue);
    }

    [Fact]
    public async Task An_address_in_an_answer_leads_through_the_proxy()
    {
        await using var service = await ProxiedService.StartAsync();

        using var answer = await service.Http.PostAsync(new Uri("page", UriKind.Relative), null);

        Assert.Equal(new Uri(service.Http.BaseAddress!, "elsewhere"), answer.Headers.Location);
    }

    [Fact]
    public async Task A_service_that_is_away_is_a_bad_gateway()
    {
        await using var proxy = await FaultProxy.StartAsync(new Uri("http://127.0.0.1:9/"), _ => Fault.None, new FaultCounts());
        using var http = new HttpClient();

        Assert.Equal(502, await StatusAsync(() => http.GetAsync(proxy.Address)));
    }

    private static async Task<int?> StatusAsync(Func<Task<HttpResponseMessage>> send)
    {
        try
        {
            using var answer = await send();
            return (int)answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
