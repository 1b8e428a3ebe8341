namespace Ingest.Core;

/// <summary>A file that is not a review, with a sentence telling its owner what to do about it.</summary>
/// <param name="Reason">The stable reason.</param>
/// <param name="Advice">One sentence for people: what is wrong and what to do.</param>
public sealed record Rejection(RejectionReason Reason, string Advice);
