using Ingest.Core.Facts;

namespace Ingest.Pages;

/// <summary>What one review says about one film.</summary>
/// <param name="Statements">The statements.</param>
/// <param name="FilmId">The film that they count for; null where it has no profile (yet).</param>
public sealed record ReviewedFilm(FilmStatements Statements, string? FilmId);
