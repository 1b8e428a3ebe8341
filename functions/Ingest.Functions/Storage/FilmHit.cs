namespace Ingest.Functions.Storage;

/// <summary>A film that was found.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Year">Its year, where known.</param>
/// <param name="Matched">The title or the name that it was found by.</param>
/// <param name="Approximate">Whether that is merely close to what was asked for.</param>
internal sealed record FilmHit(string Id, string Title, int? Year, string Matched, bool Approximate);
