namespace Ingest.Core.Facts.Titles;

/// <summary>A place that stands for a film: its title, "the film", "it".</summary>
/// <param name="First">First token.</param>
/// <param name="Last">One past the last token.</param>
/// <param name="Film">The film; null for the one that is spoken of anyway.</param>
/// <param name="IsPassing">Whether the sentence merely refers to the film while it speaks of another.</param>
/// <param name="Reach">One past the words that say what it is: "The Quiet Mill, a 1999 thriller".</param>
internal readonly record struct FilmReference(int First, int Last, Film? Film, bool IsPassing, int Reach);
