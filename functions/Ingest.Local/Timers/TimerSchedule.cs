using System.Globalization;
using NCrontab;

namespace Ingest.Local.Timers;

/// <summary>When a timer function runs: a six-field cron expression in UTC, or an interval.</summary>
internal sealed class TimerSchedule
{
    private readonly CrontabSchedule? _cron;
    private readonly TimeSpan _interval;

    private TimerSchedule(string text, CrontabSchedule? cron, TimeSpan interval)
    {
        Text = text;
        _cron = cron;
        _interval = interval;
    }

    /// <summary>The schedule as written.</summary>
    public string Text { get; }

    /// <summary>
    /// Reads <c>{second} {minute} {hour} {day} {month} {day of week}</c>, the same without seconds, or a
    /// <see cref="TimeSpan"/> such as <c>00:05:00</c>.
    /// </summary>
    /// <exception cref="CannotHostException">It is neither.</exception>
    public static TimerSchedule Parse(string text)
    {
        if (text.Contains(':', StringComparison.Ordinal))
        {
            return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval) && interval > TimeSpan.Zero
                ? new TimerSchedule(text, null, interval)
                : throw new CannotHostException($"The schedule '{text}' is no interval of time.");
        }

        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        var cron = CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = fields == 6 });
        return cron is not null
            ? new TimerSchedule(text, cron, TimeSpan.Zero)
            : throw new CannotHostException($"The schedule '{text}' is no cron expression of six fields.");
    }

    /// <summary>The first occurrence after an instant; null when there is none.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset instant)
    {
        if (_cron is null)
        {
            return instant + _interval;
        }

        var next = _cron.GetNextOccurrence(instant.UtcDateTime);
        return next == DateTime.MaxValue ? null : new DateTimeOffset(DateTime.SpecifyKind(next, DateTimeKind.Utc));
    }
}
