using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Ingest.Local.Tests;

public sealed class BlobTests(AzuriteFixture azurite)
{
    private const int Parallelism = 4;

    [Fact]
    public async Task Every_blob_is_handled_though_the_host_is_killed_halfway()
    {
        const int Blobs = 200;
        using var folder = new TestFolder();
        var container = await azurite.NewContainerAsync();
        await DropAsync(container, Enumerable.Range(0, Blobs).Select(i => $"b{i:D3}"), "20");

        await using (var first = await HostProcess.StartAsync(folder, azurite, container))
        {
            await folder.JournalWhenAsync(lines => Ended(lines).Count() >= Blobs / 2);
            await first.KillAsync();
        }

        var atKill = Ended(folder.Journal.Read()).ToList();
        await using var second = await HostProcess.StartAsync(folder, azurite, container);
        var all = await folder.JournalWhenAsync(lines => Ended(lines).Distinct().Count() == Blobs);
        await Task.Delay(TimeSpan.FromSeconds(2));

        Assert.InRange(atKill.Count, Blobs / 2, Blobs - 1);
        var twice = Ended(folder.Journal.Read()).GroupBy(name => name).Where(group => group.Count() > 1).ToList();
        Assert.True(twice.Count <= Parallelism, $"{twice.Count} blobs ran twice, more than can have been running at the kill.");
        Assert.Equal(Blobs, Ended(all).Distinct().Count());
    }

    [Fact]
    public async Task What_was_handled_is_not_handled_again_after_a_restart_and_a_new_version_is()
    {
        using var folder = new TestFolder();
        var container = await azurite.NewContainerAsync();
        await DropAsync(container, ["one", "two"], "0");
        await using (var first = await HostProcess.StartAsync(folder, azurite, container))
        {
            await folder.JournalWhenAsync(lines => Ended(lines).Count() == 2);
            await UntilReceiptsAsync(container, "Handled", 2);
            await first.KillAsync();
        }

        await using var second = await HostProcess.StartAsync(folder, azurite, container);
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.Equal(2, Ended(folder.Journal.Read()).Count());

        await DropAsync(container, ["two"], "1");
        var lines = await folder.JournalWhenAsync(lines => Ended(lines).Count() == 3);

        Assert.Equal(["one", "two", "two"], Ended(lines).Order());
    }

    [Fact]
    public async Task A_blob_that_fails_five_times_is_poison_until_it_changes()
    {
        using var folder = new TestFolder();
        var container = await azurite.NewContainerAsync();
        await DropAsync(container, ["bad"], "fail");
        await DropAsync(container, ["good"], "0");
        await using var host = await HostProcess.StartAsync(folder, azurite, container);

        await UntilReceiptsAsync(container, "Poison", 1);
        await Task.Delay(TimeSpan.FromSeconds(3));

        var lines = folder.Journal.Read();
        Assert.Equal(5, lines.Count(line => line == "begin bad"));
        Assert.Equal(["good"], Ended(lines));
        await host.SaysAsync("bad.txt is poison");

        await DropAsync(container, ["bad"], "0");
        await folder.JournalWhenAsync(after => Ended(after).Contains("bad"));
    }

    [Fact]
    public async Task Failed_attempts_are_remembered_across_a_kill()
    {
        using var folder = new TestFolder();
        var container = await azurite.NewContainerAsync();
        await DropAsync(container, ["bad"], "fail");
        await using (var first = await HostProcess.StartAsync(folder, azurite, container))
        {
            await UntilReceiptsAsync(container, "Failed", 1);
            await first.KillAsync();
        }

        await using var second = await HostProcess.StartAsync(folder, azurite, container);
        await UntilReceiptsAsync(container, "Poison", 1);

        Assert.InRange(folder.Journal.Read().Count(line => line == "begin bad"), 5, 6);
    }

