using Ingest.Core.Facts;

namespace Ingest.Core.Films;

/// <summary>What one review says about one film: the unit that is stored, merged and retracted.</summary>
/// <param name="Review">The review's name (its blob's name).</param>
/// <param name="PublishedOn">When the review was published; tells same-title films apart where it names no year.</param>
/// <param name="Film">The statements.</param>
public sealed record Evidence(string Review, DateOnly? PublishedOn, FilmStatements Film);
