using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Ingest.LocalStorage;

/// <summary>The Node.js process that runs Azurite. It ends when its standard input closes, and so with this process.</summary>
internal sealed class AzuriteProcess
{
    private const int LinesKept = 20;
    private readonly Process _process;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _ports = [];
    private readonly Queue<string> _lastLines = [];
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _stopped;

    private AzuriteProcess(Process process)
    {
        _process = process;
        Id = process.Id;
    }

    public int Id { get; }

    /// <exception cref="AzuriteException">Azurite is not installed, or there is no Node.js.</exception>
    public static AzuriteProcess Start(string localFolder, AzuriteOptions options)
    {
        if (!File.Exists(Path.Combine(localFolder, "node_modules", "azurite", "package.json")))
        {
            throw new AzuriteException($"Azurite is not installed: run 'npm ci' in {localFolder}.");
        }

        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = localFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in Arguments(localFolder, options))
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            var azurite = new AzuriteProcess(Process.Start(start)!);
            azurite.Listen();
            return azurite;
        }
        catch (Win32Exception exception)
        {
            throw new AzuriteException(
                "Node.js was not found: install Node.js 20 or later and see that it is on the PATH.", exception);
        }
    }

    /// <summary>Waits until Azurite has said on which ports its services listen.</summary>
    /// <exception cref="AzuriteException">It ended or took too long; the message has its last words.</exception>
    public async Task<IReadOnlyList<AzuriteService>> WaitUntilListeningAsync(
        IReadOnlyList<AzuriteService> services, TimeSpan timeout, CancellationToken cancellation)
    {
        try
        {
            var ended = _process.WaitForExitAsync(CancellationToken.None);
            var first = await Task.WhenAny(_listening.Task, ended).WaitAsync(timeout, cancellation);
            if (first == ended)
            {
                throw new AzuriteException($"Azurite ended with exit code {_process.ExitCode} instead of starting. {LastWords()}");
            }
        }
        catch (TimeoutException exception)
        {
            throw new AzuriteException($"Azurite did not start within {timeout.TotalSeconds:0} seconds. {LastWords()}", exception);
        }

        lock (_lock)
        {
            return [.. services.Select(service => service with { Port = _ports[service.Name] })];
        }
    }

    /// <summary>Asks it to end, which lets it write its data; after the timeout it is killed, with all it started.</summary>
    public async Task StopAsync(TimeSpan timeout)
    {
        if (Interlocked.Exchange(ref _stopped, 1) == 1)
        {
            return;
        }

        using (_process)
        {
            try
            {
                _process.StandardInput.Close();
            }
            catch (IOException)
            {
                // It has ended already.
            }

            try
            {
                using var limit = new CancellationTokenSource(timeout);
                await _process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
                await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(timeout);
            }
        }
    }

    private static IEnumerable<string> Arguments(string localFolder, AzuriteOptions options)
    {
        yield return Path.Combine(localFolder, "azurite.mjs");
        foreach (var (service, port) in new[]
            { ("blob", options.BlobPort), ("queue", options.QueuePort), ("table", options.TablePort) })
        {
            yield return $"--{service}Host";
            yield return "127.0.0.1";
            yield return $"--{service}Port";
            yield return port.ToString(CultureInfo.InvariantCulture);
        }

        // Clients may speak a newer version of the protocol than Azurite knows of.
        yield return "--skipApiVersionCheck";
        yield return "--disableTelemetry";
        yield return "--silent";
        if (options.DataFolder is { } data)
        {
            yield return "--location";
            yield return MakeFolder(data);
        }
        else
        {
            yield return "--inMemoryPersistence";
        }
    }

    private static string MakeFolder(string path)
    {
        try
        {
            return Directory.CreateDirectory(path).FullName;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AzuriteException($"Azurite's data folder cannot be made: {exception.Message}", exception);
        }
    }

    private void Listen()
    {
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Azurite tells each service's port in a line such as "Azurite Blob service is successfully listening at
    /// http://127.0.0.1:10000"; nothing else tells the port it took when asked for a free one.</summary>
    private void Note(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        lock (_lock)
        {
            _lastLines.Enqueue(line.Trim());
            if (_lastLines.Count > LinesKept)
            {
                _lastLines.Dequeue();
            }

            if (line.Contains("successfully listening at", StringComparison.Ordinal)
                && line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["Azurite", var service, .., var address]
                && Uri.TryCreate(address, UriKind.Absolute, out var uri))
            {
                _ports[service] = uri.Port;
                if (_ports.Count == 3)
                {
                    _listening.TrySetResult();
                }
            }
        }
    }

    private string LastWords()
    {
        lock (_lock)
        {
            var telling = _lastLines.Where(line => !line.StartsWith("at ", StringComparison.Ordinal)).TakeLast(3);
            return string.Join(" | ", telling);
        }
    }
}
