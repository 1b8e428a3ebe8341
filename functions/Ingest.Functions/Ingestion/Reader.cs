using Ingest.Core;

namespace Ingest.Functions.Ingestion;

/// <summary>What reads files.</summary>
/// <param name="Version">Changes whenever the same bytes may be read differently.</param>
/// <param name="Read">Reads; pure.</param>
internal sealed record Reader(int Version, Func<ReadOnlyMemory<byte>, ReadingLimits, ReviewReading> Read)
{
    /// <summary>The one that the app is made for.</summary>
    public static Reader Default { get; } = new(ReviewReader.Version, ReviewReader.Read);
}
