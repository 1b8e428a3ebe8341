using Ingest.Functions.Ingestion;

namespace Ingest.Functions.Storage;

/// <summary>A dropped file.</summary>
/// <param name="ETag">Its version, without quotes.</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="Content">Its bytes; null when they are more than was asked for.</param>
/// <param name="Hash">SHA-256 of the bytes, 64 hexadecimal digits; empty without them.</param>
internal sealed record StoredFile(string ETag, long Length, ReadOnlyMemory<byte>? Content, string Hash)
{
    /// <summary>What reading its content takes of all that may be read at once; null without content.</summary>
    public ReadingShare? Share { get; init; }

    /// <summary>A file that is listed and cannot be asked for.</summary>
    public static StoredFile OutOfReach { get; } = new("out of reach", 0, null, "");
}
