namespace Microsoft.Azure.Functions.Worker;

/// <summary>How changes of blobs are noticed.</summary>
public enum BlobTriggerSource
{
    /// <summary>Storage logs and scans of the container.</summary>
    LogsAndContainerScan,

    /// <summary>Events of the storage account.</summary>
    EventGrid,
}
