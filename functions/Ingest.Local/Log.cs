using Microsoft.Extensions.Logging;

namespace Ingest.Local;

/// <summary>What the host writes to its log. Names of blobs and messages of failures are made safe where all is logged.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 1, Message = "{Function}: {Method} {Path} -> {Status} in {Milliseconds:F0} ms")]
    public static partial void Answered(this ILogger log, LogLevel level, string function, string method, string path, int status, double milliseconds);

    [LoggerMessage(2, LogLevel.Error, "{Function} failed.")]
    public static partial void RequestFailed(this ILogger log, Exception reason, string function);

    [LoggerMessage(3, LogLevel.Debug, "{Function}: {Blob} handled in {Milliseconds:F0} ms")]
    public static partial void BlobHandled(this ILogger log, string function, string blob, double milliseconds);

    [LoggerMessage(4, LogLevel.Warning, "{Function}: {Blob} failed, attempt {Attempt} of {Attempts}: {Reason}")]
    public static partial void BlobFailed(this ILogger log, string function, string blob, int attempt, int attempts, string reason);

    [LoggerMessage(5, LogLevel.Error, "{Function}: {Blob} is poison; it failed {Attempts} times and is left alone until it changes.")]
    public static partial void BlobPoisoned(this ILogger log, Exception reason, string function, string blob, int attempts);

    [LoggerMessage(6, LogLevel.Information, "{Function}: {Blob} was not finished before the host stopped; it will run again.")]
    public static partial void BlobInterrupted(this ILogger log, string function, string blob);

    [LoggerMessage(7, LogLevel.Error, "{Function}: the receipt of {Blob} could not be written; it will run again.")]
    public static partial void ReceiptFailed(this ILogger log, Exception reason, string function, string blob);

    [LoggerMessage(8, LogLevel.Warning, "{Function}: the storage of {Container} does not answer; waiting for it. ({Reason})")]
    public static partial void StorageAway(this ILogger log, string function, string container, string reason);

    [LoggerMessage(9, LogLevel.Information, "{Function}: the storage of {Container} answers again.")]
    public static partial void StorageBack(this ILogger log, string function, string container);

    [LoggerMessage(10, LogLevel.Information, "{Function}: timer done in {Milliseconds:F0} ms")]
    public static partial void TimerDone(this ILogger log, string function, double milliseconds);

    [LoggerMessage(11, LogLevel.Error, "{Function}: timer failed; it runs again by its schedule.")]
    public static partial void TimerFailed(this ILogger log, Exception reason, string function);

    [LoggerMessage(14, LogLevel.Debug, "{Function}: event handled in {Milliseconds:F0} ms")]
    public static partial void EventHandled(this ILogger log, string function, double milliseconds);

    [LoggerMessage(15, LogLevel.Error, "{Function}: an event failed; it is to be delivered again.")]
    public static partial void EventFailed(this ILogger log, Exception reason, string function);

    [LoggerMessage(12, LogLevel.Warning, "Function(s) still running {Seconds} s after the stop were told to end: {Functions}")]
    public static partial void GraceIsOver(this ILogger log, double seconds, string functions);

    [LoggerMessage(13, LogLevel.Information, "{Function}: timer was not finished before the host stopped.")]
    public static partial void TimerInterrupted(this ILogger log, string function);
}
