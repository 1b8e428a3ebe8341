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

    // "The Quiet Mill (Ruritanian: Mlyn tichy, lit. 'Silent Mill')", and the brackets of the sentence that says what film it is.
    private static IEnumerable<Found> FromBrackets(Reading reading)
    {
        var opens = new Dictionary<int, (Titles.Film Film, bool IsDefined)>();
        foreach (var mention in reading.Films.Mentions)
        {
            var open = mention.Last + (mention.Last < reading.Prose.Tokens.Count && reading.Prose.Tokens[mention.Last].Lower is "\"" or "'" ? 1 : 0);
            opens.TryAdd(open, (mention.Film, false));
        }

        foreach (var (_, end, be, film) in reading.Films.Definitions)
        {
            for (var open = end; open < be; open++)
            {
                if (reading.Prose.Closing[open] > open)
                {
                    opens[open] = (film, open == end);
                    open = reading.Prose.Closing[open];
                }
            }
        }

        foreach (var (open, (film, isDefined)) in opens.OrderBy(o => o.Key))
        {
            if (open >= reading.Prose.Tokens.Count || !reading.Prose.Tokens[open].Is("(") || reading.Prose.Closing[open] < 0)
            {
                continue;
            }

            foreach (var (first, last, confidence) in Titles.TitleNotes.Read(reading.Prose, reading.Titles, open, isDefined))
            {
                var title = reading.Titles.Text(first, last);
                if (title.Length is > 1 and < 120 && !Titles.TitleWords.Of(title).SequenceEqual(film.Words, StringComparer.Ordinal))
                {
                    yield return new Found(film, first, new AlternateTitleStatement(title, reading.Prose.QuoteOf(first), confidence));
                }
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
