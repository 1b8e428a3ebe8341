using BenchmarkDotNet.Attributes;
using Ingest.Core.Articles;
using Ingest.Core.Pages;

namespace Ingest.Benchmarks.Allocation;

/// <summary>One pass over the pages for each part of the reading; what a part needs is made before, unmeasured.</summary>
public class StageBenchmarks
{
    private readonly IReadOnlyList<byte[]> _pages = Pages;
    private Page?[] _read = [];
    private (Article? Article, PageData Data)[] _articles = [];

    /// <summary>The pages; set before the benchmarks run, which they do in this process.</summary>
    public static IReadOnlyList<byte[]> Pages { get; set; } = [];

    /// <summary>Makes the trees that articles are read from.</summary>
    [IterationSetup(Target = nameof(Article))]
    public void ReadPages() => _read = [.. _pages.Select(Stages.Page)];

    /// <summary>Makes the articles that facts are read from.</summary>
    [IterationSetup(Target = nameof(Facts))]
    public void ReadArticles() => _articles = [.. _pages.Select(Stages.ArticleAndData)];

    /// <summary>The bare parse.</summary>
    [Benchmark(Description = "HtmlAgilityPack parse only")]
    public void Parse()
    {
        foreach (var page in _pages)
        {
            Stages.Parse(page);
        }
    }

    /// <summary>The same by AngleSharp.</summary>
    [Benchmark(Description = "AngleSharp parse only")]
    public void AngleSharp()
    {
        foreach (var page in _pages)
        {
            Stages.AngleSharp(page);
        }
    }

    /// <summary>Bytes to page.</summary>
    [Benchmark(Description = "PageReader.Read")]
    public void Page()
    {
        foreach (var page in _pages)
        {
            Stages.Page(page);
        }
    }

    /// <summary>Page to article.</summary>
    [Benchmark(Description = "ArticleReader.Read")]
    public void Article()
    {
        foreach (var page in _read)
        {
            Stages.Article(page);
        }
    }

    /// <summary>Article to statements.</summary>
    [Benchmark(Description = "FactReader.Read")]
    public void Facts()
    {
        foreach (var article in _articles)
        {
            Stages.Facts(article);
        }
    }
}
