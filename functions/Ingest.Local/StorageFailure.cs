using Azure;

namespace Ingest.Local;

/// <summary>Tells failures of storage from others.</summary>
internal static class StorageFailure
{
    /// <summary>A line about a failure, without the service's details; null when it is none of storage.</summary>
    public static string? Of(Exception reason) => reason switch
    {
        RequestFailedException { Status: 0 } failed => $"storage does not answer ({FirstLine(failed)}).",
        RequestFailedException failed => $"storage answers {failed.Status} {failed.ErrorCode}.",

        // What the storage clients throw when each of their tries failed, and the host when several of its services did.
        AggregateException { InnerExceptions: [.., var last] } => Of(last),
        _ => null,
    };

    private static string FirstLine(Exception reason) => reason.Message.Split('\n')[0].Trim();
}
