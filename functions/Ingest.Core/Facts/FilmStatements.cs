using System.Collections.Immutable;

namespace Ingest.Core.Facts;

/// <summary>Everything one review says about one film.</summary>
/// <param name="Title">The title as the review most often or first writes it.</param>
/// <param name="IsSubject">Whether the review is about this film; otherwise it merely mentions it.</param>
/// <param name="Statements">In order of the text; at least one <see cref="TitleStatement"/>.</param>
public sealed record FilmStatements(string Title, bool IsSubject, ImmutableArray<Statement> Statements);
