using System.Collections.Immutable;

namespace Ingest.Pages.Reviews;

/// <summary>A run of text that is marked alike throughout.</summary>
/// <param name="Text">The text; never empty.</param>
/// <param name="IsMarked">Whether a sentence about a film covers it.</param>
/// <param name="IsEmphasised">Whether the article sets it in italics.</param>
/// <param name="IsStrong">Whether the article sets it in bold.</param>
/// <param name="SentenceStart">The offset of the marked sentence that begins here, or null.</param>
/// <param name="FilmsEnding">The films whose marked sentences end here, in order.</param>
public sealed record TextPiece(
    string Text,
    bool IsMarked,
    bool IsEmphasised,
    bool IsStrong,
    int? SentenceStart,
    ImmutableArray<int> FilmsEnding);
