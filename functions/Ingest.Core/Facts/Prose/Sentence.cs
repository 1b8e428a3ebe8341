namespace Ingest.Core.Facts.Prose;

/// <summary>One sentence.</summary>
/// <param name="First">Its first token.</param>
/// <param name="Last">One past its last token.</param>
/// <param name="Start">First UTF-16 code unit of the text.</param>
/// <param name="End">One past the last.</param>
/// <param name="Paragraph">Number of its paragraph, from 0.</param>
internal readonly record struct Sentence(int First, int Last, int Start, int End, int Paragraph);
