using System.Buffers;
using System.Globalization;
using System.Text;

namespace Ingest.Core.Pages;

/// <summary>Bytes to text: byte order marks, declarations, and what the bytes themselves show when a page declares nothing
/// or the wrong thing.</summary>
internal static class Charset
{
    // The standard asks for 1,024 bytes; pages with long comments or scripts before their declaration exist.
    private const int DeclarationWindow = 16 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly SearchValues<byte> NonAscii = SearchValues.Create([.. Enumerable.Range(0x80, 0x80).Select(b => (byte)b)]);

    /// <summary>The text of the bytes without a byte order mark; null when they are text in no charset that could be told.</summary>
    public static string? Decode(ReadOnlySpan<byte> file)
    {
        if (FromMark(file) is { } marked)
        {
            return marked;
        }

        if (Utf16Without(file) is { } utf16)
        {
            return Readable(utf16.GetString(file));
        }

        if (file.IndexOfAny(NonAscii) < 0 && file.IndexOf((byte)0x1B) < 0)
        {
            return Encoding.ASCII.GetString(file);
        }

        var declaration = Declaration.In(file[..Math.Min(file.Length, DeclarationWindow)]);
        var declared = declaration.Charset is { } name ? Named(name) : null;
        var isOther = declared is not null && !declared.IsSingleByte && declared.CodePage != Utf8.CodePage;
        if (!isOther && System.Text.Unicode.Utf8.IsValid(file))
        {
            return Utf8.GetString(file);
        }

        var (multibyte, invalid) = CountUtf8(file);
        if (invalid == 0 && multibyte > 0 && (declared is null || declared.IsSingleByte || multibyte > 3 || declared.CodePage == Utf8.CodePage))
        {
            return Utf8.GetString(file);
        }

        // By chance, bytes of other charsets are rarely valid; a page may hold a comment or two in another one.
        var unknown = declaration.Charset is not null && declared is null;
        var most = declared is null || declared.CodePage == Utf8.CodePage ? 2 : 20;
        if (multibyte > most * invalid && (declared is null || declared.IsSingleByte || declared.CodePage == Utf8.CodePage))
        {
            return Readable(Utf8.GetString(file));
        }

        if (unknown)
        {
            return null;
        }

        if (declared is not null && declared.CodePage != Utf8.CodePage && Readable(LegacyCharset.Meant(declared, file).GetString(file)) is { } text)
        {
            return text;
        }

        return Readable((LegacyCharset.Guess(file, declaration.Language) ?? LegacyCharset.Western).GetString(file));
    }

