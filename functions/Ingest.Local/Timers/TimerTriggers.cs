using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Threading.Channels;
using Ingest.Local.Functions;
using Ingest.Local.Settings;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ingest.Local.Timers;

/// <summary>
/// Runs every timer function that is not disabled by its schedule, and any when somebody asks for it. Runs of one function
/// never overlap; an occurrence that falls into a run is left out.
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

    // One request waits at a time: whoever asks while one waits is served by the same run.
    private readonly FrozenDictionary<string, Channel<bool>> _requests = functions
        .OfType<TimerFunction>()
        .ToFrozenDictionary(
            function => function.Name,
            _ => Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }),
            StringComparer.OrdinalIgnoreCase);

    /// <summary>Has a function run once: now, or when the run that it is at has ended.</summary>
    /// <param name="name">Its name, in any case; it may be disabled.</param>
    /// <returns>False when there is no timer function of that name.</returns>
    public bool RunNow(string name) => _requests.TryGetValue(name, out var requests) && requests.Writer.TryWrite(true);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(functions.OfType<TimerFunction>().Select(function => RunAsync(function, stoppingToken)));

    private async Task RunAsync(TimerFunction function, CancellationToken stopping)
    {
        var last = default(DateTimeOffset);
        if (function is { RunOnStartup: true, Disabled: false })
        {
            last = clock.GetUtcNow();
            await RunOnceAsync(function, last, stopping);
        }

        while (await ReachAsync(function, stopping))
        {
            var began = clock.GetUtcNow();
            await RunOnceAsync(function, last, stopping);
            last = began;
        }
    }

    // True when it is time, or when somebody asks; false when the host stops.
    private async Task<bool> ReachAsync(TimerFunction function, CancellationToken stopping)
    {
        var next = function.Disabled ? null : function.Schedule.NextAfter(clock.GetUtcNow());
        var requests = _requests[function.Name].Reader;
        while (!stopping.IsCancellationRequested)
        {
            var wait = next is { } instant ? instant - clock.GetUtcNow() : LongestDelay;
            if (requests.TryRead(out _) || wait <= TimeSpan.Zero)
            {
                return true;
            }

            using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            await Task.WhenAny(
                Task.Delay(wait < LongestDelay ? wait : LongestDelay, clock, either.Token),
                requests.WaitToReadAsync(either.Token).AsTask());
            await either.CancelAsync();
        }

        return false;
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
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            log.TimerInterrupted(function.Name);
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
