namespace Ingest.Dev.Reviews;

/// <summary>What became of a file.</summary>
/// <param name="WasThere">Whether it had been ingested before and was left alone.</param>
internal sealed record DropResult(ReviewDrop Drop, ReviewState State, bool WasThere = false);
