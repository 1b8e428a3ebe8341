using System.Diagnostics;
using System.Globalization;
using Ingest.Core;

namespace Ingest.Benchmarks.Held;

/// <summary>How much memory reading one page holds at most, its own bytes included, for each shape of page.</summary>
/// <remarks>
/// Not sampled but proved: a process of its own reads the page while the runtime may commit no more than a number of bytes for
/// all its objects, and either gets to the end or runs out of memory. The smallest number with which it ends, less what the
/// reader holds without a page, is what the page holds, with whatever the collector cannot make use of.
/// </remarks>
internal static class HeldMemory
{
    /// <summary>Before a shape and a size, on the command line of a process that reads one.</summary>
    public const string Verb = "hold";

    private const int Most = 64;
    private const int Mebibyte = 1024 * 1024;
    private const string HardLimit = "DOTNET_GCHeapHardLimit";
    private static readonly byte[] Small = PageShape.All[0].Page(64 * 1024);

    /// <summary>The side of the process: reads one page, with what every reading needs in memory before.</summary>
    public static int Hold(string shape, int mebibytes)
    {
        ReviewReader.Read(Small, ReadingLimits.Default);
        if (mebibytes > 0)
        {
            var page = PageShape.All.Single(one => one.Name == shape).Page(mebibytes * Mebibyte);
            var reading = ReviewReader.Read(page, ReadingLimits.Default);
            Console.WriteLine(reading.Rejection?.Reason.ToString() ?? string.Create(CultureInfo.InvariantCulture, $"{reading.Article!.Text.Length} characters, {reading.Films.Sum(film => film.Statements.Length)} statements"));
            GC.KeepAlive(page);
        }

        return 0;
    }

    /// <summary>Prints the table.</summary>
    /// <param name="mebibytes">Size of the pages.</param>
    /// <param name="allowed">How many times its size a page may hold: the answer is whether all do.</param>
    /// <param name="shapes">Which ones; all where none is named.</param>
    /// <param name="exactly">Whether to find out how much it is; otherwise only whether it is allowed.</param>
    public static async Task<bool> PrintAsync(int mebibytes, int allowed, IReadOnlyCollection<string> shapes, bool exactly)
    {
        var own = await LeastAsync("none", 0, 1, 256, limit => limit);
        Console.WriteLine($"pages of {mebibytes} MiB, {RuntimeName.Text}; the reader itself holds {own} MiB");
        Console.WriteLine();
        Console.WriteLine($"{"",-14}{"times its size",16}  read as");
        var isAllowed = true;
        foreach (var shape in PageShape.All.Where(shape => shapes.Count == 0 || shapes.Contains(shape.Name)))
        {
            int LimitOf(int times) => own + (times * mebibytes);
            var most = exactly ? Most : allowed;
            var said = await ReadAsync(shape.Name, mebibytes, LimitOf(most));
            var times = said is null ? (int?)null : exactly ? await LeastAsync(shape.Name, mebibytes, 1, most, LimitOf) : most;
            Console.WriteLine($"{shape.Name,-14}{(times is { } found ? $"{(exactly ? "" : "<= ")}{found}" : $"> {most}"),16}  {said}");
            isAllowed &= times <= allowed;
        }

        return isAllowed;
    }

    // The smallest number, with which the largest one works, that the limit may be made of.
    private static async Task<int> LeastAsync(string shape, int mebibytes, int least, int most, Func<int, int> limitOf)
    {
        while (least < most)
        {
            var middle = (least + most) / 2;
            var fits = await ReadAsync(shape, mebibytes, limitOf(middle)) is not null;
            (least, most) = fits ? (least, middle) : (middle + 1, most);
        }

        return most;
    }

    // What a process with so many MiB for its objects says of the page; null when they are not enough.
    private static async Task<string?> ReadAsync(string shape, int mebibytes, int limit)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(HeldMemory).Assembly.Location, Verb, shape, $"{mebibytes}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[HardLimit] = ((long)limit * Mebibyte).ToString("x", CultureInfo.InvariantCulture);
        // As in a process that has read some pages: code that was optimised keeps no object alive that it is done with.
        start.Environment["DOTNET_TieredCompilation"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode == 0)
        {
            return output.Trim();
        }

        var reason = await errors;
        return reason.Length == 0 || reason.Contains("OutOfMemory", StringComparison.OrdinalIgnoreCase) || reason.Contains("Out of memory", StringComparison.OrdinalIgnoreCase) || reason.Contains("GC heap initialization failed", StringComparison.Ordinal)
            ? null
            : throw new InvalidOperationException(reason);
    }
}
