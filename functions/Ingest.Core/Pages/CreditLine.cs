namespace Ingest.Core.Pages;

/// <summary>One labelled line of a credit list or info box.</summary>
/// <param name="Label">The label without its colon, as written: <c>Running time</c>.</param>
/// <param name="Value">The value as visible text; items of a list are separated by a newline.</param>
public sealed record CreditLine(string Label, string Value);
