using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using Ingest.Core;
using Ingest.Extract;

const string Usage = """
    Reads every *.html, *.htm and *.html.gz of a folder and writes one JSON line for each, ordered by file name.

    usage: extract DIR OUT.jsonl

    A page that cannot be read gets a line with "error". Progress goes to standard error.
    Exit codes: 0 every page was read or rejected, 1 a page could not be read, 2 wrong usage.
    """;

if (args is ["--help" or "-h" or "-?"])
{
    Console.WriteLine(Usage);
    return 0;
}

if (args is not [var folder, var output])
{
    return Fail($"extract: it takes a folder and a file to write, not {args.Length} argument(s); see --help.");
}

if (!Directory.Exists(folder))
{
    return Fail($"extract: there is no folder '{folder}'.");
}

string[] suffixes = [".html", ".htm", ".html.gz"];
var files = Directory.EnumerateFiles(folder)
    .Where(path => suffixes.Any(suffix => path.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)))
    .OrderBy(path => path, StringComparer.Ordinal)
    .ToList();

if (files.Count == 0)
{
    var below = Directory.EnumerateDirectories(folder).FirstOrDefault(inner => Directory.EnumerateFiles(inner).Any(path => suffixes.Any(suffix => path.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))));
    return Fail($"extract: there are no pages in '{folder}'{(below is null ? "." : $"; the ones in '{below}'?")}");
}

var clock = Stopwatch.StartNew();
var reported = TimeSpan.Zero;
var done = 0;
var failed = 0;
var unread = 0;
using var lines = new StreamWriter(output);

// Pages are read side by side and written in their order.
foreach (var line in files.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(ReadPage))
{
    lines.Write(JsonSerializer.Serialize(line, ExtractJson.Instance.ExtractLine));
    lines.Write('\n');
    done++;
    failed += line.Error is null ? 0 : 1;
    unread += line is { Error: not null, Rejected: false } ? 1 : 0;
    if (clock.Elapsed - reported > TimeSpan.FromSeconds(1))
    {
        reported = clock.Elapsed;
        Report();
    }
}

Report();
return unread == 0 ? 0 : 1;

void Report() => Console.Error.WriteLine(
    $"{done}/{files.Count} pages, {failed} with error, {done / clock.Elapsed.TotalSeconds:F0} pages/s");

static int Fail(string message)
{
    Console.Error.WriteLine(message);
    return 2;
}

static ExtractLine ReadPage(string path)
{
    var id = IdOf(Path.GetFileName(path));
    try
    {
        var bytes = File.ReadAllBytes(path);
        return ExtractLine.Of(id, ReviewReader.Read(IsGzip(path) ? Inflate(bytes) : bytes, ReadingLimits.Default));
    }
    catch (Exception reason) when (reason is IOException or UnauthorizedAccessException or InvalidDataException)
    {
        return ExtractLine.Failed(id, reason.Message);
    }
#pragma warning disable CA1031 // A fault of the reader on one page must not cost the lines of all others; it is reported.
    catch (Exception fault)
#pragma warning restore CA1031
    {
        Console.Error.WriteLine($"{path}: {fault}");
        return ExtractLine.Failed(id, $"readerFault: {fault.GetType().Name}: {fault.Message}");
    }
}

static bool IsGzip(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

static byte[] Inflate(byte[] bytes)
{
    using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
    using var page = new MemoryStream();
    packed.CopyTo(page);
    return page.ToArray();
}

static string IdOf(string name)
{
    foreach (var suffix in new[] { ".gz", ".html", ".htm" })
    {
        name = name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) ? name[..^suffix.Length] : name;
    }

    return name;
}
