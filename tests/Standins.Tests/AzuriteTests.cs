using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Azure.Data.Tables;
using Ingest.LocalStorage;

namespace Standins.Tests;

public sealed class AzuriteTests(AzuriteFixture shared)
{
    [Fact]
    public async Task Data_in_a_folder_outlives_the_process()
    {
        var folder = Directory.CreateTempSubdirectory("ingest-azurite-test");
        try
        {
            var options = new AzuriteOptions { DataFolder = Path.Combine(folder.FullName, "data") };
            await using (var first = await Azurite.StartAsync(options, TestContext.Current.CancellationToken))
            {
                var table = new TableClient(first.ConnectionString, "reels");
                await table.CreateAsync();
                await table.AddEntityAsync(new TableEntity("p", "r") { ["Value"] = 42 });
            }

            await using var second = await Azurite.StartAsync(options, TestContext.Current.CancellationToken);
            TableEntity read = await new TableClient(second.ConnectionString, "reels").GetEntityAsync<TableEntity>("p", "r");

            Assert.Equal(42, read.GetInt32("Value"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Disposing_ends_the_process_it_started()
    {
        var azurite = await Azurite.StartAsync(new AzuriteOptions(), TestContext.Current.CancellationToken);
        using var process = Process.GetProcessById(azurite.ProcessId!.Value);
        var clock = Stopwatch.StartNew();

        await azurite.DisposeAsync();
        await azurite.DisposeAsync();

        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(1)));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_running_one_is_reused_and_left_running()
    {
        var options = new AzuriteOptions
        {
            BlobPort = shared.Azurite.BlobEndpoint.Port,
            QueuePort = shared.Azurite.QueueEndpoint.Port,
            TablePort = shared.Azurite.TableEndpoint.Port,
            ReuseIfListening = true,
        };

        string connection;
        await using (var reused = await Azurite.StartAsync(options, TestContext.Current.CancellationToken))
        {
            Assert.Null(reused.ProcessId);
            connection = reused.ConnectionString;
        }

        Assert.Equal(shared.Azurite.ConnectionString, connection);
        var created = await new TableServiceClient(connection).CreateTableIfNotExistsAsync(AzuriteFixture.NewTableName());
        Assert.Equal(204, created.GetRawResponse().Status);
    }

    [Fact]
    public async Task A_running_one_is_not_reused_unasked()
    {
        var options = new AzuriteOptions { TablePort = shared.Azurite.TableEndpoint.Port };

        var failure = await Assert.ThrowsAsync<AzuriteException>(
            () => Azurite.StartAsync(options, TestContext.Current.CancellationToken));

        Assert.Equal($"Azurite cannot start: port {options.TablePort} is already in use.", failure.Message);
    }

    [Fact]
    public async Task A_port_that_another_program_holds_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var options = new AzuriteOptions
        {
            BlobPort = shared.Azurite.BlobEndpoint.Port,
            QueuePort = shared.Azurite.QueueEndpoint.Port,
            TablePort = ((IPEndPoint)other.LocalEndpoint).Port,
            ReuseIfListening = true,
        };

        var failure = await Assert.ThrowsAsync<AzuriteException>(
            () => Azurite.StartAsync(options, TestContext.Current.CancellationToken));

        Assert.Equal(
            $"Azurite cannot start: port {options.TablePort} is in use, and not by Azurite's Table service.", failure.Message);
    }

    [Fact]
    public async Task A_start_that_fails_gives_Azurites_reason()
    {
        int free;
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            free = ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        var options = new AzuriteOptions { BlobPort = free, QueuePort = free };

        var failure = await Assert.ThrowsAsync<AzuriteException>(
            () => Azurite.StartAsync(options, TestContext.Current.CancellationToken));

        Assert.StartsWith("Azurite ended with exit code 1 instead of starting.", failure.Message, StringComparison.Ordinal);
        Assert.Contains("EADDRINUSE", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_is_named()
    {
        var file = Path.GetTempFileName();
        try
        {
            var failure = await Assert.ThrowsAsync<AzuriteException>(
                () => Azurite.StartAsync(new AzuriteOptions { DataFolder = file }, TestContext.Current.CancellationToken));

            Assert.Contains(file, failure.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_start_that_takes_too_long_is_given_up()
    {
        var options = new AzuriteOptions { StartTimeout = TimeSpan.FromMilliseconds(1) };

        var failure = await Assert.ThrowsAsync<AzuriteException>(
            () => Azurite.StartAsync(options, TestContext.Current.CancellationToken));

        Assert.StartsWith("Azurite did not start within", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_ends_with_whoever_started_it()
    {
        var script = Path.Combine(RepositoryFolder(), "infra", "local", "azurite.mjs");
        var start = new ProcessStartInfo("node", [script, "--inMemoryPersistence", "--blobPort", "0", "--queuePort", "0", "--tablePort", "0"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        try
        {
            while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line
                && !line.Contains("Table service is successfully listening", StringComparison.Ordinal))
            {
            }

            // What the system does to the pipe when its owner is killed.
            process.StandardInput.BaseStream.Dispose();

            Assert.True(process.WaitForExit(TimeSpan.FromSeconds(10)));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    [Fact]
    public async Task An_installation_that_is_complete_is_left_alone()
    {
        var said = new List<string>();

        await Azurite.EnsureInstalledAsync(new ListProgress(said), TestContext.Current.CancellationToken);

        Assert.Empty(said);
    }

    private static string RepositoryFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Ingest.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    private sealed class ListProgress(List<string> lines) : IProgress<string>
    {
        public void Report(string value) => lines.Add(value);
    }
}
