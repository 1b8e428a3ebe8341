namespace Ingest.Functions.Storage;

/// <summary>What films are asked for.</summary>
/// <param name="Title">The beginning of a title, or null.</param>
/// <param name="Person">The beginning of a name of somebody who made the film or plays in it, or null.</param>
/// <param name="Year">The year, or null.</param>
/// <param name="Limit">Most to give.</param>
/// <param name="Continuation">Where an earlier page ended, or null.</param>
internal sealed record FilmQuery(string? Title, string? Person, int? Year, int Limit, string? Continuation);
