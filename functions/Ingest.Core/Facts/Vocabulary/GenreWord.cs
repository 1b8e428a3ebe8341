namespace Ingest.Core.Facts.Vocabulary;

/// <summary>A word or phrase that may stand among the genres of a film.</summary>
/// <param name="Name">The genre in lower case.</param>
/// <param name="IsHead">Whether it can stand for "film", as a thriller can.</param>
/// <param name="IsNeutral">Whether it names no genre and merely stands among genres, as "television" does.</param>
internal sealed record GenreWord(string Name, bool IsHead, bool IsNeutral);
