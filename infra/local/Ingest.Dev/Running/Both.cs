namespace Ingest.Dev.Running;

/// <summary>Two jobs at a time.</summary>
internal static class Both
{
    /// <summary>Runs both; when one fails the other is cancelled, and the failure of the first is thrown once both ended.</summary>
    public static async Task Async(
        Func<CancellationToken, Task> first, Func<CancellationToken, Task> second, CancellationToken cancellation)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var (one, other) = (first(both.Token), second(both.Token));
        var sooner = await Task.WhenAny(one, other);
        if (!sooner.IsCompletedSuccessfully)
        {
            await both.CancelAsync();
        }

        var later = sooner == one ? other : one;
        await later.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await sooner;
        await later;
    }
}
