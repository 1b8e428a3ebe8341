using System.Diagnostics;
using System.Globalization;

namespace Ingest.Dev.Running;

/// <summary>Tells the developer what is going on, each line with the time since the verb began.</summary>
/// <param name="output">Standard output where nothing else is said.</param>
internal sealed class Progress(TextWriter? output = null) : IProgress<string>
{
    private readonly long _started = Stopwatch.GetTimestamp();

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_started);

    public void Report(string value) =>
        (output ?? Console.Out).WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{Elapsed.TotalSeconds,5:F1} s] {value}"));
}
