using System.Buffers;
using System.Collections.Immutable;
using HtmlAgilityPack;

namespace Ingest.Core.Pages;

/// <summary>From bytes to a page: charset, guard against hostile nesting, parse, the page's data about itself.</summary>
public static class PageReader
{
    private const string EmptyAdvice = "The file is empty; drop it again once it has been written completely.";

    private static readonly SearchValues<byte> Blank = SearchValues.Create(" \t\r\n\f\0"u8);

    /// <summary>Reads bytes as a page. Linear in their number; does not throw on any bytes.</summary>
    public static PageReading Read(ReadOnlyMemory<byte> file, ReadingLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);

        var bytes = file.Span;
        if (bytes.Length > limits.MaxFileBytes)
        {
            return Rejected(
                RejectionReason.TooLarge,
                $"The file has {bytes.Length} bytes, more than the {limits.MaxFileBytes} that are read; save the page without the images and scripts embedded in it.");
        }

        if (IsBlank(bytes))
        {
            return Rejected(RejectionReason.Empty, EmptyAdvice);
        }

        if (FileSignature.KindOf(bytes) is { } kind)
        {
            return Rejected(RejectionReason.NotHtml, $"The file is {kind}, not a web page; drop the review's page saved as HTML.");
        }

        var text = Charset.Decode(bytes);
        if (text is not null && IsBlank(text))
        {
            return Rejected(RejectionReason.Empty, EmptyAdvice);
        }

        if (text is null || MarkupCheck.IsBinary(text))
        {
            return MarkupCheck.IsBinary(bytes)
                ? Rejected(RejectionReason.NotHtml, "The file is binary data, not a web page; drop the review's page saved as HTML.")
                : Rejected(RejectionReason.UnreadableCharset, "The charset of the file's text could not be told; save the page as UTF-8 and drop it again.");
        }

        if (MarkupCheck.WhyNot(text) is { } advice)
        {
            return Rejected(RejectionReason.NotHtml, advice);
        }

        return new PageReading(Build(text, limits), null);
    }

    private static Page Build(string text, ReadingLimits limits)
    {
        text = text.Contains('\0', StringComparison.Ordinal) ? text.Replace("\0", "", StringComparison.Ordinal) : text;
        var guarded = MarkupGuard.Guard(text, limits.MaxElements);
        var document = new HtmlDocument
        {
            OptionCheckSyntax = false,
            OptionReadEncoding = false,
            OptionDefaultUseOriginalName = false,
        };
        document.LoadHtml(guarded.Markup);
        var outline = OutlineReader.Read(document.DocumentNode);
        var data = new PageData
        {
            JsonLd = JsonLd.Read(guarded.Scripts, out var isAllData),
            Microdata = [.. outline.Microdata],
            CreditLines = CreditLines.Read(outline),
            Meta = outline.Meta.ToImmutableDictionary(StringComparer.Ordinal),
        };
        return new Page(document, data) { Scripts = [.. guarded.Scripts], Outline = outline, IsCut = guarded.IsCut || !isAllData };
    }

    private static bool IsBlank(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
        {
            bytes = bytes[3..];
        }

        return bytes.IndexOfAnyExcept(Blank) < 0;
    }

    // White space of every script, in whatever charset it was written.
    private static bool IsBlank(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && !VisibleText.IsJunk(c) && c != '\0')
            {
                return false;
            }
        }

        return true;
    }

    private static PageReading Rejected(RejectionReason reason, string advice) => new(null, new Rejection(reason, advice));
}
