using System.ComponentModel;
using System.Diagnostics;

namespace Ingest.Dev.Running;

/// <summary>Runs a program to its end.</summary>
internal static class Tool
{
    /// <summary>
    /// Runs a program and hands on each line it writes; standard input is empty. When cancelled, the program and all it
    /// started are killed.
    /// </summary>
    /// <returns>Its exit code; null when there is no such program.</returns>
    public static async Task<int?> RunAsync(
        string program,
        IEnumerable<string> arguments,
        string folder,
        Action<string> onLine,
        CancellationToken cancellation)
    {
        using var process = new Process { StartInfo = StartOf(program, arguments, folder) };
        process.OutputDataReceived += (_, line) => HandOn(line.Data);
        process.ErrorDataReceived += (_, line) => HandOn(line.Data);
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return null;
        }

        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return process.ExitCode;

        void HandOn(string? line)
        {
            if (line is not null)
            {
                lock (process)
                {
                    onLine(line);
                }
            }
        }
    }

    /// <summary>How a program is started with its input and output in pipes.</summary>
    public static ProcessStartInfo StartOf(string program, IEnumerable<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Builds leave no server processes behind, and say what they have to say in one language.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        return start;
    }
}
