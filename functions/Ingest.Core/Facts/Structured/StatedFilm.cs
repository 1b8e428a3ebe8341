using System.Collections.Immutable;

namespace Ingest.Core.Facts.Structured;

/// <summary>A film that the page's data describe.</summary>
/// <param name="Title">Its title.</param>
/// <param name="IsReviewed">Whether the data say that the page reviews it, or describe no other film.</param>
/// <param name="Statements">What they say.</param>
internal sealed record StatedFilm(string Title, bool IsReviewed, ImmutableArray<Statement> Statements);
