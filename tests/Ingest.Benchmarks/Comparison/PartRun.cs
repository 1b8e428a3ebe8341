using System.Diagnostics;

namespace Ingest.Benchmarks.Comparison;

/// <summary>The side of a part that measures: a process that does nothing else, so that its memory tells of the part alone.</summary>
internal static class PartRun
{
    /// <summary>Before the part's name, on the command line of its process.</summary>
    public const string Verb = "part";

    /// <summary>The bare parse.</summary>
    public const string Parse = "parse";

    /// <summary>The bare parse by AngleSharp.</summary>
    public const string AngleSharp = "anglesharp";

    /// <summary>This project's extraction of the article.</summary>
    public const string Extract = "extract";

    /// <summary>
    /// Measures a part over the files that standard input names, and writes the result. A page is read from its file when its
    /// turn comes, which is not timed, so that no more than one is in memory.
    /// </summary>
    public static void Run(string part, TimeSpan time)
    {
        var files = Console.In.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var bytes = new Dictionary<string, long>();
        var found = new HashSet<string>();
        var throughput = Throughput.Measure(
            files,
            file =>
            {
                var page = PageFiles.Load(file);
                bytes[file] = page.LongLength;
                return (File: file, Page: page);
            },
            input =>
            {
                if (Work(part, input.Page))
                {
                    found.Add(input.File);
                }
            },
            time);

        using var process = Process.GetCurrentProcess();
        var pages = files.Zip(throughput.Milliseconds, (file, milliseconds) => new PageResult(file, bytes[file], milliseconds, found.Contains(file), null));
        Console.WriteLine(new PartResult([.. pages], process.PeakWorkingSet64));
    }

    private static bool Work(string part, byte[] page)
    {
        if (part == Extract)
        {
            return Stages.Article(Stages.Page(page)) is not null;
        }

        if (part == AngleSharp)
        {
            Stages.AngleSharp(page);
        }
        else
        {
            Stages.Parse(page);
        }

        return true;
    }
}
