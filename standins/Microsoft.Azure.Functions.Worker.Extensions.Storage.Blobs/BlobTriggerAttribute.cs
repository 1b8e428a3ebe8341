using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Triggers a function by a new or changed blob.</summary>
public sealed class BlobTriggerAttribute(string blobPath) : TriggerBindingAttribute
{
    /// <summary>Container and pattern: <c>container/{name}</c>.</summary>
    public string BlobPath { get; } = blobPath;

    /// <summary>Name of the setting that holds the connection; null for <c>AzureWebJobsStorage</c>.</summary>
    public string? Connection { get; set; }

    /// <summary>How changes are noticed.</summary>
    public BlobTriggerSource Source { get; set; } = BlobTriggerSource.LogsAndContainerScan;
}
