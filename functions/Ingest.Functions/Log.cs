using Microsoft.Extensions.Logging;

namespace Ingest.Functions;

/// <summary>What the app logs.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Ingested {Review}: {Films} films, {Statements} statements, {Milliseconds} ms")]
    public static partial void ReviewIngested(ILogger logger, string review, int films, int statements, long milliseconds);

    [LoggerMessage(2, LogLevel.Information, "Unchanged {Review}: its bytes are the ones read before")]
    public static partial void ReviewUnchanged(ILogger logger, string review);

    [LoggerMessage(3, LogLevel.Warning, "Rejected {Review}: {Reason}")]
    public static partial void ReviewRejected(ILogger logger, string review, string reason);

    [LoggerMessage(4, LogLevel.Information, "Retracted {Review} from {Groups} title groups")]
    public static partial void ReviewRetracted(ILogger logger, string review, int groups);

    [LoggerMessage(5, LogLevel.Information, "Left {Review} to a later worker")]
    public static partial void ReviewSuperseded(ILogger logger, string review);

    [LoggerMessage(6, LogLevel.Error, "Failed {Review}, attempt {Attempt}: {Reason}")]
    public static partial void ReviewFailed(ILogger logger, Exception exception, string review, int attempt, string reason);

    [LoggerMessage(7, LogLevel.Warning, "Left out {Count} statements of {Review} in title group {Group}: one row does not take more")]
    public static partial void StatementsLeftOut(ILogger logger, int count, string review, string group);

    [LoggerMessage(8, LogLevel.Warning, "Left out {Count} films of {Review}: it mentions too many")]
    public static partial void FilmsLeftOut(ILogger logger, int count, string review);

    [LoggerMessage(9, LogLevel.Debug, "Rebuilt title group {Group}: {Evidence} pieces of evidence, {Films} films, {Rows} rows written")]
    public static partial void GroupRebuilt(ILogger logger, string group, int evidence, int films, int rows);

    [LoggerMessage(10, LogLevel.Warning, "The outcome of {Review} could not be recorded")]
    public static partial void FailureNotRecorded(ILogger logger, Exception exception, string review);

    [LoggerMessage(11, LogLevel.Information, "Reconciled {Files} files: {Missed} missed, {Changed} changed, {Outdated} read by an older reader, {Retried} tried again, {Retracted} retracted, {Failed} failed, {Unusable} with unusable names")]
    public static partial void Reconciled(
        ILogger logger, long files, int missed, int changed, int outdated, int retried, int retracted, int failed, int unusable);

    [LoggerMessage(13, LogLevel.Error, "Reconciliation could not see to {Review}")]
    public static partial void NotReconciled(ILogger logger, Exception exception, string review);

    [LoggerMessage(14, LogLevel.Error, "A request failed: {Method} {Path}")]
    public static partial void RequestFailed(ILogger logger, Exception exception, string method, string path);

    [LoggerMessage(15, LogLevel.Error, "The films of title group {Group} could not be brought up to date")]
    public static partial void GroupNotRebuilt(ILogger logger, Exception exception, string group);
}
