using System.IO.Compression;

namespace Ingest.Core.Tests.BadFiles;

/// <summary>Other formats, by the bytes they begin with; most are named as if they were pages.</summary>
internal static class BinaryFiles
{
    // What stands behind the signature of most: never what the format asks for, always enough markup to mislead.
    private static readonly byte[] Rest = [.. Made.Noise(700), .. Made.Page.Utf8(), .. Made.Noise(300)];

    public static readonly IReadOnlyList<BadFile> All =
    [
        Kind("PNG image", [0x89, .. "PNG\r\n\x1A\n"u8, 0, 0, 0, 13]),
        Kind("JPEG image", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8]),
        Kind("JPEG image from a camera", [0xFF, 0xD8, 0xFF, 0xE1, 0, 16, .. "Exif\0"u8]),
        Kind("GIF image", "GIF89a\x01\0\x01\0"u8),
        Kind("old GIF image", "GIF87a\x01\0\x01\0"u8),
        Kind("WebP image", [.. "RIFF"u8, 1, 2, 3, 0, .. "WEBPVP8 "u8]),
        Kind("AVIF image", [0, 0, 0, 28, .. "ftypavif"u8]),
        Kind("HEIC image", [0, 0, 0, 24, .. "ftypheic"u8]),
        Kind("TIFF image", [0x49, 0x49, 0x2A, 0]),
        Kind("TIFF image big endian", [0x4D, 0x4D, 0, 0x2A]),
        Kind("BMP image", [.. "BM"u8, 1, 2, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0]),
        Kind("icon", [0, 0, 1, 0, 1, 0, 16, 16]),
        Kind("cursor", [0, 0, 2, 0, 1, 0, 16, 16]),
        Kind("Photoshop image", "8BPS\0\x01\0\0"u8),
        Kind("JPEG XL image", [0xFF, 0x0A, 0xFA, 0x7F]),
        Kind("DjVu document", "AT&TFORM\0\0\x01\0DJVM"u8),
        Kind("PDF document", "%PDF-1.7\n%"u8),
        Kind("PostScript document", "%!PS-Adobe-3.0\n"u8),
        Kind("RTF document", "{\\rtf1\\ansi\\deff0 {\\fonttbl}"u8),
        Kind("old Word document", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        Kind("help file", "ITSF\x03\0\0\0"u8),
        Kind("gzip archive", [0x1F, 0x8B, 8, 0]),
        Kind("bzip2 archive", "BZh91AY&SY"u8),
        Kind("xz archive", [0xFD, .. "7zXZ\0"u8]),
        Kind("zstd archive", [0x28, 0xB5, 0x2F, 0xFD]),
        Kind("lz4 archive", [0x04, 0x22, 0x4D, 0x18]),
        Kind("7z archive", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
        Kind("RAR archive", "Rar!\x1A\x07\x01\0"u8),
        Kind("cabinet archive", "MSCF\0\0\0\0"u8),
        Kind("Debian package", "!<arch>\ndebian-binary   "u8),
        Kind("empty ZIP archive", [0x50, 0x4B, 5, 6, .. new byte[18]]),
        Kind("program for Linux", [0x7F, .. "ELF"u8, 2, 1, 1, 0]),
        Kind("program for Windows", [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0]),
        Kind("another program for Windows", [.. "MZ"u8, 0x50, 0, 2, 0, 0, 0]),
        Kind("program for macOS", [0xCF, 0xFA, 0xED, 0xFE, 7, 0, 0, 1]),
        Kind("Java class", [0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 65]),
        Kind("WebAssembly module", [0, .. "asm"u8, 1, 0, 0, 0]),
        Kind("shortcut", [0x4C, 0, 0, 0, 1, 0x14, 2, 0]),
        Kind("MP4 video", [0, 0, 0, 24, .. "ftypisom"u8]),
        Kind("QuickTime video", [0, 0, 0, 20, .. "ftypqt  "u8]),
        Kind("WebM video", [0x1A, 0x45, 0xDF, 0xA3, 1]),
        Kind("Flash video", "FLV\x01\x05"u8),
        Kind("MPEG video", [0, 0, 1, 0xBA, 0x44]),
        Kind("AVI video", [.. "RIFF"u8, 1, 2, 3, 0, .. "AVI LIST"u8]),
        Kind("MP3 sound", "ID3\x04\0\0\0\0"u8),
        Kind("MP3 sound without a tag", [0xFF, 0xFB, 0x90, 0x44]),
        Kind("AAC sound", [0xFF, 0xF1, 0x50, 0x80]),
        Kind("Ogg sound", "OggS\0\x02"u8),
        Kind("FLAC sound", "fLaC\0\0\0\x22"u8),
        Kind("WAV sound", [.. "RIFF"u8, 1, 2, 3, 0, .. "WAVEfmt "u8]),
        Kind("MIDI sound", "MThd\0\0\0\x06"u8),
        Kind("SQLite database", "SQLite format 3\0"u8),
        Kind("Parquet table", "PAR1\x15\x04\x15\x10"u8),
        Kind("TrueType font", [0, 1, 0, 0, 0, 15, 0, 0x80]),
        Kind("OpenType font", "OTTO\0\x0F\0\x80"u8),
        Kind("web font", "wOFF\0\x01\0\0"u8),
        Kind("newer web font", "wOF2\0\x01\0\0"u8),
        Kind("binary property list", "bplist00"u8),
        new("ZIP archive with a page in it", RejectionReason.NotHtml, () => Zip("review.html", Made.Page)),
        new("Word document", RejectionReason.NotHtml, () => Zip("word/document.xml", "<w:document><w:p>The Glass Orchard</w:p></w:document>")),
        new("EPUB book", RejectionReason.NotHtml, () => Zip("mimetype", "application/epub+zip")),
        new("page packed by gzip", RejectionReason.NotHtml, () => Gzip(Made.Page)),
        new("tar archive with a page in it", RejectionReason.NotHtml, () => Tar(Made.Page.Times(40))),
        new("GIF image that is a page too", RejectionReason.NotHtml, () => [.. "GIF89a/*"u8, .. "*/=1;<!-- "u8, .. " -->"u8, .. Made.Page.Utf8()]),
        new("PDF document that is a page too", RejectionReason.NotHtml, () => [.. "%PDF-1.4 <!-- "u8, .. " -->"u8, .. Made.Page.Utf8()]),
        new("JPEG image with a page in its comment", RejectionReason.NotHtml, () => [0xFF, 0xD8, 0xFF, 0xFE, 4, 0, .. Made.Page.Utf8(), 0xFF, 0xD9]),
        new("noise", RejectionReason.NotHtml, () => Made.Noise(5_000)),
        new("noise behind a tag", RejectionReason.NotHtml, () => [.. "<html><body><p>"u8, .. Made.Noise(60_000)]),
        new("noise that looks like seven bits", RejectionReason.NotHtml, () => [.. "<html><body><p>\x1B$B"u8, .. Made.Noise(4_000)]),
        new("numbers in four bytes each", RejectionReason.NotHtml, () => [.. Enumerable.Range(1, 2_000).SelectMany(n => BitConverter.GetBytes(n * 7_919))]),
    ];

    private static BadFile Kind(string name, ReadOnlySpan<byte> beginning)
    {
        byte[] file = [.. beginning, .. Rest];
        return new BadFile(name, RejectionReason.NotHtml, () => file);
    }

    private static byte[] Zip(string name, string text)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            using var entry = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
            entry.Write(text.Utf8());
        }

        return packed.ToArray();
    }

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionMode.Compress))
        {
            zip.Write(text.Utf8());
        }

        return packed.ToArray();
    }

    private static byte[] Tar(string text)
    {
        using var packed = new MemoryStream();
        using (var archive = new System.Formats.Tar.TarWriter(packed))
        {
            archive.WriteEntry(new System.Formats.Tar.UstarTarEntry(System.Formats.Tar.TarEntryType.RegularFile, "review.html") { DataStream = new MemoryStream(text.Utf8()) });
        }

        return packed.ToArray();
    }
}
