using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using HtmlAgilityPack;
using Ingest.Benchmarks;
using Ingest.Benchmarks.ArticleModel;
using Ingest.Core;
using Ingest.Core.Articles;
using Ingest.Core.Facts;
using Ingest.Core.Pages;

const string Usage = """
    Reads every *.html, *.htm and *.html.gz of a folder again and again, on one thread, and prints pages a second: the
    bare parsing of the bytes by HtmlAgilityPack, each part of the reading of a review, and the whole reading.

    usage: Ingest.Benchmarks DIR [SECONDS]
           Ingest.Benchmarks features DIR OUT

      SECONDS  how long each is measured, after a warm-up of a third of that     (6)
      OUT      with "features": writes OUT.jsonl and OUT.f32, what the article model is trained on
    """;

if (args is ["features", var trained, var output])
{
    FeatureDump.Write(Files(trained).Select(file => (Path.GetFileName(file).Split('.')[0], Load(file))), output);
    return 0;
}

if (args is not [var folder, .. var rest] || rest.Length > 1 || !double.TryParse(rest.FirstOrDefault("6"), out var seconds))
{
    Console.WriteLine(Usage);
    return args is ["--help"] ? 0 : 2;
}

var pages = Files(folder).Select(Load).ToList();
if (pages.Count == 0)
{
    Console.Error.WriteLine($"Ingest.Benchmarks: there are no pages in '{folder}'.");
    return 2;
}

Console.WriteLine($"{pages.Count} pages, {pages.Sum(page => page.LongLength) / 1024.0 / pages.Count:F1} KiB on average, one thread, {RuntimeName()}");
Console.WriteLine();
Console.WriteLine($"{"",-28}{"pages/s",10}{"ms/page",10}{"slowest ms",12}{"KiB alloc/page",16}");
var limit = TimeSpan.FromSeconds(seconds);
var parse = Throughput.Measure(pages, Parse, limit);
Print("HtmlAgilityPack parse only", parse);
Print("PageReader.Read", Throughput.Measure(pages, page => PageReader.Read(page, ReadingLimits.Default), limit));
Print("ArticleReader.Read", Throughput.Measure(pages, PageOf, page => ArticleOf(page), limit));
var facts = Throughput.Measure(pages, page => PageOf(page) is { } read ? (Article: ArticleOf(read), read.Data) : default, read => Facts(read.Article, read.Data), limit);
Print("FactReader.Read", facts);
var whole = Throughput.Measure(pages, page => ReviewReader.Read(page, ReadingLimits.Default), limit);
Print("ReviewReader.Read", whole);
Console.WriteLine();
Console.WriteLine($"Recognising facts takes {facts.MillisecondsPerPage / parse.MillisecondsPerPage:F2} times as long as parsing the page, the whole reading {whole.MillisecondsPerPage / parse.MillisecondsPerPage:F1} times.");
return 0;

static IEnumerable<string> Files(string folder) =>
    Directory.EnumerateFiles(folder, "*.htm*", SearchOption.AllDirectories).OrderBy(file => file, StringComparer.Ordinal);

static void Print(string name, Throughput measured) => Console.WriteLine(
    $"{name,-28}{1000 / measured.MillisecondsPerPage,10:F0}{measured.MillisecondsPerPage,10:F2}{measured.SlowestMilliseconds,12:F1}{measured.KibibytesPerPage,16:F0}");

static void Parse(byte[] page)
{
    var document = new HtmlDocument();
    document.Load(new MemoryStream(page), Encoding.UTF8);
}

static Page? PageOf(byte[] page) => PageReader.Read(page, ReadingLimits.Default).Page;

static Article? ArticleOf(Page? page) => page is null ? null : ArticleReader.Read(page, ReadingLimits.Default);

static void Facts(Article? article, PageData data)
{
    if (article is not null)
    {
        FactReader.Read(article, data, ReadingLimits.Default);
    }
}

static byte[] Load(string file)
{
    using var stream = File.OpenRead(file);
    using var page = new MemoryStream();
    using Stream source = file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    source.CopyTo(page);
    return page.ToArray();
}

static string RuntimeName() => $"{System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}, {(IsOptimised() ? "Release" : "Debug")}";

static bool IsOptimised() => !typeof(ReviewReader).Assembly
    .GetCustomAttributes(typeof(DebuggableAttribute), false)
    .OfType<DebuggableAttribute>()
    .Any(attribute => attribute.IsJITOptimizerDisabled);
