namespace Ingest.Dev.Reviews;

/// <summary>A file to upload, and the name the review gets.</summary>
internal sealed record ReviewDrop(string File, string Name);
