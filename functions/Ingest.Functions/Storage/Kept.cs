namespace Ingest.Functions.Storage;

/// <summary>Keeps what was read for a while, so that however many ask, reading it takes a small part of the time.</summary>
/// <param name="read">Reads it.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class Kept<T>(Func<CancellationToken, Task<T>> read, TimeProvider clock)
{
    // It is kept so many times as long as reading it took.
    private const int TimesAsLong = 5;

    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private Task<Reading>? reading;
    private Reading? last;

    private Reading? Fresh => Volatile.Read(ref last) is { } kept && clock.GetUtcNow() < kept.Until ? kept : null;

    /// <summary>What was read a moment ago, or is read now; several that ask at once wait for one reading.</summary>
    public async Task<T> ReadAsync(CancellationToken cancellationToken) =>
        (Fresh ?? await Current().WaitAsync(cancellationToken)).Value;

    private Task<Reading> Current()
    {
        lock (gate)
        {
            return Fresh is { } kept ? Task.FromResult(kept)
                : reading is { IsCompleted: false } running ? running
                : reading = BeginAsync();
        }
    }

    // Whoever asked first may go away while others wait.
    private async Task<Reading> BeginAsync()
    {
        var started = clock.GetTimestamp();
        var value = await read(CancellationToken.None);
        var keep = clock.GetElapsedTime(started) * TimesAsLong;
        var done = new Reading(value, clock.GetUtcNow() + (keep > Least ? keep : Least));
        Volatile.Write(ref last, done);
        return done;
    }

    private sealed record Reading(T Value, DateTimeOffset Until);
}
