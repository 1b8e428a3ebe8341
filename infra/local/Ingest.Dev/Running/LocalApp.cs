using System.Diagnostics;
using System.Globalization;

namespace Ingest.Dev.Running;

/// <summary>The app, running in Ingest.Local. It ends when disposed, and also when this process ends in any other way.</summary>
internal sealed class LocalApp : IAsyncDisposable
{
    public const string Folder = "functions/Ingest.Local";

    private const string Listening = "Listening on ";
    private const int ItsPortTaken = 3;
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LocalApp(Process process) => _process = process;

    public int ProcessId => _process.Id;

    /// <summary>Where it answers.</summary>
    public Uri Address => _address.Task.Result;

    /// <summary>Ends when the app does; its exit code.</summary>
    public async Task<int> WaitForEndAsync(CancellationToken cancellation)
    {
        await _process.WaitForExitAsync(cancellation);
        return _process.ExitCode;
    }

    /// <summary>Starts the app and waits until it listens.</summary>
    /// <param name="port">0 for a free one.</param>
    /// <exception cref="DevException">It ended or took too long; what it wrote to standard error is in the message.</exception>
    public static async Task<LocalApp> StartAsync(
        Repository repository, string storage, int port, string data, CancellationToken cancellation)
    {
        var process = Process.Start(Tool.StartOf(
            "dotnet",
            [
                repository.Output(Folder, "Release"), "run", "--attached",
                "--port", port.ToString(CultureInfo.InvariantCulture),
                "--connection", storage, "--root", repository.Root, "--data", data,
            ],
            repository.Root))!;
        var app = new LocalApp(process);
        try
        {
            await app.WaitUntilListeningAsync(port, cancellation);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Lets it finish what runs; kills it when that takes too long.</summary>
    public async ValueTask DisposeAsync()
    {
        using (_process)
        {
            try
            {
                _process.StandardInput.Close();
                await _process.WaitForExitAsync().WaitAsync(StopTimeout);
            }
            catch (Exception reason) when (reason is TimeoutException or IOException)
            {
                _process.Kill(entireProcessTree: true);
            }
        }
    }

    private async Task WaitUntilListeningAsync(int port, CancellationToken cancellation)
    {
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null)
            {
                Console.Error.WriteLine(line.Data);
            }
        };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var ended = _process.WaitForExitAsync(cancellation);
        try
        {
            await (await Task.WhenAny(_address.Task, ended).WaitAsync(StartTimeout, cancellation));
        }
        catch (TimeoutException)
        {
            throw new DevException(ExitCode.Failed, $"the app did not start within {StartTimeout.TotalSeconds:F0} s.");
        }

        if (!_address.Task.IsCompleted)
        {
            throw _process.ExitCode == ItsPortTaken
                ? new DevException(ExitCode.PortTaken, $"port {port} is taken; free it or choose another with --port.")
                : new DevException(ExitCode.Failed, $"the app ended with exit code {_process.ExitCode} instead of starting.");
        }
    }

    private void Note(string? line)
    {
        if (line is null)
        {
            return;
        }

        Console.WriteLine(line);
        if (line.StartsWith(Listening, StringComparison.Ordinal))
        {
            _address.TrySetResult(new Uri(line[Listening.Length..]));
        }
    }
}
