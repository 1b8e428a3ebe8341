namespace Ingest.Functions.Storage;

/// <summary>A film's profile as it is served, or where its film has gone.</summary>
/// <param name="Json">The profile as UTF-8 JSON; null when the film has another id now.</param>
/// <param name="ContentHash">SHA-256 of the JSON, hexadecimal; empty without it.</param>
/// <param name="RedirectTo">The film's present id; null when it is the one asked for.</param>
internal sealed record StoredProfile(byte[]? Json, string ContentHash, string? RedirectTo)
{
    /// <summary>The JSON as gzip, as it is stored; empty without it.</summary>
    public ReadOnlyMemory<byte> Gzip { get; init; }

    /// <summary>About the bytes that it takes in memory.</summary>
    public long Size => (Json?.Length ?? 0) + Gzip.Length + 500;
}
