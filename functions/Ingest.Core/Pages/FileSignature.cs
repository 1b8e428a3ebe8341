using System.Text;

namespace Ingest.Core.Pages;

/// <summary>Tells formats that are no web page by the bytes they begin with.</summary>
internal static class FileSignature
{
    private static readonly (string Kind, int Offset, byte[] Bytes)[] Known =
    [
        ("a PNG image", 0, [0x89, 0x50, 0x4E, 0x47]),
        ("a JPEG image", 0, [0xFF, 0xD8, 0xFF]),
        ("a GIF image", 0, Ascii("GIF8")),
        ("a WebP image, a WAV sound or an AVI video", 0, Ascii("RIFF")),
        ("a TIFF image", 0, [0x49, 0x49, 0x2A, 0x00]),
        ("a TIFF image", 0, [0x4D, 0x4D, 0x00, 0x2A]),
        ("an icon", 0, [0x00, 0x00, 0x01, 0x00]),
        ("a cursor", 0, [0x00, 0x00, 0x02, 0x00]),
        ("a Photoshop image", 0, Ascii("8BPS")),
        ("a JPEG XL image", 0, [0xFF, 0x0A]),
        ("a DjVu document", 0, Ascii("AT&TFORM")),
        ("an image or a video", 4, Ascii("ftyp")),
        ("a JPEG 2000 or JPEG XL image", 0, [0x00, 0x00, 0x00, 0x0C]),
        ("a PDF document", 0, Ascii("%PDF")),
        ("a PostScript document", 0, Ascii("%!PS")),
        ("an RTF document", 0, Ascii("{\\rtf")),
        ("a ZIP archive or an office document", 0, [0x50, 0x4B, 0x03, 0x04]),
        ("a ZIP archive", 0, [0x50, 0x4B, 0x05, 0x06]),
        ("an office document", 0, [0xD0, 0xCF, 0x11, 0xE0]),
        ("a gzip archive", 0, [0x1F, 0x8B]),
        ("a bzip2 archive", 0, Ascii("BZh")),
        ("an xz archive", 0, [0xFD, 0x37, 0x7A, 0x58, 0x5A]),
        ("a zstd archive", 0, [0x28, 0xB5, 0x2F, 0xFD]),
        ("a 7z archive", 0, [0x37, 0x7A, 0xBC, 0xAF]),
        ("a RAR archive", 0, Ascii("Rar!")),
        ("an lz4 archive", 0, [0x04, 0x22, 0x4D, 0x18]),
        ("a cabinet archive", 0, Ascii("MSCF\0")),
        ("a tar archive", 257, Ascii("ustar")),
        ("an archive", 0, Ascii("!<arch>\n")),
        ("a help file", 0, Ascii("ITSF")),
        ("an MP3 sound", 0, Ascii("ID3")),
        ("an MP3 sound", 0, [0xFF, 0xFB]),
        ("an AAC sound", 0, [0xFF, 0xF1]),
        ("an Ogg sound or video", 0, Ascii("OggS")),
        ("a FLAC sound", 0, Ascii("fLaC")),
        ("a MIDI sound", 0, Ascii("MThd")),
        ("a Matroska or WebM video", 0, [0x1A, 0x45, 0xDF, 0xA3]),
        ("an MPEG video", 0, [0x00, 0x00, 0x01, 0xBA]),
        ("a Flash video", 0, Ascii("FLV\x01")),
        ("a font", 0, Ascii("wOFF")),
        ("a font", 0, Ascii("wOF2")),
        ("a font", 0, Ascii("OTTO\0")),
        ("a font", 0, [0x00, 0x01, 0x00, 0x00]),
        ("a program", 0, [0x7F, 0x45, 0x4C, 0x46]),
        ("a program", 0, [0x4D, 0x5A, 0x90, 0x00]),
        ("a program", 0, [0x4D, 0x5A, 0x50, 0x00]),
        ("a program", 0, [0xCF, 0xFA, 0xED, 0xFE]),
        ("a program", 0, [0xCA, 0xFE, 0xBA, 0xBE]),
        ("a program", 0, [0x00, 0x61, 0x73, 0x6D]),
        ("a shortcut", 0, [0x4C, 0x00, 0x00, 0x00]),
        ("a database", 0, Ascii("SQLite format 3")),
        ("a table of data", 0, Ascii("PAR1")),
        ("a property list", 0, Ascii("bplist00")),
    ];

    /// <summary>What the bytes are, such as "a PNG image"; null when they begin like no known format.</summary>
    public static string? KindOf(ReadOnlySpan<byte> file)
    {
        foreach (var (kind, offset, bytes) in Known)
        {
            if (file.Length > offset && file[offset..].StartsWith(bytes))
            {
                return kind;
            }
        }

        // "BM" alone would take a text that begins so; the reserved zeros of the header tell the image.
        return file is [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] ? "a bitmap image" : null;
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
