using System.Collections.Immutable;
using System.Diagnostics;
using Ingest.Local.Functions;
using Ingest.Local.Settings;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ingest.Local.Timers;

/// <summary>
/// Runs every timer function that is not disabled by its schedule. Runs of one function never overlap; an occurrence that
/// falls into a run is left out.
/// </summary>
internal sealed class TimerTriggers(
    ImmutableArray<LocalFunction> functions,
    HostJson host,
    LocalOptions options,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<TimerTriggers> log) : BackgroundService
{
    // What one delay can wait for is less than fifty days.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(functions
            .OfType<TimerFunction>()
            .Where(function => !function.Disabled)
            .Select(function => RunAsync(function, stoppingToken)));

    private async Task RunAsync(TimerFunction function, CancellationToken stopping)
    {
        var last = default(DateTimeOffset);
        if (function.RunOnStartup)
        {
            last = clock.GetUtcNow();
            await RunOnceAsync(function, last, stopping);
        }

        while (function.Schedule.NextAfter(clock.GetUtcNow()) is { } next && await ReachAsync(next, stopping))
        {
            await RunOnceAsync(function, last, stopping);
            last = next;
        }
    }

    private async Task<bool> ReachAsync(DateTimeOffset instant, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested && instant - clock.GetUtcNow() is var wait && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait < LongestDelay ? wait : LongestDelay, clock, stopping)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return !stopping.IsCancellationRequested;
    }

    private async Task RunOnceAsync(TimerFunction function, DateTimeOffset last, CancellationToken stopping)
    {
        var started = Stopwatch.GetTimestamp();
        using var limit = new CancellationTokenSource();
        limit.CancelAfter(host.FunctionTimeout ?? Timeout.InfiniteTimeSpan);
        using var stop = stopping.Register(() => limit.CancelAfter(options.Grace));
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await function.Method.InvokeAsync(scope.ServiceProvider, new TimerEvent(InfoOf(function, last), limit.Token));
            var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            log.TimerDone(function.Name, milliseconds);
        }
        catch (Exception reason)
        {
            // Whatever a function throws, its next occurrence comes.
            log.TimerFailed(reason, function.Name);
        }
    }

    private TimerInfo InfoOf(TimerFunction function, DateTimeOffset last)
    {
        var now = clock.GetUtcNow();
        return new TimerInfo
        {
            ScheduleStatus = new ScheduleStatus
            {
                Last = last.UtcDateTime,
                Next = (function.Schedule.NextAfter(now) ?? DateTimeOffset.MaxValue).UtcDateTime,
                LastUpdated = now.UtcDateTime,
            },
        };
    }
}
