using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>"Also known as", "originally titled": other titles of the film.</summary>
internal sealed class AlternateTitleRecogniser : IRecogniser
{
    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known) => FromPhrasings(reading).Concat(FromBrackets(reading));

    private static IEnumerable<Found> FromPhrasings(Reading reading)
    {
        foreach (var match in reading.TitlePhrasings)
        {
            if (match.Pattern.Tag != "alternate" || !match.TryGet("title", out var first, out var last) || reading.Focus.At(match.First) is not { } film || !(IsHomeTitle(reading, match.First, first) ?? BelongsToFilm(reading, match.First, film)))
            {
                continue;
            }

            var title = reading.Titles.Text(first, last);
            if (title.Length > 1 && !reading.Names.At(first).Equals(default) | title.Contains(' ', StringComparison.Ordinal)
                && !string.Equals(title, film.Title, StringComparison.OrdinalIgnoreCase))
            {
                yield return new Found(film, first, new AlternateTitleStatement(title, reading.Prose.QuoteOf(first), match.Pattern.Confidence));
            }
        }
    }

    // "The Quiet Mill (Ruritanian: Mlyn tichy, lit. 'Silent Mill')".
    private static IEnumerable<Found> FromBrackets(Reading reading)
    {
        var tokens = reading.Prose.Tokens;
        foreach (var mention in reading.Films.Mentions)
        {
            var open = mention.Last;
            if (open + 3 >= tokens.Count || !tokens[open].Is("(") || reading.Prose.Closing[open] is not (> 0 and var close))
            {
                continue;
            }

            for (var at = open + 1; at + 1 < close; at++)
            {
                // A language or "original title" and a colon.
                if (!tokens[at].Is(":") || !(tokens[at - 1].IsCapital || tokens[at - 1].Is("title")))
                {
                    continue;
                }

                var end = at + 1;
                while (end < close && tokens[end].Lower is not (";" or "lit." or "lit" or "transl." or "transl" or "romanized" or "translation" or "literally" or "also" or "known" or "meaning" or "stylized"))
                {
                    end++;
                }

                var title = reading.Titles.Text(at + 1, end);
                if (title.Length is > 1 and < 120 && tokens[at + 1] is { IsCapital: true } && !string.Equals(title, mention.Film.Title, StringComparison.OrdinalIgnoreCase))
                {
                    yield return new Found(mention.Film, at, new AlternateTitleStatement(title, reading.Prose.QuoteOf(at), 0.92));
                }

                break;
            }
        }
    }

    // "In Ruritania the film is called": a country and the film stand in the phrasing itself. Null for other phrasings.
    private static bool? IsHomeTitle(Reading reading, int at, int title)
    {
        var tokens = reading.Prose.Tokens;
        if (!tokens[at].Is("in"))
        {
            return null;
        }

        var place = at + 1 + (tokens[at + 1].Is("the") ? 1 : 0);
        return Phrases.Countries.TryFind(tokens, place, title, out _, out _);
    }

    // "Jane Roe, also known as The Fox" is about a person: the film must be what stands before.
    private static bool BelongsToFilm(Reading reading, int at, Titles.Film film)
    {
        for (var k = at - 1; k >= 0 && at - k <= 6 && reading.Prose.SentenceOf[k] == reading.Prose.SentenceOf[at]; k--)
        {
            if (reading.Focus.MentionBefore(k + 1)?.Film == film || reading.Prose.Tokens[k].Lower is "film" or "movie" or "it" or "released")
            {
                return true;
            }

            if (reading.Prose.Tokens[k].IsCapital)
            {
                return false;
            }
        }

        return false;
    }
}
