using System.Collections.Immutable;
using Ingest.Core.Articles;

namespace Ingest.Pages;

/// <summary>What the page of a review shows.</summary>
/// <param name="Name">The review's name (its blob's name).</param>
/// <param name="State">What became of it.</param>
public sealed record ReviewView(string Name, ReviewState State)
{
    /// <summary>The article, when the file was read.</summary>
    public Article? Article { get; init; }

    /// <summary>What it says, film by film, subjects first.</summary>
    public ImmutableArray<ReviewedFilm> Films { get; init; } = [];

    /// <summary>What was left out of it, in sentences.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Why it was rejected or failed, in a few words.</summary>
    public string? Reason { get; init; }

    /// <summary>What its owner can do about that: one sentence.</summary>
    public string? Advice { get; init; }

    /// <summary>How often reading it was tried, when it failed.</summary>
    public int? Attempts { get; init; }

    /// <summary>When it is tried again, when it failed; null when it is not tried again by itself.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }
}
