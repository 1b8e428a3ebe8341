namespace Ingest.Pages.Reviews;

/// <summary>A sentence of a review that says something about a film.</summary>
/// <param name="Start">First UTF-16 code unit of the article's text.</param>
/// <param name="End">One past the last.</param>
/// <param name="Film">Which of the review's films, from 0.</param>
internal readonly record struct TextMark(int Start, int End, int Film);
