using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>"A co-production of Ruritania and Sylvania": the countries of the film.</summary>
internal sealed class CoproductionRecogniser : IRecogniser
{
    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known)
    {
        var tokens = reading.Prose.Tokens;
        for (var at = 0; at + 2 < tokens.Count; at++)
        {
            if (tokens[at].Lower is not ("co-production" or "coproduction" or "production") || tokens[at + 1].Lower is not ("of" or "between" or "from" or "with"))
            {
                continue;
            }

            var limit = reading.Prose.LimitOf(at);
            var k = at + 2;
            k += k < limit && tokens[k].Is("the") ? 1 : 0;
            if (reading.Focus.At(at) is not { } film)
            {
                continue;
            }

            while (k < limit && Phrases.Countries.TryFind(tokens, k, limit, out var country, out var end))
            {
                yield return new Found(film, k, new CountryStatement(country, reading.Prose.QuoteOf(k), 0.93));
                k = end;
                k += k < limit && tokens[k].Is(",") ? 1 : 0;
                k += k < limit && tokens[k].Is("and") ? 1 : 0;
                k += k < limit && tokens[k].Is("the") ? 1 : 0;
            }
        }
    }
}
