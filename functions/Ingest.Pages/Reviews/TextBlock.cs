using System.Collections.Immutable;
using Ingest.Core.Articles;

namespace Ingest.Pages.Reviews;

/// <summary>A paragraph of an article.</summary>
/// <param name="Kind">What kind of paragraph; null for an ordinary one.</param>
/// <param name="Pieces">Its text in order.</param>
public sealed record TextBlock(SpanKind? Kind, ImmutableArray<TextPiece> Pieces);
