namespace Ingest.Local.Blobs;

/// <summary>Whether a function is done with a version of a blob.</summary>
internal enum ReceiptState
{
    /// <summary>It succeeded.</summary>
    Handled,

    /// <summary>It failed and is tried again.</summary>
    Failed,

    /// <summary>It failed too often and is not tried again.</summary>
    Poison,
}
