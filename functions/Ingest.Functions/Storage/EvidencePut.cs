using Ingest.Functions.Ingestion;

namespace Ingest.Functions.Storage;

/// <summary>What a review is to say in a title group.</summary>
/// <param name="Review">The review.</param>
/// <param name="Generation">The claim on whose behalf.</param>
/// <param name="Packed">Compressed <see cref="StoredEvidence"/>; null when it says nothing there.</param>
/// <param name="MayBeStored">Whether the group may have a row of the review. A wrong no costs requests, nothing else.</param>
internal sealed record EvidencePut(ReviewName Review, long Generation, byte[]? Packed, bool MayBeStored);
