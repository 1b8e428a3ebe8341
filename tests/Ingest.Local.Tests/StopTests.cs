using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Ingest.Local.Tests;

public sealed class StopTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task SIGTERM_lets_running_functions_finish_and_starts_no_more()
    {
        using var folder = new TestFolder();
        var container = await azurite.NewContainerAsync();
        foreach (var i in Enumerable.Range(0, 12))
        {
            await container.UploadBlobAsync($"in/b{i}.txt", new BinaryData("1500"));
        }

        await using var host = await HostProcess.StartAsync(folder, azurite, container);
        using var http = new HttpClient { BaseAddress = host.Address };
        await folder.JournalWhenAsync(lines => lines.Any(line => line.StartsWith("begin", StringComparison.Ordinal)));
        var slow = http.GetStringAsync(new Uri("slow", UriKind.Relative));
        await folder.JournalWhenAsync(lines => lines.Contains("slow began"));

        host.Terminate();

        Assert.Equal("finished", await slow);
        Assert.Equal(0, await host.WaitForEndAsync(TimeSpan.FromSeconds(15)));
        var lines = folder.Journal.Read();
        var (began, ended) = (lines.Count(line => line.StartsWith("begin", StringComparison.Ordinal)), lines.Count(line => line.StartsWith("end", StringComparison.Ordinal)));
        Assert.Equal(began, ended);
        Assert.InRange(ended, 1, 11);
    }

    [Fact]
    public async Task What_outlasts_the_grace_time_is_ended_and_runs_again_at_the_next_start()
    {
        using var folder = new TestFolder();
        var container = await azurite.NewContainerAsync();
        await container.UploadBlobAsync("in/long.txt", new BinaryData("60000"));
        await using (var host = await HostProcess.StartAsync(folder, azurite, container, arguments: ["--grace", "1"]))
        {
            await folder.JournalWhenAsync(lines => lines.Contains("begin long"));
            var clock = Stopwatch.StartNew();

            host.Terminate();

            Assert.Equal(0, await host.WaitForEndAsync(TimeSpan.FromSeconds(15)));
            Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(10));
        }

        await using var second = await HostProcess.StartAsync(folder, azurite, container);
        await folder.JournalWhenAsync(lines => lines.Count(line => line == "begin long") == 2);
    }

    [Fact]
    public async Task A_second_interrupt_ends_the_host_at_once()
    {
        using var folder = new TestFolder();
        var container = await azurite.NewContainerAsync();
        await container.UploadBlobAsync("in/long.txt", new BinaryData("60000"));
        await using var host = await HostProcess.StartAsync(folder, azurite, container);
        await folder.JournalWhenAsync(lines => lines.Contains("begin long"));

        host.Signal("INT");
        await Task.Delay(TimeSpan.FromSeconds(1));
        host.Signal("INT");

        Assert.Equal(130, await host.WaitForEndAsync(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task A_second_SIGTERM_takes_nothing_from_what_runs()
    {
        using var folder = new TestFolder();
        var container = await azurite.NewContainerAsync();
        await container.UploadBlobAsync("in/long.txt", new BinaryData("2500"));
        await using var host = await HostProcess.StartAsync(folder, azurite, container);
        await folder.JournalWhenAsync(lines => lines.Contains("begin long"));

        host.Terminate();
        host.Terminate();

        Assert.Equal(0, await host.WaitForEndAsync(TimeSpan.FromSeconds(15)));
        Assert.Contains("end long", folder.Journal.Read());
    }

    [Fact]
    public async Task An_interrupt_after_SIGTERM_ends_the_host_at_once()
    {
        using var folder = new TestFolder();
        var container = await azurite.NewContainerAsync();
        await container.UploadBlobAsync("in/long.txt", new BinaryData("60000"));
        await using var host = await HostProcess.StartAsync(folder, azurite, container);
        await folder.JournalWhenAsync(lines => lines.Contains("begin long"));

        host.Terminate();
        await UntilRefusedAsync(host.Address);
        host.Signal("INT");

        Assert.Equal(130, await host.WaitForEndAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task An_attached_host_stops_when_its_standard_input_ends()
    {
        using var folder = new TestFolder();
        await using var host = await HostProcess.StartAsync(folder, azurite, arguments: ["--attached"]);

        host.Detach();

        Assert.Equal(0, await host.WaitForEndAsync(TimeSpan.FromSeconds(15)));
    }

    [Fact]
    public async Task A_taken_port_is_one_line_and_exit_code_3()
    {
        using var folder = new TestFolder();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        await using var host = HostProcess.Start(
            [("Journal", folder.Journal.Path), ("Dropped", "nothing"), ("TickSchedule", "0 0 0 1 1 *")],
            "run", "--port", $"{port}", "--root", folder.Path, "--data", folder.Path,
            "--assembly", typeof(StopTests).Assembly.Location, "--connection", azurite.ConnectionString);

        Assert.Equal(3, await host.WaitForEndAsync());
        Assert.Equal([$"Port {port} is taken; free it or choose another with --port."], host.Errors);
    }

    [Fact]
    public async Task Timers_run_by_their_schedule_one_at_a_time_and_at_start_up_where_they_say_so()
    {
        using var folder = new TestFolder();
        await using var host = await HostProcess.StartAsync(folder, azurite, settings: [("TickSchedule", "* * * * * *")]);

        var lines = await folder.JournalWhenAsync(lines => lines.Count(line => line == "tick ends") >= 2);

        Assert.Single(lines, "at start");
        var ticks = lines.Where(line => line.StartsWith("tick", StringComparison.Ordinal)).Take(4);
        Assert.Equal(["tick begins, next later", "tick ends", "tick begins, next later", "tick ends"], ticks);
    }

    // A host that stops listens no more.
    private static async Task UntilRefusedAsync(Uri address)
    {
        while (true)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(address.Host, address.Port);
            }
            catch (SocketException)
            {
                return;
            }

            await Task.Delay(20);
        }
    }
}
