using System.IO.Compression;

namespace Ingest.Benchmarks;

/// <summary>The pages of a folder.</summary>
internal static class PageFiles
{
    private const int SampleSize = 200;

    /// <summary>Every *.html, *.htm and *.html.gz in it and below, sorted by name.</summary>
    public static IReadOnlyList<string> In(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.htm*", SearchOption.AllDirectories).OrderBy(file => file, StringComparer.Ordinal),
    ];

    /// <summary>Every n-th page of a list, with the smallest n that leaves no more than 200; and that in words.</summary>
    public static (IReadOnlyList<string> Files, string InWords) Sample(IReadOnlyList<string> files)
    {
        var stride = Math.Max(1, (files.Count + SampleSize - 1) / SampleSize);
        var sample = files.Where((_, i) => i % stride == 0).ToList();
        return (sample, stride == 1 ? $"all {files.Count} pages" : $"{sample.Count} of {files.Count} pages, one in {stride} by name");
    }

    /// <summary>The HTML of a page.</summary>
    public static byte[] Load(string file)
    {
        using var stream = File.OpenRead(file);
        using var page = new MemoryStream();
        using Stream source = file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        source.CopyTo(page);
        return page.ToArray();
    }
}
