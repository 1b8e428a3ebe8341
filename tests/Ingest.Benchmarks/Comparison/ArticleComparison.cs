namespace Ingest.Benchmarks.Comparison;

/// <summary>The extraction of articles beside the bare parse of the same pages, and beside Mozilla's Readability.</summary>
internal static class ArticleComparison
{
    private const string Parse = "HtmlAgilityPack parse only";
    private const string AngleSharp = "AngleSharp parse only";
    private const string Extract = "PageReader + ArticleReader";
    private const string UnderLinkedom = "Readability, linkedom";
    private const string UnderJsdom = "Readability, jsdom";

    /// <summary>Measures and prints everything.</summary>
    /// <param name="files">The pages.</param>
    /// <param name="time">How long each part is measured; it finishes its round.</param>
    /// <param name="readability">The folder of compare.mjs; without it, or without its packages, Readability is left out.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> files, TimeSpan time, string? readability)
    {
        var (sample, inWords) = PageFiles.Sample(files);
        Console.WriteLine($"{files.Count} pages, one thread, each part in a process of its own, {RuntimeName.Text}; Readability reads {inWords}");
        Console.WriteLine();
        ComparisonTable.PrintHeadings();
        var parse = Print(Parse, await PartProcess.MeasureAsync(PartRun.Parse, files, time));
        var angleSharp = Print(AngleSharp, await PartProcess.MeasureAsync(PartRun.AngleSharp, files, time));
        var extract = Print(Extract, await PartProcess.MeasureAsync(PartRun.Extract, files, time));
        if (parse is null || angleSharp is null || extract is null)
        {
            return 1;
        }

        var missing = WhatIsMissing(readability);
        var linkedom = missing is null ? Print(UnderLinkedom, await ReadabilityAsync("linkedom")) : null;
        var jsdom = linkedom is null ? null : Print(UnderJsdom, await ReadabilityAsync("jsdom"));
        Console.WriteLine();
        Console.WriteLine($"The extraction takes {extract.TimesAsLongAs(parse):F2} times as long as the bare parse; AngleSharp's parse alone {angleSharp.TimesAsLongAs(parse):F2} times.");
        if (linkedom is null || jsdom is null)
        {
            Console.WriteLine($"Readability is not compared: {missing ?? "Node.js is missing, or ended with an error"}.");
            return 0;
        }

        Console.WriteLine($"On the pages that both read, Readability takes {linkedom.TimesAsLongAs(extract):F1} times as long as the extraction "
            + $"under linkedom, {jsdom.TimesAsLongAs(extract):F1} times under jsdom.");
        ComparisonTable.PrintFailures(UnderLinkedom, linkedom);
        ComparisonTable.PrintFailures(UnderJsdom, jsdom);
        return 0;

        Task<PartResult?> ReadabilityAsync(string dom) =>
            PartProcess.MeasureReadabilityAsync(Path.Combine(readability!, "compare.mjs"), dom, sample, time);
    }

    private static PartResult? Print(string name, PartResult? part)
    {
        if (part is not null)
        {
            ComparisonTable.Print(name, part);
        }

        return part;
    }

    private static string? WhatIsMissing(string? folder) =>
        folder is null ? "no folder with its packages was given"
        : !Directory.Exists(Path.Combine(folder, "node_modules", "@mozilla", "readability")) ? $"its npm packages are not installed in {folder}"
        : null;
}
