using System.Collections.Immutable;
using Azure;
using Ingest.Core.Films;

namespace Ingest.Functions.Ingestion;

/// <summary>What is known of one review.</summary>
internal sealed record ReviewRecord
{
    public required ReviewName Name { get; init; }

    public ReviewStatus Status { get; init; }

    /// <summary>Why it was rejected or failed: one word, in camelCase.</summary>
    public string? Reason { get; init; }

    /// <summary>A sentence for people about the reason.</summary>
    public string? Advice { get; init; }

    /// <summary>How often the present file was tried by the reader that tried it last.</summary>
    public int Attempts { get; init; }

    /// <summary>How many of these attempts ended because reading took too long.</summary>
    public int Timeouts { get; init; }

    /// <summary>How many attempts in a row, not counted, were handed back by a worker that was stopped.</summary>
    public int HandBacks { get; init; }

    /// <summary>Version of the reader that the review was claimed with last.</summary>
    public int TriedBy { get; init; }

    /// <summary>When a reconciliation may try it again; null while it is worked on, and for one that is not tried again by
    /// itself.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>The limit that a rejected file is beyond, in the limit's own unit; null where it is beyond none.</summary>
    public long? Limit { get; init; }

    /// <summary>Grows with every claim. A write on behalf of a lower generation never replaces one of a higher.</summary>
    public long Generation { get; init; }

    /// <summary>Names the claim, so that a worker knows its own even if the answer to its write was lost.</summary>
    public string? Claim { get; init; }

    /// <summary>ETag of the file that was tried last, without quotes.</summary>
    public string? BlobETag { get; init; }

    /// <summary>SHA-256 of the file whose statements are stored; null while they are being changed.</summary>
    public string? ContentHash { get; init; }

    /// <summary>The status that <see cref="ContentHash"/> led to; null while it is being changed.</summary>
    public ReviewStatus? Settled { get; init; }

    /// <summary>Version of the reader that read that file.</summary>
    public int ReaderVersion { get; init; }

    /// <summary>Title groups that may hold statements of this review.</summary>
    public ImmutableArray<TitleKey> Groups { get; init; } = [];

    /// <summary>Blobs that may hold a reading of this review.</summary>
    public ImmutableArray<string> Readings { get; init; } = [];

    /// <summary>The blob of the reading whose statements are stored.</summary>
    public string? Reading { get; init; }

    public string? Title { get; init; }

    public string? SiteName { get; init; }

    public DateOnly? PublishedOn { get; init; }

    public string? Url { get; init; }

    /// <summary>Number of films it speaks of.</summary>
    public int Films { get; init; }

    /// <summary>What was left out of it because the file exceeds a limit: <c>pageCut</c>, <c>textCut</c>, <c>statementsLeftOut</c>,
    /// <c>filmsLeftOut</c>.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    public DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>Since when its present file waits, or waited, to be read.</summary>
    public DateTimeOffset FileSeenAt { get; init; }

    public DateTimeOffset ClaimedAt { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>The stored record's version; default for one that is not stored yet.</summary>
    public ETag Version { get; init; }
}
