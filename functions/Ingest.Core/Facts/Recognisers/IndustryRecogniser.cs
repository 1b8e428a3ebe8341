using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>
/// "The Ruritanian film industry has seen three hits. Two - the thriller X and the comedy Y - ...": the films that the next
/// sentences count off are from that country.
/// </summary>
internal sealed class IndustryRecogniser : IRecogniser
{
    private const int Reach = 3;

    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known)
    {
        var sentences = reading.Prose.Sentences;
        for (var s = 0; s < sentences.Count; s++)
        {
            if (CountryOf(reading, sentences[s], out var token) is not { } country)
            {
                continue;
            }

            for (var next = s + 1; next < sentences.Count && next <= s + Reach; next++)
            {
                // Only sentences that count: "Two", "Both", "The third".
                if (!Counts(reading.Prose.Tokens, sentences[next]))
                {
                    continue;
                }

                for (var at = sentences[next].First; at < sentences[next].Last; at++)
                {
                    if (reading.Focus.MentionAt(at) is { } mention && IsCountedOff(reading, at, sentences[next].First))
                    {
                        yield return new Found(mention.Film, at, new CountryStatement(country, reading.Prose.QuoteOf(token), 0.85));
                    }
                }
            }
        }
    }

    private static string? CountryOf(Reading reading, Sentence sentence, out int token)
    {
        var tokens = reading.Prose.Tokens;
        token = -1;
        for (var at = sentence.First; at < sentence.Last; at++)
        {
            if (!tokens[at].IsCapital || !Phrases.Countries.TryFind(tokens, at, sentence.Last, out var country, out var end)
                || end + 1 >= sentence.Last || !(tokens[end].Lower is "film" or "movie" or "cinema" && (tokens[end].Is("cinema") || tokens[end + 1].Is("industry"))))
            {
                continue;
            }

            for (var k = end; k + 1 < sentence.Last; k++)
            {
                if (Words.Numbers.ContainsKey(tokens[k].Lower) && !tokens[k].Is("a") && Enumerable.Range(k + 1, Math.Min(5, sentence.Last - k - 1)).Any(j => tokens[j].Lower is "hits" or "films" or "movies" or "blockbusters" or "releases" or "works" or "successes" or "titles"))
                {
                    token = at;
                    return country;
                }
            }
        }

        return null;
    }

    private static bool Counts(List<Token> tokens, Sentence sentence)
    {
        for (var k = sentence.First; k < sentence.Last && k - sentence.First < 9; k++)
        {
            if ((Words.Numbers.ContainsKey(tokens[k].Lower) && !tokens[k].Is("a")) || tokens[k].Lower is "both" or "first" or "second" or "third" or "fourth" or "last")
            {
                return true;
            }
        }

        return false;
    }

    // "the thriller X", "the third work, X".
    private static bool IsCountedOff(Reading reading, int at, int first)
    {
        var k = at - 1;
        k -= k > first && reading.Prose.Tokens[k].Lower is "," or "\"" or "'" or "-" ? 1 : 0;
        return k >= first && (Phrases.FilmNouns.TryFind(reading.Prose.Tokens, k, at, out _, out _) || reading.Prose.Tokens[k].Lower is "two" or "both" or "three" or "one");
    }
}
