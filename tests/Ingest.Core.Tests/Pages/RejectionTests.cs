using System.IO.Compression;
using System.Text;
using Ingest.Core.Pages;

namespace Ingest.Core.Tests.Pages;

public class RejectionTests
{
    public static TheoryData<string, byte[]> NotPages => new()
    {
        { "a PNG image", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] },
        { "a JPEG image", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0x4A, 0x46] },
        { "a GIF image", "GIF89a______"u8.ToArray() },
        { "a WebP image", [.. "RIFF"u8, 1, 2, 3, 4, .. "WEBP"u8] },
        { "a PDF document", "%PDF-1.7 <html><p>not a page</p>"u8.ToArray() },
        { "a ZIP archive", [0x50, 0x4B, 3, 4, 20, 0, 0, 0] },
        { "an old office document", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] },
        { "an RTF document", "{\\rtf1\\ansi text}"u8.ToArray() },
        { "a gzip archive", Gzip("<html><body><p>A page that was packed.</p></body></html>") },
        { "an MP3 sound", [.. "ID3"u8, 4, 0, 0, 0, 0, 0, 0] },
        { "an MP4 video", [0, 0, 0, 24, .. "ftypisom"u8] },
        { "data with zeros", [.. Enumerable.Range(0, 400).Select(i => (byte)(i * 7 % 23))] },
        { "plain text", "The Salt Orchard opens on a field. 3 < 4 and a > b."u8.ToArray() },
        { "JSON", "{\"title\": \"<p>The Salt Orchard</p>\"}"u8.ToArray() },
        { "a list in JSON", "[{\"title\": \"The Salt Orchard\"}]"u8.ToArray() },
        { "a feed", "<?xml version=\"1.0\"?><!-- a feed --><rss version=\"2.0\"><channel><title>Reviews</title></channel></rss>"u8.ToArray() },
        { "a drawing", "<svg xmlns=\"x\"><text>The Salt Orchard</text></svg>"u8.ToArray() },
        { "a web archive", "MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html>"u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(NotPages))]
    public void What_is_no_page_is_rejected_with_advice(string kind, byte[] bytes)
    {
        var rejection = PageReader.Read(bytes, ReadingLimits.Default).Rejection;

        Assert.Equal((kind, RejectionReason.NotHtml), (kind, rejection?.Reason));
        Assert.EndsWith(".", rejection!.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    [InlineData("\uFEFF \n")]
    public void A_file_without_text_is_empty(string text) =>
        Assert.Equal(RejectionReason.Empty, PageReader.Read(Encoding.UTF8.GetBytes(text), ReadingLimits.Default).Rejection?.Reason);

    [Fact]
    public void A_file_over_the_limit_is_too_large_and_one_at_the_limit_is_not()
    {
        var page = "<p>The Salt Orchard opens on a field.</p>"u8.ToArray();

        Assert.Null(PageReader.Read(page, ReadingLimits.Default with { MaxFileBytes = page.Length }).Rejection);
        Assert.Equal(RejectionReason.TooLarge, PageReader.Read(page, ReadingLimits.Default with { MaxFileBytes = page.Length - 1 }).Rejection?.Reason);
    }

    [Fact]
    public void Text_in_a_charset_that_nobody_knows_is_unreadable()
    {
        var page = Encoding.Latin1.GetBytes("<meta charset=x-unheard-of><p>caf\u00E9 \u00FF\u00FE\u00E8 caf\u00E9 caf\u00E9</p>");

        Assert.Equal(RejectionReason.UnreadableCharset, PageReader.Read(page, ReadingLimits.Default).Rejection?.Reason);
    }

    [Theory]
    [InlineData("<p>One paragraph and nothing else around it.</p>")]
    [InlineData("<!doctype html>Text right after the declaration.")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE html><html xmlns=\"x\"><body><p>XHTML.</p></body></html>")]
    [InlineData("[edit] <p>A page may begin with a bracket.</p>")]
    [InlineData("<html><body><p>A page that was cut off in the mid")]
    public void A_page_of_any_quality_is_a_page(string page) =>
        Assert.NotNull(PageReader.Read(Encoding.UTF8.GetBytes(page), ReadingLimits.Default).Page);

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionMode.Compress))
        {
            zip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
