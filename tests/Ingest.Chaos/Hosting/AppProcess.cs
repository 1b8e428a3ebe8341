using System.Collections.Concurrent;
using System.Diagnostics;
using Ingest.Chaos.Files;
using Ingest.Local.Http;

namespace Ingest.Chaos.Hosting;

/// <summary>The app in the local host, as a process of its own. Disposing it kills it.</summary>
internal sealed class AppProcess : IAsyncDisposable
{
    private const string Reconciliation = "ReconcileReviews";
    private const string Key = "a-key-of-the-chaos";
    private const string Listening = "Listening on ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lastLines = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _reconciliations;

    private AppProcess(Process process) => _process = process;

    /// <summary>What it wrote last.</summary>
    public IReadOnlyCollection<string> LastLines => _lastLines;

    /// <summary>Reconciliations that ended, in whatever way.</summary>
    public int Reconciliations => Volatile.Read(ref _reconciliations);

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="connection">Its storage.</param>
    /// <param name="data">A folder for its key.</param>
    /// <param name="settings">Further settings.</param>
    /// <returns>Null when it ended instead, as it does when storage fails it at the start.</returns>
    /// <exception cref="ChaosException">It does neither.</exception>
    public static async Task<AppProcess?> StartAsync(string connection, string data, IEnumerable<KeyValuePair<string, string>> settings)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Ingest.Local.dll"), "run", "--attached", "--port", "0", "--connection", connection, "--data", data])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment[FunctionKey.Setting] = Key;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var app = new AppProcess(Process.Start(start)!);
        app.Listen();
        try
        {
            if (await Task.WhenAny(app._address.Task, app._process.WaitForExitAsync()).WaitAsync(Patience) == app._address.Task)
            {
                return app;
            }
        }
        catch (TimeoutException)
        {
            await app.DisposeAsync();
            throw new ChaosException($"the app neither starts nor ends: {string.Join(" | ", app.LastLines.TakeLast(3))}");
        }

        await app.DisposeAsync();
        return null;
    }

    /// <summary>Has it reconcile now; does not wait for the end.</summary>
    /// <exception cref="ChaosException">It refuses.</exception>
    public async Task AskToReconcileAsync()
    {
        using var answer = await SendAsync(HttpMethod.Post, $"admin/functions/{Reconciliation}", null);
        if (answer.StatusCode != System.Net.HttpStatusCode.Accepted)
        {
            throw new ChaosException($"the app was asked to reconcile and answered {(int)answer.StatusCode}.");
        }
    }

    /// <summary>Has it reconcile now, and waits for the end.</summary>
    /// <exception cref="ChaosException">It refuses, ends, or takes too long.</exception>
    public async Task ReconcileAsync(TimeSpan patience)
    {
        var before = Reconciliations;
        await AskToReconcileAsync();
        for (var clock = Stopwatch.StartNew(); Reconciliations == before; await Task.Delay(20))
        {
            if (_process.HasExited || clock.Elapsed > patience)
            {
                throw new ChaosException($"the app does not end its reconciliation: {string.Join(" | ", LastLines.TakeLast(3))}");
            }
        }
    }

    /// <summary>Has it take a step by its own API. It has to answer; whether it could do it is storage's affair.</summary>
    public async Task TakeAsync(FileStep step)
    {
        using var answer = await SendAsync(step.Content is null ? HttpMethod.Delete : HttpMethod.Put, $"api/reviews/{step.Name}", step.Content);
    }

    /// <summary>Ends it as a power cut does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop; gives its exit code.</summary>
    public async Task<int> StopAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, byte[]? content)
    {
        using var http = new HttpClient { BaseAddress = await _address.Task };
        using var request = new HttpRequestMessage(method, path) { Content = content is null ? null : new ByteArrayContent(content) };
        request.Headers.Add(FunctionKey.Header, Key);
        return await http.SendAsync(request);
    }

    private void Listen()
    {
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Note(string? line)
    {
        if (line is null)
        {
            return;
        }

        _lastLines.Enqueue(line);
        if (_lastLines.Count > 200)
        {
            _lastLines.TryDequeue(out _);
        }

        if (line.StartsWith(Listening, StringComparison.Ordinal))
        {
            _address.TrySetResult(new Uri(line[Listening.Length..]));
        }

        // As the host logs the end of a timer's run, good or bad.
        if (line.Contains($"{Reconciliation}: timer done", StringComparison.Ordinal)
            || line.Contains($"{Reconciliation}: timer failed", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _reconciliations);
        }
    }
}
