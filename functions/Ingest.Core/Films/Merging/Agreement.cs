namespace Ingest.Core.Films.Merging;

/// <summary>How well evidence fits a film that it may be about.</summary>
/// <param name="Score">The higher the better; 0 when only nothing speaks against it.</param>
/// <param name="IsSure">Whether something that tells films apart is shared: a year, a person, an id.</param>
internal readonly record struct Agreement(int Score, bool IsSure);
