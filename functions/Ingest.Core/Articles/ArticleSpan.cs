namespace Ingest.Core.Articles;

/// <summary>A part of an article's text that its markup sets off.</summary>
/// <param name="Kind">How it is set off.</param>
/// <param name="Start">First UTF-16 code unit of <see cref="Article.Text"/>.</param>
/// <param name="End">One past the last.</param>
public readonly record struct ArticleSpan(SpanKind Kind, int Start, int End);
