using Azure;

namespace Ingest.Local.Blobs;

/// <summary>What became of one version of a blob.</summary>
/// <param name="Version">The version's ETag.</param>
/// <param name="State">Whether the function is done with it.</param>
/// <param name="Attempts">How often the function failed on it.</param>
internal sealed record Receipt(ETag Version, ReceiptState State, int Attempts);