    /// <summary>The encoding that browsers use for a label; null when the label is unknown.</summary>
    internal static Encoding? Named(string label)
    {
        var name = label.Trim().ToLowerInvariant();
        switch (name)
        {
            case "utf-8" or "utf8" or "unicode-1-1-utf-8" or "utf-16" or "utf-16le" or "utf-16be" or "unicode":
                // A declaration that could be read as ASCII cannot be UTF-16; the standard takes it for UTF-8.
                return Utf8;
            case "iso-8859-1" or "iso8859-1" or "iso_8859-1" or "latin1" or "latin-1" or "l1" or "ascii" or "us-ascii" or "ansi"
                or "cp1252" or "x-cp1252":
                return LegacyCharset.OfPage(1252);
            case "iso-8859-9" or "iso8859-9" or "latin5" or "l5":
                return LegacyCharset.OfPage(1254);
            case "iso-8859-11" or "tis-620" or "iso8859-11":
                return LegacyCharset.OfPage(874);
            case "euc-kr" or "euckr" or "ks_c_5601-1987" or "ks_c_5601-1989" or "ksc5601" or "ksc_5601" or "korean" or "cp949" or "uhc"
                or "ms949" or "windows-949" or "x-windows-949":
                return LegacyCharset.OfPage(949);
            case "gb2312" or "gb_2312-80" or "gbk" or "x-gbk" or "gb18030" or "chinese" or "cp936" or "windows-936" or "euc-cn":
                return LegacyCharset.OfPage(54936);
            case "big5" or "big5-hkscs" or "x-x-big5" or "big-5" or "cp950":
                return LegacyCharset.OfPage(950);
            case "shift_jis" or "shift-jis" or "sjis" or "x-sjis" or "ms_kanji" or "windows-31j" or "cp932" or "ms932":
                return LegacyCharset.OfPage(932);
            case "euc-jp" or "eucjp" or "x-euc-jp":
                return LegacyCharset.OfPage(51932);
            case "utf-7" or "unicode-1-1-utf-7" or "csunicode11utf7":
                return null;
        }

        if (name.StartsWith("cp125", StringComparison.Ordinal) || name.StartsWith("x-cp125", StringComparison.Ordinal))
        {
            name = "windows-" + name[(name.IndexOf("cp", StringComparison.Ordinal) + 2)..];
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? FromMark(ReadOnlySpan<byte> file) => file switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Readable(Utf8.GetString(file[3..])),
        [0xFF, 0xFE, 0x00, 0x00, ..] when file.Length % 4 == 0 => Readable(Encoding.UTF32.GetString(file[4..])),
        [0x00, 0x00, 0xFE, 0xFF, ..] when file.Length % 4 == 0 => Readable(new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetString(file[4..])),
        [0xFF, 0xFE, ..] => Readable(Encoding.Unicode.GetString(file[2..])),
        [0xFE, 0xFF, ..] => Readable(Encoding.BigEndianUnicode.GetString(file[2..])),
        _ => null,
    };

    // Markup is ASCII, so in UTF-16 every other byte of a page's beginning is zero.
    private static UnicodeEncoding? Utf16Without(ReadOnlySpan<byte> file)
    {
        var head = file[..Math.Min(file.Length & ~1, 512)];
        int even = 0, odd = 0;
        for (var i = 0; i < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }

        // Pages whose head is in a script of its own have fewer zeros, but begin as markup does.
        var pairs = head.Length / 2;
        return pairs < 4 ? null
            : head.StartsWith("<\0!\0"u8) || head.StartsWith("<\0h\0t\0"u8) ? new UnicodeEncoding(bigEndian: false, byteOrderMark: false)
            : head.StartsWith("\0<\0!"u8) || head.StartsWith("\0<\0h\0t"u8) ? new UnicodeEncoding(bigEndian: true, byteOrderMark: false)
            : odd * 10 > pairs * 6 && even * 20 < pairs ? new UnicodeEncoding(bigEndian: false, byteOrderMark: false)
            : even * 10 > pairs * 6 && odd * 20 < pairs ? new UnicodeEncoding(bigEndian: true, byteOrderMark: false)
            : null;
    }

    // A file that was cut off inside its last character is as valid as it was before the cut.
    private static (int Multibyte, int Invalid) CountUtf8(ReadOnlySpan<byte> file)
    {
        int multibyte = 0, invalid = 0;
        while (true)
        {
            var next = file.IndexOfAny(NonAscii);
            if (next < 0)
            {
                return (multibyte, invalid);
            }

            file = file[next..];
            var status = Rune.DecodeFromUtf8(file, out _, out var consumed);
            if (status == OperationStatus.Done)
            {
                multibyte++;
            }
            else if (status == OperationStatus.InvalidData)
            {
                invalid++;
            }

            file = file[Math.Max(consumed, 1)..];
        }
    }

    // Text of which a tenth and more is not characters was decoded with the wrong charset, or never was text.
    private static string? Readable(string text)
    {
        int broken = 0, visible = 0;
        foreach (var c in text)
        {
            if (c <= ' ')
            {
                broken += c is '\t' or '\n' or '\r' or '\f' or ' ' ? 0 : 1;
                continue;
            }

            visible++;
            if (c == '\uFFFD' || (c >= '\x7F' && c < '\xA0') || (c >= '\uE000' && c <= '\uF8FF'))
            {
                broken++;
            }
        }

        return broken * 10 <= visible ? text : null;
    }

    /// <summary>What the first bytes of a page declare about its text.</summary>
    private readonly record struct Declaration(string? Charset, string? Language)
    {
        private static readonly SearchValues<char> ValueEnds = SearchValues.Create("\"';,> \t\r\n/?");

        public static Declaration In(ReadOnlySpan<byte> head)
        {
            // Every charset that is found by its declaration has ASCII at its base.
            var text = Encoding.Latin1.GetString(head);
            return new Declaration(FromMeta(text) ?? FromXml(text), LanguageOf(text));
        }

        private static string? FromXml(string text)
        {
            if (!text.TrimStart().StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }

            var start = text.IndexOf("<?xml", StringComparison.OrdinalIgnoreCase);
            var end = text.IndexOf("?>", start, StringComparison.Ordinal);
            return end < 0 ? null : ValueAfter(text.AsSpan(start, end - start), "encoding");
        }

        private static string? FromMeta(string text)
        {
            for (var at = 0; (at = text.IndexOf("<meta", at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
            {
                var end = text.IndexOf('>', at);
                var tag = text.AsSpan(at, (end < 0 ? text.Length : end) - at);
                if (ValueAfter(tag, "charset") is { Length: > 0 } charset)
                {
                    return charset;
                }
            }

            return null;
        }

        private static string? LanguageOf(string text)
        {
            var at = text.IndexOf("<html", StringComparison.OrdinalIgnoreCase);
            var end = at < 0 ? -1 : text.IndexOf('>', at);
            var language = end < 0 ? null : ValueAfter(text.AsSpan(at, end - at), "lang");
            at = text.IndexOf("content-language", StringComparison.OrdinalIgnoreCase);
            end = at < 0 ? -1 : text.IndexOf('>', at);
            return language ?? (end < 0 ? null : ValueAfter(text.AsSpan(at + "content-language".Length, end - at - "content-language".Length), "content"));
        }

        private static string? ValueAfter(ReadOnlySpan<char> tag, string name)
        {
            while (tag.IndexOf(name, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
            {
                tag = tag[(at + name.Length)..].TrimStart();
                if (tag is ['=', ..])
                {
                    var value = tag[1..].TrimStart().TrimStart("\"'").TrimStart();
                    var stop = value.IndexOfAny(ValueEnds);
                    return (stop < 0 ? value : value[..stop]).ToString();
                }
            }

            return null;
        }
    }
}
