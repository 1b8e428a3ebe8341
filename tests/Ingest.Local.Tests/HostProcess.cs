using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Azure.Storage.Blobs;
using Ingest.Local.Tests.Hosted;

namespace Ingest.Local.Tests;

/// <summary>A running Ingest.Local. Disposing it kills it.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    public const string Key = "a-key-of-the-tests";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly (string Name, string Value)[] AppSettings =
    [
        ("FunctionKey", Key), ("AzureWebJobs.IngestReview.Disabled", "true"),
        ("AzureWebJobs.IngestReviewPolled.Disabled", "false"),
    ];

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public int ExitCode => _process.ExitCode;

    public IReadOnlyCollection<string> Output => _output;

    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>Waits until a line of the output has the text: a log line may arrive after what it tells of.</summary>
    public async Task SaysAsync(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!_output.Any(line => line.Contains(text, StringComparison.Ordinal)))
        {
            Assert.False(patience.IsCancellationRequested, $"The host never says '{text}':\n{string.Join('\n', _output)}");
            await Task.Delay(20);
        }
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => _address.Task.Result;

    /// <summary>Starts the functions of this assembly and waits until the host listens.</summary>
    /// <param name="root">Folder of host.json, journal and generated files; one for each test.</param>
    /// <param name="dropped">The container that blob functions watch.</param>
    /// <param name="settings">Further settings.</param>
    /// <param name="arguments">Further arguments.</param>
    public static Task<HostProcess> StartAsync(
        TestFolder root, AzuriteFixture azurite, BlobContainerClient? dropped = null, (string Name, string Value)[]? settings = null, params string[] arguments) =>
        StartAsync(root, azurite.ConnectionString, dropped, settings, arguments);

    /// <inheritdoc cref="StartAsync(TestFolder, AzuriteFixture, BlobContainerClient?, ValueTuple{string, string}[], string[])"/>
    public static Task<HostProcess> StartAsync(
        TestFolder root, string connection, BlobContainerClient? dropped = null, (string Name, string Value)[]? settings = null, params string[] arguments) =>
        StartListeningAsync(
            root,
            [
                ("Journal", root.Journal.Path), ("Dropped", dropped?.Name ?? "nothing"), ("TickSchedule", "0 0 0 1 1 *"),
                ("AzureWebJobs.Off.Disabled", "true"), ("AzureWebJobs.Told.Disabled", "true"), .. settings ?? [],
            ],
            ["--assembly", typeof(HostProcess).Assembly.Location, "--connection", connection, .. arguments]);

    /// <summary>Starts the app and waits until the host listens.</summary>
    public static Task<HostProcess> StartAppAsync(
        TestFolder root, string connection, params (string Name, string Value)[] settings) =>
        StartAppAsync(root, connection, [], settings);

    /// <summary>Starts the app with further arguments and waits until the host listens.</summary>
    public static Task<HostProcess> StartAppAsync(
        TestFolder root, string connection, string[] arguments, params (string Name, string Value)[] settings) =>
        StartListeningAsync(root, [.. AppSettings, .. settings], ["--connection", connection, .. arguments]);

    /// <summary>Starts the app and waits for nothing: it may die before it listens.</summary>
    public static HostProcess StartApp(TestFolder root, string connection, params (string Name, string Value)[] settings) =>
        Start([.. AppSettings, .. settings], ArgumentsOf(root, ["--connection", connection]));

    /// <summary>Starts the host with nothing but these arguments.</summary>
    public static HostProcess Start(IEnumerable<(string Name, string Value)> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Ingest.Local.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var host = new HostProcess(Process.Start(start)!);
        host.Listen();
        return host;
    }

    /// <summary>Waits for its end.</summary>
    public async Task<int> WaitForEndAsync(TimeSpan? limit = null)
    {
        await _process.WaitForExitAsync().WaitAsync(limit ?? Patience);
        return _process.ExitCode;
    }

    /// <summary>Asks it to stop, as a service manager does.</summary>
    public void Terminate() => Signal("TERM");

    /// <summary>Ends it as a power cut does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Signal(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        using var kill = Process.Start("kill", [$"-{name}", Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Closes its standard input.</summary>
    public void Detach() => _process.StandardInput.Close();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static async Task<HostProcess> StartListeningAsync(
        TestFolder root, IEnumerable<(string Name, string Value)> settings, string[] arguments)
    {
        var host = Start([("FunctionKey", Key), .. settings], ArgumentsOf(root, arguments));
        try
        {
            var first = await Task.WhenAny(host._address.Task, host._process.WaitForExitAsync()).WaitAsync(Patience);
            Assert.True(first == host._address.Task, $"The host ended: {string.Join('\n', host.Errors)}\n{string.Join('\n', host.Output)}");
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    private static string[] ArgumentsOf(TestFolder root, string[] arguments) =>
        ["run", "--port", "0", "--root", root.Path, "--data", root.Path, .. arguments];

    private void Listen()
    {
        const string Listening = "Listening on ";
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text)
            {
                _output.Enqueue(text);
                if (text.StartsWith(Listening, StringComparison.Ordinal))
                {
                    _address.TrySetResult(new Uri(text[Listening.Length..]));
                }
            }
        };
        _process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { } text)
            {
                _errors.Enqueue(text);
            }
        };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }
}
