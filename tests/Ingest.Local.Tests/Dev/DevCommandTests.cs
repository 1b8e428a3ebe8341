using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Ingest.Dev;

namespace Ingest.Local.Tests.Dev;

public sealed class DevCommandTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0, "help")]
    [InlineData(0, "help", "up")]
    [InlineData(0, "test", "--help")]
    [InlineData(0, "drop", "help")]
    [InlineData(2, "upp")]
    [InlineData(2, "help", "upp")]
    [InlineData(2, "up", "now")]
    [InlineData(2, "up", "--port")]
    [InlineData(2, "up", "--port", "70000")]
    [InlineData(2, "test", "--fliter", "x")]
    [InlineData(2, "drop")]
    [InlineData(2, "drop", "/no/such/page.html")]
    [InlineData(0, "export", "--help")]
    [InlineData(2, "export", "one.jsonl", "two.jsonl")]
    [InlineData(2, "export", "--url", "nowhere")]
    [InlineData(2, "export", "--url", "/nowhere")]
    [InlineData(2, "export", "/no/such/folder/out.jsonl", "--key", "k")]
    [InlineData(1, "export", "--url", "http://127.0.0.1:9", "--key", "k")]
    [InlineData(2, "extract", "samples")]
    [InlineData(2, "extract", "/no/such/folder", "out.jsonl")]
    [InlineData(2, "bench", "/no/such/folder")]
    [InlineData(2, "bench", "articles")]
    [InlineData(2, "bench", "articles", "/no/such/folder")]
    [InlineData(2, "bench", "articles", "/", "soon")]
    [InlineData(2, "bench", "memory", "/no/such/folder")]
    [InlineData(2, "bench", "held", "much")]
    [InlineData(2, "bench", "held", "10", "samples")]
    [InlineData(0, "audit", "--help")]
    [InlineData(2, "audit", "npm")]
    [InlineData(2, "bench", "confidence", "samples")]
    [InlineData(2, "bench", "fuzz", "all")]
    [InlineData(2, "bench", "fuzz", "1", "2", "3")]
    [InlineData(2, "bench", "web", "soon")]
    [InlineData(2, "bench", "web", "1", "2")]
    [InlineData(2, "bench", "startup", "often")]
    [InlineData(2, "bench", "startup", "1", "2")]
    [InlineData(2, "bench", "chaos", "many")]
    [InlineData(2, "bench", "chaos", "1", "2", "3")]
    public async Task Wrong_usage_ends_with_2_and_an_explanation_with_0(int exitCode, params string[] args) =>
        Assert.Equal(exitCode, await DevCommand.RunAsync(args));

    [Fact]
    public async Task A_taken_port_ends_up_with_3_before_anything_is_built()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var clock = Stopwatch.StartNew();

        Assert.Equal(3, await DevCommand.RunAsync(["up", "--port", $"{((IPEndPoint)listener.LocalEndpoint).Port}"]));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Dropping_without_a_running_app_says_so_and_ends_with_1()
    {
        var page = Path.GetTempFileName();
        try
        {
            Assert.Equal(1, await DevCommand.RunAsync(["drop", page, "--url", "http://127.0.0.1:9", "--key", "k"]));
        }
        finally
        {
            File.Delete(page);
        }
    }

    [Fact]
    public async Task The_file_based_app_passes_its_arguments_and_its_exit_code_on()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "dev.cs")))
        {
            root = root.Parent;
        }

        var start = new ProcessStartInfo("dotnet", ["dev.cs", "nonsense"])
        {
            WorkingDirectory = root.FullName,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var dev = Process.Start(start)!;
        var errors = await dev.StandardError.ReadToEndAsync();
        await dev.WaitForExitAsync();

        Assert.Equal("dev.cs: there is no verb 'nonsense'; it has up, test, drop, export, extract, bench, audit.", errors.Trim());
        Assert.Equal(2, dev.ExitCode);
    }
}
