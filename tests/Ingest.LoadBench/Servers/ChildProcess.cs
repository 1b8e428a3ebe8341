using System.Diagnostics;

namespace Ingest.LoadBench.Servers;

/// <summary>A process that is spoken to by lines; what it writes to standard error is passed on. It ends when its standard
/// input does, so with this process too.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Process process;

    private ChildProcess(Process process) => this.process = process;

    /// <summary>Starts this very program, with other arguments.</summary>
    public static ChildProcess OfThisProgram(string verb, IReadOnlyDictionary<string, string>? settings = null) =>
        Start(typeof(ChildProcess).Assembly.Location, [verb], settings);

    /// <summary>Starts a program.</summary>
    /// <param name="assembly">Its dll.</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="settings">Environment variables.</param>
    public static ChildProcess Start(string assembly, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? settings)
    {
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return new(Process.Start(start)!);
    }

    /// <summary>Processor time it has used so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public async Task WriteLineAsync(string line)
    {
        await process.StandardInput.WriteLineAsync(line);
        await process.StandardInput.FlushAsync();
    }

    /// <summary>The next line.</summary>
    /// <exception cref="BenchException">The process ended, or takes too long.</exception>
    public async Task<string> ReadLineAsync(TimeSpan patience)
    {
        try
        {
            return await process.StandardOutput.ReadLineAsync().WaitAsync(patience)
                ?? throw new BenchException("a process that was started for the measurement ended.");
        }
        catch (TimeoutException)
        {
            throw new BenchException($"a process that was started for the measurement said nothing for {patience.TotalSeconds:F0} s.");
        }
    }

    /// <summary>The next line that is wanted; those before it are forgotten.</summary>
    /// <exception cref="BenchException">The process ended, or says nothing for too long.</exception>
    public async Task<string> ReadUntilAsync(Func<string, bool> isWanted, TimeSpan patience)
    {
        while (true)
        {
            var line = await ReadLineAsync(patience);
            if (isWanted(line))
            {
                return line;
            }
        }
    }

    /// <summary>The port of a server that says where it listens.</summary>
    public async Task<int> PortAsync()
    {
        const string Listening = "Listening on ";
        var line = await ReadUntilAsync(line => line.StartsWith(Listening, StringComparison.Ordinal), Patience);
        return new Uri(line[Listening.Length..]).Port;
    }

    /// <summary>Reads on and forgets what is read, so that the process is never kept waiting.</summary>
    public Task IgnoreOutputAsync() => process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);

    public async ValueTask DisposeAsync()
    {
        using (process)
        {
            try
            {
                process.StandardInput.Close();
                await process.WaitForExitAsync().WaitAsync(Patience);
            }
            catch (Exception reason) when (reason is TimeoutException or IOException)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
