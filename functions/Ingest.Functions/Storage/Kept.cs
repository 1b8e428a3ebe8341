namespace Ingest.Functions.Storage;

/// <summary>Keeps what was read for a while, so that however many ask, reading it takes a small part of the time.</summary>
/// <param name="read">Reads it.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class Kept<T>(Func<CancellationToken, Task<T>> read, TimeProvider clock) : IDisposable
{
    // It is kept so many times as long as reading it took.
    private const int TimesAsLong = 5;

    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim one = new(1);
    private Reading? last;

    /// <summary>What was read a moment ago, or is read now; several that ask at once wait for one reading.</summary>
    public async Task<T> ReadAsync(CancellationToken cancellationToken)
    {
        if (Fresh is { } kept)
        {
            return kept.Value;
        }

        await one.WaitAsync(cancellationToken);
        try
        {
            if (Fresh is { } meanwhile)
            {
                return meanwhile.Value;
            }

            var started = clock.GetTimestamp();
            var value = await read(cancellationToken);
            var took = clock.GetElapsedTime(started);
            last = new(value, clock.GetUtcNow() + (took * TimesAsLong > Least ? took * TimesAsLong : Least));
            return value;
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();

    private Reading? Fresh => Volatile.Read(ref last) is { } reading && clock.GetUtcNow() < reading.Until ? reading : null;

    private sealed record Reading(T Value, DateTimeOffset Until);
}
