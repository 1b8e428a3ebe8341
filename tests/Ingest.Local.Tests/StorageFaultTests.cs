using Azure.Storage.Blobs;
using Ingest.Chaos.Faults;
using Ingest.Local.Blobs;
using Microsoft.AspNetCore.Http;

namespace Ingest.Local.Tests;

/// <summary>The host where storage fails.</summary>
public sealed class StorageFaultTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task An_app_whose_storage_is_away_says_so_in_one_line_and_ends_with_5()
    {
        using var folder = new TestFolder();

        await using var host = HostProcess.StartApp(
            folder,
            "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=c2VjcmV0;"
            + "BlobEndpoint=http://127.0.0.1:9/devstoreaccount1;TableEndpoint=http://127.0.0.1:9/devstoreaccount1;");

        Assert.Equal(5, await host.WaitForEndAsync());
        var line = Assert.Single(host.Errors);
        Assert.StartsWith("The app cannot start: storage does not answer (", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Polling_goes_on_when_storage_answers_again()
    {
        var isAway = true;
        using var folder = new TestFolder();
        var dropped = await azurite.NewContainerAsync();
        await using var proxy = await FaultProxy.StartAsync(
            new BlobServiceClient(azurite.ConnectionString).Uri, _ => Volatile.Read(ref isAway) ? new(FaultKind.Cut) : Fault.None, new FaultCounts());
        await using var host = await HostProcess.StartAsync(folder, Through(proxy), dropped);
        await dropped.UploadBlobAsync("in/a.txt", new BinaryData("0"));
        await host.SaysAsync("does not answer; waiting for it");

        Volatile.Write(ref isAway, false);

        await folder.JournalWhenAsync(lines => lines.Contains("end a"));
        await host.SaysAsync("answers again");
    }

    [Fact]
    public async Task A_blob_whose_receipt_cannot_be_written_is_handled_once_and_by_the_next_host_again()
    {
        var (isReceiptRefused, refused) = (true, 0);
        using var folder = new TestFolder();
        var dropped = await azurite.NewContainerAsync();
        await using var proxy = await FaultProxy.StartAsync(new BlobServiceClient(azurite.ConnectionString).Uri, Choose, new FaultCounts());
        await using (var host = await HostProcess.StartAsync(folder, Through(proxy), dropped))
        {
            await dropped.UploadBlobAsync("in/a.txt", new BinaryData("0"));
            await host.SaysAsync("could not be written");

            // Two rounds of polling later than the first.
            await dropped.UploadBlobAsync("in/b.txt", new BinaryData("0"));
            await folder.JournalWhenAsync(lines => lines.Contains("end b"));
            await dropped.UploadBlobAsync("in/c.txt", new BinaryData("0"));
            await folder.JournalWhenAsync(lines => lines.Contains("end c"));
            Assert.Single(folder.Journal.Read(), "end a");
            await host.KillAsync();
        }

        Volatile.Write(ref isReceiptRefused, false);
        await using var next = await HostProcess.StartAsync(folder, Through(proxy), dropped);
        await folder.JournalWhenAsync(lines => lines.Count(line => line == "end a") == 2);
        Assert.InRange(refused, 3, int.MaxValue);

        Fault Choose(HttpRequest request)
        {
            if (Volatile.Read(ref isReceiptRefused) && HttpMethods.IsPut(request.Method) && request.Path.Value!.Contains($"{ReceiptStore.Container}/", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref refused);
                return new(FaultKind.ServerError);
            }

            return Fault.None;
        }
    }

    private string Through(FaultProxy proxy) => string.Join(
        ';', azurite.ConnectionString.Split(';').Select(part => part.StartsWith("BlobEndpoint=", StringComparison.Ordinal) ? $"BlobEndpoint={proxy.Address}" : part));
}
