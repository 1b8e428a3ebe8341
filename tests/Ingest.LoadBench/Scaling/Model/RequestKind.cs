namespace Ingest.LoadBench.Scaling.Model;

/// <summary>Requests to storage as they are billed.</summary>
internal enum RequestKind
{
    BlobRead,
    BlobWrite,
    BlobList,
    Table,
    Queue,
}
