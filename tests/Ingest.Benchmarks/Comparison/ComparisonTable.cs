namespace Ingest.Benchmarks.Comparison;

/// <summary>The rows of the comparison as they are printed.</summary>
internal static class ComparisonTable
{
    /// <summary>What stands above the rows.</summary>
    public static void PrintHeadings() => Console.WriteLine(
        $"{"",-28}{"pages",7}{"pages/s",10}{"MB/s",9}{"ms/page",10}{"peak MB",9}{"no article",12}{"failed",8}");

    /// <summary>One row; speeds are of the pages that did not fail.</summary>
    public static void Print(string name, PartResult part)
    {
        var read = part.Read.ToList();
        var milliseconds = read.Sum(page => page.Milliseconds);
        var failed = part.Pages.Count - read.Count;
        Console.WriteLine(
            $"{name,-28}{part.Pages.Count,7}{read.Count * 1000 / milliseconds,10:F1}{read.Sum(page => page.Bytes) / milliseconds / 1000,9:F2}"
            + $"{milliseconds / read.Count,10:F2}{part.PeakBytes / 1e6,9:F0}{read.Count(page => !page.Found),12}{failed,8}");
    }

    /// <summary>The pages that a part failed for, the first few with the reason.</summary>
    public static void PrintFailures(string name, PartResult part)
    {
        foreach (var page in part.Pages.Where(page => page.Failure is not null).Take(5))
        {
            Console.WriteLine($"{name} failed for {Path.GetFileName(page.File)}: {page.Failure}");
        }
    }
}
