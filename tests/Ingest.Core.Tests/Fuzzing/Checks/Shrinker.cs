using System.Diagnostics;

namespace Ingest.Core.Tests.Fuzzing.Checks;

/// <summary>Makes an input smaller as long as the same fault remains.</summary>
internal static class Shrinker
{
    /// <summary>Takes out ever smaller parts that the fault does not need, until time is up.</summary>
    /// <param name="bytes">An input with the fault.</param>
    /// <param name="hasFault">Whether an input still has it.</param>
    /// <param name="time">How long to try.</param>
    public static byte[] Shrink(byte[] bytes, Func<byte[], bool> hasFault, TimeSpan time)
    {
        var clock = Stopwatch.StartNew();
        for (var part = Math.Max(1, bytes.Length / 2); clock.Elapsed < time; part = Math.Max(1, part / 2))
        {
            var before = bytes.Length;
            for (var at = bytes.Length - part; at >= 0 && clock.Elapsed < time; at -= part)
            {
                byte[] without = [.. bytes.AsSpan(0, at), .. bytes.AsSpan(Math.Min(bytes.Length, at + part))];
                bytes = hasFault(without) ? without : bytes;
            }

            if (part == 1 && bytes.Length == before)
            {
                break;
            }
        }

        return bytes;
    }
}
