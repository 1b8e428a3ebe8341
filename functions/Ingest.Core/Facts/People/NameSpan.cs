namespace Ingest.Core.Facts.People;

/// <summary>Capitalised words that may be a name.</summary>
/// <param name="First">Its first token.</param>
/// <param name="Last">One past its last token.</param>
/// <param name="Parts">Number of name words in it, without particles, initials' stops and suffixes.</param>
internal readonly record struct NameSpan(int First, int Last, int Parts);
