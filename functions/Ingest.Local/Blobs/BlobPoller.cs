using System.Collections.Concurrent;
using System.Diagnostics;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ingest.Local.Functions;
using Ingest.Local.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ingest.Local.Blobs;

/// <summary>
/// Calls one function for every new version of every blob of a container, at least once: it lists the container again and
/// again, and a version is settled only by the receipt written after its run.
/// </summary>
/// <param name="slots">Shared by all pollers: how many functions may run at a time.</param>
internal sealed class BlobPoller(
    BlobFunction function,
    BlobContainerClient container,
    ReceiptStore receipts,
    SemaphoreSlim slots,
    HostJson host,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<BlobPoller> log)
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Busy = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(0.5);

    // For a function that is told to end, to hand back what it was at; the host waits for five seconds more than the grace.
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(4);

    private readonly ConcurrentDictionary<string, Task> _running = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> _retries = new();
    private bool _away;

    /// <summary>
    /// Polls until <paramref name="stopping"/>, then lets running functions finish for the grace time; what is unfinished
    /// after it has no receipt and runs again at the next start.
    /// </summary>
    public async Task RunAsync(TimeSpan grace, CancellationToken stopping)
    {
        using var work = new CancellationTokenSource();
        var loaded = false;
        while (!stopping.IsCancellationRequested)
        {
            var started = Stopwatch.GetTimestamp();
            var found = 0;
            try
            {
                if (!loaded)
                {
                    await receipts.LoadAsync(stopping);
                    loaded = true;
                }

                found = await ScanAsync(stopping, work.Token);
                NoteAnswer();
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
            catch (Exception reason)
            {
                // Whatever storage does, it is asked again: a host that no longer polls would look as if nothing was dropped.
                NoteSilence(reason);
            }

            // A large container takes long to list: with nothing found, listing gets a fifth of the time at most.
            var longer = 4 * Stopwatch.GetElapsedTime(started);
            await Task.Delay(found > 0 ? Busy : longer > Idle ? longer : Idle, clock, stopping)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await FinishAsync(grace, work);
    }

    // Starts a run for each blob that is due, waiting for a free slot before each; gives how many were started.
    private async Task<int> ScanAsync(CancellationToken stopping, CancellationToken work)
    {
        var started = 0;
        try
        {
            await foreach (var item in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, Prefix, stopping))
            {
                if (item.Properties.ETag is not { } version
                    || !function.Pattern.Matches(item.Name, out var values)
                    || !IsDue(item.Name, version))
                {
                    continue;
                }

                await slots.WaitAsync(stopping);
                if (stopping.IsCancellationRequested)
                {
                    slots.Release();
                    break;
                }

                _running[item.Name] = Task.Run(() => HandleAsync(item.Name, version, values, work), CancellationToken.None);
                started++;
            }
        }
        catch (RequestFailedException reason) when (reason.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            // Nothing was dropped yet.
        }

        return started;
    }

    private string? Prefix => function.Pattern.Prefix.Length == 0 ? null : function.Pattern.Prefix;

    private bool IsDue(string blob, ETag version) =>
        !(_running.TryGetValue(blob, out var run) && !run.IsCompleted)
        && receipts.Find(blob, version) switch
        {
            null => true,
            { State: ReceiptState.Failed } => !_retries.TryGetValue(blob, out var due) || due <= clock.GetUtcNow(),
            _ => false,
        };

    private async Task HandleAsync(string blob, ETag version, IReadOnlyDictionary<string, string> values, CancellationToken work)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(work);
            limit.CancelAfter(host.FunctionTimeout ?? Timeout.InfiniteTimeSpan);
            await using var scope = scopes.CreateAsyncScope();
            await function.Method.InvokeAsync(
                scope.ServiceProvider,
                new BlobEvent(container.GetBlobClient(blob), values, limit.Token));
            _retries.TryRemove(blob, out _);
            await SettleAsync(blob, new Receipt(version, ReceiptState.Handled, receipts.Find(blob, version)?.Attempts ?? 0), null);
            var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            log.BlobHandled(function.Name, blob, milliseconds);
        }
        catch (OperationCanceledException) when (work.IsCancellationRequested)
        {
            log.BlobInterrupted(function.Name, blob);
        }
        catch (Exception reason)
        {
            // Whatever a function throws is an attempt that failed; the receipt keeps it.
            await FailAsync(blob, version, reason);
        }
        finally
        {
            slots.Release();
            _running.TryRemove(blob, out _);
        }
    }

    private async Task FailAsync(string blob, ETag version, Exception reason)
    {
        var attempt = (receipts.Find(blob, version)?.Attempts ?? 0) + 1;
        var poison = attempt >= host.BlobAttempts;
        if (poison)
        {
            log.BlobPoisoned(reason, function.Name, blob, attempt);
            _retries.TryRemove(blob, out _);
        }
        else
        {
            log.BlobFailed(function.Name, blob, attempt, host.BlobAttempts, reason.Message);
            _retries[blob] = clock.GetUtcNow() + (FirstRetry * Math.Pow(2, attempt - 1));
        }

        await SettleAsync(
            blob,
            new Receipt(version, poison ? ReceiptState.Poison : ReceiptState.Failed, attempt),
            $"{reason.GetType().Name}: {reason.Message}");
    }

    private async Task SettleAsync(string blob, Receipt receipt, string? error)
    {
        try
        {
            await receipts.WriteAsync(blob, receipt, error, CancellationToken.None);
        }
        catch (Exception reason)
        {
            // This process knows; only the next one does not.
            log.ReceiptFailed(reason, function.Name, blob);
        }
    }

    private async Task FinishAsync(TimeSpan grace, CancellationTokenSource work)
    {
        var unfinished = Task.WhenAll(_running.Values);
        await unfinished.WaitAsync(grace, clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!unfinished.IsCompleted)
        {
            log.GraceIsOver(grace.TotalSeconds, function.Name);
            await work.CancelAsync();
            await unfinished.WaitAsync(Farewell, clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void NoteSilence(Exception reason)
    {
        if (!_away)
        {
            _away = true;
            log.StorageAway(function.Name, container.Name, (reason.InnerException ?? reason).Message.Split('\n')[0]);
        }
    }

    private void NoteAnswer()
    {
        if (_away)
        {
            _away = false;
            log.StorageBack(function.Name, container.Name);
        }
    }
}
