namespace Ingest.Core.Facts;

/// <summary>Where a statement stands in its review.</summary>
/// <param name="Text">The sentence; for the page's structured data the property and its value.</param>
/// <param name="Start">First UTF-16 code unit of the sentence in the article's text; null for structured data.</param>
/// <param name="End">One past the last; null for structured data.</param>
/// <remarks>Where offsets are given, <c>article.Text[Start..End] == Text</c> holds.</remarks>
public sealed record Quote(string Text, int? Start, int? End);
