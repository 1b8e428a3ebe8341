using System.Diagnostics;

namespace Ingest.Core.Tests.Fuzzing.Checks;

/// <summary>Reads an input and looks whether everything holds that should.</summary>
/// <param name="read">The reading.</param>
internal sealed class Exam(Func<ReadOnlyMemory<byte>, ReviewReading> read)
{
    /// <summary>Holds an input to all of it but its time.</summary>
    /// <param name="bytes">The input.</param>
    /// <param name="isThorough">Whether it is read once more, to compare the two readings.</param>
    public (ReviewReading? Reading, Cost Cost, Fault? Fault) Of(byte[] bytes, bool isThorough)
    {
        ReviewReading? reading = null;
        var cost = default(Cost);
        try
        {
            (reading, cost) = Read(bytes);
            var fault = ReadingCheck.Of(reading, ReadingLimits.Default)
                ?? (isThorough ? ReadingCheck.Again(bytes, reading, read(bytes)) : null)
                ?? (cost.IsLarge ? new Fault("a reading allocates in proportion to its input", $"{cost.Allocated >> 10} KiB for {cost.Length} bytes") : null);
            return (reading, cost, fault);
        }
        catch (Exception thrown)
        {
            return (reading, cost, new Fault($"no {thrown.GetType().Name} from {PlaceOf(thrown)}", thrown.ToString()));
        }
    }

    /// <summary>Looks again at an input that seemed slow, while nothing else runs in this process: the shortest of three counts,
    /// in the processor's time, for other work on the machine only ever adds to it.</summary>
    public (Cost Cost, Fault? Fault) Slow(byte[] bytes)
    {
        var shortest = default(Cost);
        for (var run = 0; run < 3; run++)
        {
            var began = Environment.CpuUsage.TotalTime;
            var (_, cost) = Read(bytes);
            cost = cost with { Time = Environment.CpuUsage.TotalTime - began };
            shortest = run == 0 || cost.Time < shortest.Time ? cost : shortest;
            if (!shortest.IsSlow)
            {
                return (shortest, null);
            }
        }

        return (shortest, new Fault("a reading takes time in proportion to its input", $"{shortest.Time.TotalMilliseconds:F0} ms for {shortest.Length} bytes"));
    }

    private (ReviewReading Reading, Cost Cost) Read(byte[] bytes)
    {
        var (allocated, began) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
        var reading = read(bytes);
        return (reading, new Cost(Stopwatch.GetElapsedTime(began), GC.GetAllocatedBytesForCurrentThread() - allocated, bytes.Length));
    }

    private static string PlaceOf(Exception thrown) => new StackTrace(thrown).GetFrames()
        .Select(frame => frame.GetMethod())
        .Where(method => method?.DeclaringType?.Assembly == typeof(ReviewReader).Assembly)
        .Select(method => $"{method!.DeclaringType!.Name}.{method.Name}")
        .FirstOrDefault("elsewhere");
}
