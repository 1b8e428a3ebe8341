using Microsoft.Extensions.Logging;

namespace Ingest.Local;

/// <summary>What the host writes to its log.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{Function}: {Method} {Path} -> {Status} in {Milliseconds:F0} ms")]
    public static partial void Answered(this ILogger log, string function, string method, string path, int status, double milliseconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function} failed.")]
    public static partial void RequestFailed(this ILogger log, Exception reason, string function);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Function}: {Blob} handled in {Milliseconds:F0} ms")]
    public static partial void BlobHandled(this ILogger log, string function, string blob, double milliseconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Function}: {Blob} failed, attempt {Attempt} of {Attempts}: {Reason}")]
    public static partial void BlobFailed(this ILogger log, string function, string blob, int attempt, int attempts, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function}: {Blob} is poison; it failed {Attempts} times and is left alone until it changes.")]
    public static partial void BlobPoisoned(this ILogger log, Exception reason, string function, string blob, int attempts);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Function}: {Blob} was not finished before the host stopped; it will run again.")]
    public static partial void BlobInterrupted(this ILogger log, string function, string blob);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function}: the receipt of {Blob} could not be written; it will run again.")]
    public static partial void ReceiptFailed(this ILogger log, Exception reason, string function, string blob);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Function}: the storage of {Container} does not answer; waiting for it. ({Reason})")]
    public static partial void StorageAway(this ILogger log, string function, string container, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Function}: the storage of {Container} answers again.")]
    public static partial void StorageBack(this ILogger log, string function, string container);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Function}: timer done in {Milliseconds:F0} ms")]
    public static partial void TimerDone(this ILogger log, string function, double milliseconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function}: timer failed; it runs again by its schedule.")]
    public static partial void TimerFailed(this ILogger log, Exception reason, string function);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Function(s) still running {Seconds} s after the stop were told to end: {Functions}")]
    public static partial void GraceIsOver(this ILogger log, double seconds, string functions);
}
