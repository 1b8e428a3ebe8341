using Ingest.Core.Facts.Figures;
using Ingest.Core.Facts.Prose;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>An amount and the words that may tell what it counts.</summary>
/// <param name="Reading">The article.</param>
/// <param name="Sentence">The amount's sentence.</param>
/// <param name="Amount">The amount.</param>
/// <param name="Previous">Where the amount before it ends, or the sentence starts.</param>
/// <param name="Behind">Where what follows it starts: the amount's end, or behind a bracket that gives it in another currency.</param>
/// <param name="Next">Where the amount behind it starts, or the sentence ends.</param>
internal sealed record FigureContext(Reading Reading, Sentence Sentence, Amount Amount, int Previous, int Behind, int Next)
{
    /// <summary>All words of the article.</summary>
    public List<Token> Tokens => Reading.Prose.Tokens;

    /// <summary>Whether the sentence speaks of box offices.</summary>
    public bool SpeaksOfTakings => FigureWords.Any("office", Tokens, Sentence.First, Sentence.Last);
}
