using Ingest.Local.Blobs;

namespace Ingest.Local.Functions;

/// <summary>A function that is called for each new or changed blob.</summary>
/// <param name="Connection">Name of the setting that holds the connection.</param>
internal sealed record BlobFunction(
    string Name,
    bool Disabled,
    BlobPattern Pattern,
    string Connection,
    FunctionMethod<BlobEvent> Method) : LocalFunction(Name, Disabled);
