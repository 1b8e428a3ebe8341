using Ingest.Core.Facts.Figures;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Titles;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Gross, opening weekend, admissions and budget, with territory and qualifier.</summary>
internal sealed class MoneyRecogniser : IRecogniser
{
    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known)
    {
        foreach (var sentence in reading.Prose.Sentences)
        {
            var amounts = AmountReader.Read(reading.Prose.Tokens, sentence);
            var before = default(Figure);
            for (var k = 0; k < amounts.Count; k++)
            {
                var previous = k > 0 ? amounts[k - 1].Last : sentence.First;
                var next = k + 1 < amounts.Count ? amounts[k + 1].First : sentence.Last;
                var figure = FigureReader.Read(reading, sentence, amounts[k], previous, next, before);
                if (figure is null)
                {
                    before = null;
                    continue;
                }

                before = figure;
                if (!figure.IsPartial && reading.Focus.At(amounts[k].First) is { } spoken)
                {
                    yield return new Found(FilmBehind(reading, amounts[k]) ?? spoken, amounts[k].First, figure.ToStatement(reading.Prose.QuoteOf(amounts[k].First)));
                }
            }
        }
    }

    // "the $3 million-budgeted The Quiet Mill": the film stands right behind.
    private static Film? FilmBehind(Reading reading, Amount amount)
    {
        for (var k = amount.Last; k < amount.Last + 4 && k < reading.Prose.Tokens.Count; k++)
        {
            if (reading.Focus.MentionAt(k) is { } mention)
            {
                return k > amount.Last && reading.Prose.Tokens[k - 1] is { } before && before.Lower is "budgeted" or "film" or "movie" ? mention.Film : null;
            }
        }

        return null;
    }
}
