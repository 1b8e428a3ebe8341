using System.Globalization;
using Ingest.Benchmarks;
using Ingest.Benchmarks.Allocation;
using Ingest.Benchmarks.ArticleModel;
using Ingest.Benchmarks.Comparison;
using Ingest.Benchmarks.Held;
using Ingest.Core;

const string Usage = """
    Reads every *.html, *.htm and *.html.gz of a folder again and again, on one thread, and prints pages a second: the
    bare parsing of the bytes by HtmlAgilityPack, each part of the reading of a review, and the whole reading.

    usage: Ingest.Benchmarks DIR [SECONDS]
           Ingest.Benchmarks articles DIR [SECONDS [READABILITY]]
           Ingest.Benchmarks memory DIR
           Ingest.Benchmarks held MIB TIMES [SHAPE...]
           Ingest.Benchmarks features DIR OUT

      SECONDS  how long each is measured, after a warm-up of a third of that     (6; articles 10)
      articles the extraction of articles beside the bare parse and, where its packages are
               installed in the folder READABILITY, beside Readability, each in a process of its own
      memory   what each part of the reading allocates, as BenchmarkDotNet measures it
      held     how many times their own size pages of MIB megabytes hold while they are read, for several
               shapes of page; fails when it is more than TIMES. With shapes named: only whether it is more
      OUT      with "features": writes OUT.jsonl and OUT.f32, what the article model is trained on
    """;

if (args is ["articles" or "memory", var pagesOf, ..] && (!Directory.Exists(pagesOf) || PageFiles.In(pagesOf).Count == 0))
{
    return Without(pagesOf);
}

switch (args)
{
    case ["features", var trained, var output]:
        FeatureDump.Write(PageFiles.In(trained).Select(file => (Path.GetFileName(file).Split('.')[0], PageFiles.Load(file))), output);
        return 0;
    case ["articles", var compared, .. { Length: <= 2 } options] when SecondsOf(options, 10) is { } time:
        return await ArticleComparison.RunAsync(PageFiles.In(compared), time, options.ElementAtOrDefault(1));
    case [PartRun.Verb, var part, var given] when SecondsOf([given], 0) is { } time:
        PartRun.Run(part, time);
        return 0;
    case ["held", var size, var times, .. var shapes] when int.TryParse(size, CultureInfo.InvariantCulture, out var mebibytes) && int.TryParse(times, CultureInfo.InvariantCulture, out var allowed):
        return await HeldMemory.PrintAsync(mebibytes, allowed, shapes, exactly: shapes.Length == 0) ? 0 : 1;
    case [HeldMemory.Verb, var shape, var given] when int.TryParse(given, CultureInfo.InvariantCulture, out var mebibytes):
        return HeldMemory.Hold(shape, mebibytes);
    case ["memory", var measured]:
        return StageAllocations.Run(PageFiles.In(measured));
}

if (args is not [var folder, .. { Length: <= 1 } rest] || SecondsOf(rest, 6) is not { } limit)
{
    Console.WriteLine(Usage);
    return args is ["--help"] ? 0 : 2;
}

var pages = PageFiles.In(folder).Select(PageFiles.Load).ToList();
if (pages.Count == 0)
{
    return Without(folder);
}

Console.WriteLine($"{pages.Count} pages, {pages.Sum(page => page.LongLength) / 1024.0 / pages.Count:F1} KiB on average, one thread, {RuntimeName.Text}");
Console.WriteLine();
Console.WriteLine($"{"",-28}{"pages/s",10}{"ms/page",10}{"slowest ms",12}{"KiB alloc/page",16}");
var parse = Throughput.Measure(pages, Stages.Parse, limit);
Print("HtmlAgilityPack parse only", parse);
Print("PageReader.Read", Throughput.Measure(pages, page => Stages.Page(page), limit));
Print("ArticleReader.Read", Throughput.Measure(pages, Stages.Page, page => Stages.Article(page), limit));
var facts = Throughput.Measure(pages, Stages.ArticleAndData, Stages.Facts, limit);
Print("FactReader.Read", facts);
var whole = Throughput.Measure(pages, page => ReviewReader.Read(page, ReadingLimits.Default), limit);
Print("ReviewReader.Read", whole);
Console.WriteLine();
Console.WriteLine($"Recognising facts takes {facts.MillisecondsPerPage / parse.MillisecondsPerPage:F2} times as long as parsing the page, the whole reading {whole.MillisecondsPerPage / parse.MillisecondsPerPage:F1} times.");
return 0;

static void Print(string name, Throughput measured) => Console.WriteLine(
    $"{name,-28}{1000 / measured.MillisecondsPerPage,10:F0}{measured.MillisecondsPerPage,10:F2}{measured.SlowestMilliseconds,12:F1}{measured.KibibytesPerPage,16:F0}");

static int Without(string folder)
{
    Console.Error.WriteLine($"Ingest.Benchmarks: there are no pages in '{folder}'.");
    return 2;
}

static TimeSpan? SecondsOf(string[] arguments, double otherwise) =>
    !double.TryParse(arguments.FirstOrDefault($"{otherwise}"), CultureInfo.InvariantCulture, out var seconds) || seconds is not (>= 0 and < 86_400)
        ? null
        : TimeSpan.FromSeconds(seconds);
