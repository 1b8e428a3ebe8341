using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Ingest.Core.Articles;
using Ingest.Core.Facts;

namespace Ingest.Core;

/// <summary>What came of reading one file: a review with its statements, or a reasoned rejection. Never both, never neither.</summary>
public sealed record ReviewReading
{
    private ReviewReading()
    {
    }

    /// <summary>The article, when the file is a review.</summary>
    public Article? Article { get; private init; }

    /// <summary>What the article says, one entry per film; empty when it names none.</summary>
    public ImmutableArray<FilmStatements> Films { get; private init; } = [];

    /// <summary>What was left out, each once; empty where all of the page was read.</summary>
    public ImmutableArray<ReadingNote> Notes { get; private init; } = [];

    /// <summary>Why the file is no review, when it is none.</summary>
    public Rejection? Rejection { get; private init; }

    /// <summary>Whether the file is a review.</summary>
    [MemberNotNullWhen(true, nameof(Article))]
    [MemberNotNullWhen(false, nameof(Rejection))]
    public bool IsReview => Article is not null;

    /// <summary>A file that was read.</summary>
    public static ReviewReading Of(Article article, ImmutableArray<FilmStatements> films, params IEnumerable<ReadingNote> notes) =>
        new() { Article = article, Films = films, Notes = [.. notes] };

    /// <summary>A file that is no review.</summary>
    public static ReviewReading Of(Rejection rejection) => new() { Rejection = rejection };
}
