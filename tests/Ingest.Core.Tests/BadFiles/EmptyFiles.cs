using System.Text;

namespace Ingest.Core.Tests.BadFiles;

/// <summary>Files that hold nothing that anybody could see.</summary>
internal static class EmptyFiles
{
    public static readonly IReadOnlyList<BadFile> All =
    [
        Empty("no bytes", []),
        Empty("one space", " "u8),
        Empty("one line break", "\n"u8),
        Empty("line breaks of every kind", "\r\n\r\n\n\r\f\t"u8),
        Empty("zeros", new byte[512]),
        Empty("a byte order mark", "\uFEFF"u8),
        Empty("a byte order mark and white space", "\uFEFF \r\n"u8),
        Empty("a mark of UTF-16", [0xFF, 0xFE]),
        Empty("a mark of UTF-16 big endian", [0xFE, 0xFF]),
        Empty("white space in UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(" \r\n \u00A0")]),
        Empty("white space in UTF-16 big endian", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("\r\n\t ")]),
        Empty("white space in UTF-16 without a mark", Encoding.Unicode.GetBytes(" \r\n".Times(20))),
        Empty("white space in UTF-32", [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes(" \r\n ")]),
        Empty("no-break spaces", "\u00A0\u00A0\n\u00A0"u8),
        Empty("ideographic spaces", "\u3000\u3000\r\n"u8),
        Empty("characters without width", "\u200B\u200B\uFEFF\n"u8),
        Empty("line separators", "\u2028\u2029\u0085"u8),
    ];

    private static BadFile Empty(string name, ReadOnlySpan<byte> bytes)
    {
        var file = bytes.ToArray();
        return new BadFile(name, RejectionReason.Empty, () => file);
    }
}
