using System.Collections.Concurrent;
using Ingest.Functions.Ingestion;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Storage;

/// <summary>Profiles that were read a moment ago, so that a film that many ask for is read about once a second.</summary>
/// <remarks>What this instance writes is forgotten here at once; what others write is seen when the time is over. Ids that no
/// film has are not kept.</remarks>
internal sealed class FilmCache(IOptions<IngestOptions> options) : IDisposable
{
    private const long MaxBytes = 64 << 20;

    private readonly TimeSpan lifetime = options.Value.FilmCacheFor;
    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MaxBytes });
    private readonly ConcurrentDictionary<string, Lazy<Task<StoredProfile?>>> reading = new(StringComparer.Ordinal);

    /// <summary>The kept profile of a partition, or what reading it gives; those who ask at once read it once.</summary>
    public async Task<StoredProfile?> GetAsync(
        string partition, Func<CancellationToken, Task<StoredProfile?>> read, CancellationToken cancellationToken)
    {
        if (lifetime == TimeSpan.Zero)
        {
            return await read(cancellationToken);
        }

        return kept.TryGetValue(partition, out StoredProfile? profile)
            ? profile
            : await ReadingOf(partition, read).Value.WaitAsync(cancellationToken);
    }

    /// <summary>Forgets a partition, which is about to be written or has been.</summary>
    public void Forget(string partition)
    {
        // A reading that has begun may have seen what was there before: who asks from now on reads anew.
        reading.TryRemove(partition, out _);
        kept.Remove(partition);
    }

    public void Dispose() => kept.Dispose();

    private Lazy<Task<StoredProfile?>> ReadingOf(string partition, Func<CancellationToken, Task<StoredProfile?>> read)
    {
        Lazy<Task<StoredProfile?>>? own = null;
        own = new(() => ReadAsync(own!));
        return reading.GetOrAdd(partition, own);

        async Task<StoredProfile?> ReadAsync(Lazy<Task<StoredProfile?>> self)
        {
            StoredProfile? profile = null;
            try
            {
                // Whoever asked first may go away while others wait.
                return profile = await read(CancellationToken.None);
            }
            finally
            {
                // Kept before the reading ends, and only if nothing was written meanwhile.
                if (reading.TryGetValue(partition, out var current) && current == self && profile is not null)
                {
                    kept.Set(partition, profile, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = lifetime, Size = profile.Size });

                    // Forgotten between the two: it may be what was there before.
                    if (!reading.TryGetValue(partition, out current) || current != self)
                    {
                        kept.Remove(partition);
                    }
                }

                reading.TryRemove(new(partition, self));
            }
        }
    }
}
