using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Titles;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Genres that the headline tells of the film after its title: "The Quiet Mill: Jane Roe's wintry thriller bites".</summary>
internal sealed class HeadlineKindRecogniser : IRecogniser
{
    private const int MostAdjectives = 4;
    private const int LongestHeadline = 300;
    private const double Confidence = 0.84;

    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known)
    {
        var subjects = reading.Films.Films.Where(f => f.IsSubject).Take(2).ToList();
        var headline = reading.Article.Title ?? "";
        var colon = headline.IndexOf(": ", StringComparison.Ordinal);
        if (subjects.Count != 1 || colon < 1 || string.IsNullOrWhiteSpace(headline[(colon + 1)..]) || headline.Length > LongestHeadline || !headline[..colon].Contains(subjects[0].Title, StringComparison.OrdinalIgnoreCase))
        {
            yield break;
        }

        var rest = new Reading(reading.Article with { Title = null, Text = headline[(colon + 2)..], Spans = [] }, []);
        var quote = new Quote("headline: " + headline, null, null);
        foreach (var sentence in rest.Prose.Sentences)
        {
            for (var at = sentence.First; at < sentence.Last; at++)
            {
                if (FilmPhrase.Read(rest, at, sentence) is not { } phrase)
                {
                    continue;
                }

                at = phrase.Last - 1;
                if (!phrase.IsPlural && IsOfFilm(rest, phrase, sentence))
                {
                    foreach (var genre in phrase.Genres)
                    {
                        yield return new Found(subjects[0], 0, new GenreStatement(genre, quote, Confidence));
                    }
                }
            }
        }
    }

    // "in this courtroom drama", "a thriller that", "Jane Roe's wintry thriller".
    private static bool IsOfFilm(Reading rest, FilmPhrase phrase, Sentence sentence)
    {
        var tokens = rest.Prose.Tokens;
        if (tokens[phrase.Last - 1].Lower is "story" or "tale" or "romance" or "mystery" or "adventure")
        {
            return false;
        }

        for (var k = phrase.First - 1; k >= sentence.First && phrase.First - k <= MostAdjectives; k--)
        {
            var word = tokens[k].Lower;
            if (word is "this" or "'s")
            {
                return !(word is "'s" && k + 1 < phrase.First && tokens[k + 1].Lower is "last" or "earlier" or "previous" or "best" or "other");
            }

            if (word is "a" or "an")
            {
                return k == sentence.First || tokens[k - 1].Lower is "," or ";" or ":" or "-" or "is" or "remains";
            }

            if (tokens[k].Kind != TokenKind.Word || word is "not" or "no" or "the" or "of" or "to" or "than" or "and" or "for" or "with" or "in" or "usual" or "like")
            {
                return false;
            }
        }

        return false;
    }
}
