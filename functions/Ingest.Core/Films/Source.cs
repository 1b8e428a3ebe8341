namespace Ingest.Core.Films;

/// <summary>Who says a value.</summary>
/// <param name="Review">The review's name.</param>
/// <param name="Quote">Its sentence.</param>
/// <param name="Start">Offset of the sentence in the article's text; null where it stands in the page's structured data.</param>
/// <param name="End">One past the sentence.</param>
public sealed record Source(string Review, string Quote, int? Start, int? End);
