using Microsoft.Extensions.Logging;

namespace Ingest.Functions;

/// <summary>What the app logs. Each piece of work on a review ends in exactly one of the events named <c>Review…</c>.</summary>
/// <remarks>Ids and names of events, and names of their values, are relied on outside. Texts of others need no care here:
/// <see cref="Telemetry.SafeLogger"/> makes every value safe.</remarks>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Review {Review} {Status}: {Films} films, {Statements} statements of {Bytes} bytes, attempt {Attempt}, {Milliseconds} ms")]
    public static partial void ReviewIngested(
        ILogger logger, string review, string status, int films, int statements, long bytes, int attempt, long milliseconds);

    [LoggerMessage(2, LogLevel.Information, "Review {Review} {Status}: what is stored is of its present file, attempt {Attempt}, {Milliseconds} ms")]
    public static partial void ReviewUnchanged(ILogger logger, string review, string status, int attempt, long milliseconds);

    [LoggerMessage(3, LogLevel.Warning, "Review {Review} {Status}: {Reason}, {Bytes} bytes, attempt {Attempt}, {Milliseconds} ms")]
    public static partial void ReviewRejected(
        ILogger logger, string review, string status, string reason, long bytes, int attempt, long milliseconds);

    [LoggerMessage(4, LogLevel.Information, "Review {Review} {Status}: its file is gone, attempt {Attempt}, {Milliseconds} ms")]
    public static partial void ReviewRetracted(ILogger logger, string review, string status, int attempt, long milliseconds);

    [LoggerMessage(5, LogLevel.Information, "Review {Review} {Status}: a later worker sees to it, attempt {Attempt}, {Milliseconds} ms")]
    public static partial void ReviewSuperseded(ILogger logger, string review, string status, int attempt, long milliseconds);

    [LoggerMessage(6, LogLevel.Error, "Review {Review} {Status}: {Reason}, {Bytes} bytes, attempt {Attempt}, {Milliseconds} ms")]
    public static partial void ReviewFailed(
        ILogger logger, Exception exception, string review, string status, string reason, long bytes, int attempt, long milliseconds);

    [LoggerMessage(7, LogLevel.Warning, "Left out {Count} statements of {Review} in title group {Group}: one row does not take more")]
    public static partial void StatementsLeftOut(ILogger logger, int count, string review, string group);

    [LoggerMessage(8, LogLevel.Warning, "Left out {Count} films of {Review}: it mentions too many")]
    public static partial void FilmsLeftOut(ILogger logger, int count, string review);

    [LoggerMessage(9, LogLevel.Debug, "Rebuilt title group {Group}: {Evidence} pieces of evidence, {Films} films, {Rows} rows written")]
    public static partial void GroupRebuilt(ILogger logger, string group, int evidence, int films, int rows);

    [LoggerMessage(10, LogLevel.Warning, "The outcome of {Review} could not be recorded")]
    public static partial void FailureNotRecorded(ILogger logger, Exception exception, string review);

    [LoggerMessage(11, LogLevel.Information, "Reconciled {Files} files: {Missed} missed, {Changed} changed, {Outdated} read by an older reader, {Retried} tried again, {Retracted} retracted, {Failed} failed, {Unusable} with unusable names, {Milliseconds} ms")]
    public static partial void Reconciled(
        ILogger logger, long files, int missed, int changed, int outdated, int retried, int retracted, int failed, int unusable, long milliseconds);

    [LoggerMessage(13, LogLevel.Error, "Reconciliation could not see to {Review}")]
    public static partial void NotReconciled(ILogger logger, Exception exception, string review);

    [LoggerMessage(14, LogLevel.Error, "A request failed: {Method} {Path}")]
    public static partial void RequestFailed(ILogger logger, Exception exception, string method, string path);

    [LoggerMessage(15, LogLevel.Error, "The films of title group {Group} could not be brought up to date")]
    public static partial void GroupNotRebuilt(ILogger logger, Exception exception, string group);

    [LoggerMessage(16, LogLevel.Information, "Review {Review} {Status}: the host stops, attempt {Attempt}, {Milliseconds} ms")]
    public static partial void ReviewHandedBack(ILogger logger, string review, string status, int attempt, long milliseconds);

    [LoggerMessage(17, LogLevel.Error, "Review {Review} {Status}: given up after {Attempts} attempts, {Reason}")]
    public static partial void ReviewGivenUp(ILogger logger, string review, string status, int attempts, string reason);

    [LoggerMessage(18, LogLevel.Error, "The record in row {Row} cannot be read and is left alone")]
    public static partial void RecordNotRead(ILogger logger, string row);

    [LoggerMessage(19, LogLevel.Error, "A part of the reconciliation failed: {Part}")]
    public static partial void ReconciliationPartFailed(ILogger logger, Exception exception, string part);

    [LoggerMessage(20, LogLevel.Warning, "An event was left alone: {Reason}, about {Subject}")]
    public static partial void EventIgnored(ILogger logger, string reason, string subject);

    [LoggerMessage(30, LogLevel.Debug, "Review {Review} {Status}: there is neither a file nor a record, {Milliseconds} ms")]
    public static partial void ReviewUnknown(ILogger logger, string review, string status, long milliseconds);
}
