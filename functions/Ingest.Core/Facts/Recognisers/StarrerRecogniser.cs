using Ingest.Core.Facts.People;
using Ingest.Core.Facts.Prose;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>"The Jane Roe-starrer", "this Roe starrer", "the Jane Roe-led drama": a star named before the noun.</summary>
internal sealed class StarrerRecogniser : IRecogniser
{
    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known)
    {
        var tokens = reading.Prose.Tokens;
        for (var at = 1; at < tokens.Count; at++)
        {
            if (NameOf(reading, at) is { } name && reading.Focus.At(at) is { } film)
            {
                yield return new Found(film, at, new CastStatement(name, null, reading.Prose.QuoteOf(at), 0.9));
            }
        }
    }

    private static string? NameOf(Reading reading, int at)
    {
        var token = reading.Prose.Tokens[at];
        if (token.Is("starrer"))
        {
            var hyphen = reading.Prose.Tokens[at - 1].Is("-") ? at - 1 : at;
            return Ending(reading, hyphen) is { Parts: > 0 } name ? PersonName.Of(reading.Prose, name) : null;
        }

        if (token.Kind != TokenKind.Word || !(token.Lower.EndsWith("-starrer", StringComparison.Ordinal) || token.Lower.EndsWith("-starring", StringComparison.Ordinal)) || !token.IsCapital)
        {
            return null;
        }

        // The hyphen binds the last word of the name to the noun.
        var first = at;
        while (first > 0 && at - first < 3 && reading.Prose.Tokens[first - 1] is { Kind: TokenKind.Word, IsCapital: true } before && !Vocabulary.Words.NeverInNames.Contains(before.Lower) && reading.Prose.SentenceOf[first - 1] == reading.Prose.SentenceOf[at])
        {
            first--;
        }

        var text = reading.Prose.Slice(first, at + 1);
        return text[..text.LastIndexOf('-')];
    }

    private static NameSpan Ending(Reading reading, int end)
    {
        for (var k = reading.Names.IndexFrom(Math.Max(0, end - 8)); k < reading.Names.Spans.Count && reading.Names.Spans[k].First < end; k++)
        {
            if (reading.Names.Spans[k].Last == end)
            {
                return reading.Names.Spans[k];
            }
        }

        return default;
    }
}
