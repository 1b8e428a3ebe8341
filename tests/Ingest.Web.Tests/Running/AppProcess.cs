using System.Collections.Concurrent;
using System.Diagnostics;

namespace Ingest.Web.Tests.Running;

/// <summary>The app in Ingest.Local, as a process of its own on a free port.</summary>
internal sealed class AppProcess : IAsyncDisposable
{
    /// <summary>The function key that the app takes.</summary>
    public const string Key = "a-key-of-the-tests";

    /// <summary>How long a start, or the ingestion of a review, may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly string data = Directory.CreateTempSubdirectory("ingest-web-").FullName;
    private readonly ConcurrentQueue<string> output = new();
    private readonly TaskCompletionSource<string> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process process;

    private AppProcess(string connection)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "Ingest.Local.dll"), "run", "--attached", "--port", "0",
                "--root", Repository.Folder, "--data", data, "--connection", connection,
            ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["FunctionKey"] = Key;
        start.Environment["AzureWebJobs.IngestReview.Disabled"] = "true";
        start.Environment["AzureWebJobs.IngestReviewPolled.Disabled"] = "false";
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where the app is, without a slash at the end.</summary>
    public string Address => address.Task.Result;

    /// <summary>The last lines that the app wrote.</summary>
    public string Output => string.Join('\n', output.TakeLast(30));

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="connection">Of its storage.</param>
    public static async Task<AppProcess> StartAsync(string connection)
    {
        var app = new AppProcess(connection);
        var first = await Task.WhenAny(app.address.Task, app.process.WaitForExitAsync()).WaitAsync(Patience);
        Assert.True(first == app.address.Task, "The app ended:\n" + app.Output);
        return app;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
        Directory.Delete(data, recursive: true);
    }

    private void Note(string? line)
    {
        const string Listening = "Listening on ";
        if (line is not null)
        {
            output.Enqueue(line);
            if (line.StartsWith(Listening, StringComparison.Ordinal))
            {
                address.TrySetResult(line[Listening.Length..].TrimEnd('/'));
            }
        }
    }
}
