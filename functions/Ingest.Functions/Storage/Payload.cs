using System.Globalization;
using System.IO.Compression;
using Azure.Data.Tables;

namespace Ingest.Functions.Storage;

/// <summary>Bytes in an entity: compressed, and cut into as many binary properties as they need.</summary>
internal static class Payload
{
    /// <summary>Most compressed bytes of one entity. The service allows 1 MiB for all of an entity.</summary>
    public const int MaxBytes = 14 * ChunkBytes;

    private const int ChunkBytes = 64 * 1024;
    private const string Prefix = "Data";

    /// <summary>The compressed form.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    /// <summary>Puts compressed bytes into an entity that has none.</summary>
    /// <exception cref="InvalidDataException">They are more than <see cref="MaxBytes"/>.</exception>
    public static void Put(TableEntity entity, byte[] packed)
    {
        if (packed.Length > MaxBytes)
        {
            throw new InvalidDataException(
                $"{packed.Length} compressed bytes do not fit into one row, which takes {MaxBytes}.");
        }

        var chunk = 0;
        for (var at = 0; at < packed.Length; at += ChunkBytes)
        {
            entity[Name(chunk++)] = packed[at..Math.Min(packed.Length, at + ChunkBytes)];
        }
    }

    /// <summary>The bytes of an entity, decompressed; null when it has none.</summary>
    public static byte[]? Read(TableEntity entity) => Unpack(Packed(entity));

    /// <summary>The bytes of an entity as they are, in gzip's form; empty when it has none.</summary>
    public static byte[] Packed(TableEntity entity)
    {
        using var packed = new MemoryStream();
        for (var chunk = 0; entity.GetBinary(Name(chunk)) is { } bytes; chunk++)
        {
            packed.Write(bytes);
        }

        return packed.ToArray();
    }

    /// <summary>Compressed bytes, decompressed; null of none.</summary>
    public static byte[]? Unpack(byte[] packed)
    {
        if (packed.Length == 0)
        {
            return null;
        }

        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var content = new MemoryStream();
        gzip.CopyTo(content);
        return content.ToArray();
    }

    private static string Name(int chunk) => Prefix + chunk.ToString(CultureInfo.InvariantCulture);
}
