using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Ingest.Benchmarks.Comparison;

/// <summary>Runs a part of the comparison in a process of its own; null where that could not start or failed, and said why.</summary>
internal static class PartProcess
{
    /// <summary>A part that this program measures itself.</summary>
    public static Task<PartResult?> MeasureAsync(string part, IReadOnlyList<string> files, TimeSpan time) =>
        RunAsync(Environment.ProcessPath!, [.. Host(), PartRun.Verb, part, Seconds(time)], files);

    /// <summary>Readability under one of its DOMs.</summary>
    public static Task<PartResult?> MeasureReadabilityAsync(string script, string dom, IReadOnlyList<string> files, TimeSpan time) =>
        RunAsync("node", [script, dom, Seconds(time)], files);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString(CultureInfo.InvariantCulture);

    // Started as "dotnet Ingest.Benchmarks.dll", the program is dotnet, and the assembly its first argument.
    private static string[] Host() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(PartProcess).Assembly.Location] : [];

    private static async Task<PartResult?> RunAsync(string program, IEnumerable<string> arguments, IReadOnlyList<string> files)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        try
        {
            using var process = Process.Start(start)!;
            await process.StandardInput.WriteAsync(string.Join('\n', files));
            process.StandardInput.Close();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? PartResult.Parse(output) : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