    [Fact]
    public async Task Only_names_that_fit_the_pattern_and_only_functions_that_are_enabled_are_called()
    {
        using var folder = new TestFolder();
        var container = await azurite.NewContainerAsync();
        foreach (var name in new[] { "elsewhere/a.txt", "in/a.html", "a.txt" })
        {
            await container.UploadBlobAsync(name, new BinaryData("0"));
        }

        await DropAsync(container, ["deep/er"], "0");
        await using var host = await HostProcess.StartAsync(folder, azurite, container);
        await folder.JournalWhenAsync(lines => Ended(lines).Any());
        await Task.Delay(TimeSpan.FromSeconds(1));

        Assert.Equal(["begin deep/er", "end deep/er"], folder.Journal.Read().Where(line => line != "at start"));
    }

    [Fact]
    public async Task A_function_for_events_is_polled_for_when_it_is_enabled()
    {
        using var folder = new TestFolder();
        var container = await azurite.NewContainerAsync();
        await container.UploadBlobAsync("x", new BinaryData("hello"));
        await using var host = await HostProcess.StartAsync(
            folder, azurite, container, [("AzureWebJobs.Told.Disabled", "false"), ("AzureWebJobs.Handle.Disabled", "1")]);

        await folder.JournalWhenAsync(lines => lines.Contains("told x: hello"));
    }

    [Fact]
    public async Task No_more_functions_run_at_a_time_than_host_json_allows()
    {
        using var folder = new TestFolder();
        var container = await azurite.NewContainerAsync();
        await DropAsync(container, Enumerable.Range(0, 24).Select(i => $"b{i}"), "150");
        await using var host = await HostProcess.StartAsync(folder, azurite, container);
        var lines = await folder.JournalWhenAsync(lines => Ended(lines).Count() == 24);

        var (running, most) = (0, 0);
        foreach (var line in lines)
        {
            running += line.StartsWith("begin", StringComparison.Ordinal) ? 1 : line.StartsWith("end", StringComparison.Ordinal) ? -1 : 0;
            most = Math.Max(most, running);
        }

        Assert.Equal(Parallelism, most);
    }

    [Fact]
    public async Task A_slow_blob_does_not_keep_new_ones_waiting()
    {
        using var folder = new TestFolder();
        var container = await azurite.NewContainerAsync();
        await DropAsync(container, ["slow"], "30000");
        await using var host = await HostProcess.StartAsync(folder, azurite, container);
        await folder.JournalWhenAsync(lines => lines.Contains("begin slow"));

        await DropAsync(container, ["quick"], "0");

        await folder.JournalWhenAsync(lines => lines.Contains("end quick"), TimeSpan.FromSeconds(10));
    }

    private static IEnumerable<string> Ended(IEnumerable<string> lines) =>
        lines.Where(line => line.StartsWith("end ", StringComparison.Ordinal)).Select(line => line[4..]);

    private static Task DropAsync(BlobContainerClient container, IEnumerable<string> names, string text) =>
        Parallel.ForEachAsync(names, async (name, cancellation) =>
            await container.GetBlobClient($"in/{name}.txt").UploadAsync(new BinaryData(text), overwrite: true, cancellation));

    private async Task UntilReceiptsAsync(BlobContainerClient dropped, string state, int count)
    {
        var receipts = new BlobContainerClient(azurite.ConnectionString, "ingest-local-receipts");
        var end = DateTime.UtcNow.AddSeconds(60);
        while (await CountAsync() < count)
        {
            Assert.True(DateTime.UtcNow < end, $"There are not {count} receipts that say {state}.");
            await Task.Delay(100);
        }

        async Task<int> CountAsync()
        {
            // The host makes the container when it first runs.
            var found = 0;
            if (!await receipts.ExistsAsync())
            {
                return found;
            }

            await foreach (var item in receipts.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, "Handle/", default))
            {
                if (item.Metadata["state"] == state)
                {
                    var text = (await receipts.GetBlobClient(item.Name).DownloadContentAsync()).Value.Content;
                    using var json = JsonDocument.Parse(text);
                    found += json.RootElement.GetProperty("blob").GetString()!.StartsWith(dropped.Name + "/", StringComparison.Ordinal) ? 1 : 0;
                }
            }

            return found;
        }
    }
}
