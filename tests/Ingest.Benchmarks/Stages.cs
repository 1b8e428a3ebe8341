using System.Text;
using AngleSharp.Html.Parser;
using HtmlAgilityPack;
using Ingest.Core;
using Ingest.Core.Articles;
using Ingest.Core.Facts;
using Ingest.Core.Pages;

namespace Ingest.Benchmarks;

/// <summary>The parts of reading a review, each of which can be measured alone.</summary>
internal static class Stages
{
    /// <summary>The yardstick: what HtmlAgilityPack needs to make a tree of the bytes.</summary>
    public static void Parse(byte[] page)
    {
        var document = new HtmlDocument();
        document.Load(new MemoryStream(page), Encoding.UTF8);
    }

    /// <summary>What another well-kept parser needs for the same.</summary>
    public static void AngleSharp(byte[] page)
    {
        using var document = new HtmlParser().ParseDocument(new MemoryStream(page));
    }

    /// <summary>The page; null where it is rejected.</summary>
    public static Page? Page(byte[] page) => PageReader.Read(page, ReadingLimits.Default).Page;

    /// <summary>The article of a page; null where there is none.</summary>
    public static Article? Article(Page? page) => page is null ? null : ArticleReader.Read(page, ReadingLimits.Default);

    /// <summary>What facts are read from.</summary>
    public static (Article? Article, PageData Data) ArticleAndData(byte[] page) =>
        Page(page) is { } read ? (Article(read), read.Data) : default;

    /// <summary>Reads the facts, where there is an article.</summary>
    public static void Facts((Article? Article, PageData Data) read)
    {
        if (read.Article is { } article)
        {
            FactReader.Read(article, read.Data, ReadingLimits.Default);
        }
    }
}
