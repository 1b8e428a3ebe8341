using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Year, countries and genres of noun phrases that stand for a film: "a tense 1999 Ruritanian crime thriller".</summary>
internal sealed class FilmPhraseRecogniser : IRecogniser
{
    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known)
    {
        foreach (var sentence in reading.Prose.Sentences)
        {
            for (var at = sentence.First; at < sentence.Last;)
            {
                if (FilmPhrase.Read(reading, at, sentence) is not { } phrase)
                {
                    at++;
                    continue;
                }

                at = phrase.Last;
                if (FilmPhraseLink.FilmOf(reading, phrase, sentence) is { } link)
                {
                    foreach (var statement in Statements(reading, phrase, link))
                    {
                        yield return statement;
                    }
                }
            }
        }
    }

    // "a thriller from Ruritania and Sylvania".
    private static List<string> CountriesBehind(Reading reading, FilmPhrase phrase)
    {
        var tokens = reading.Prose.Tokens;
        var limit = reading.Prose.LimitOf(phrase.First);
        var countries = new List<string>();
        var k = phrase.Last;
        if (k >= limit || !tokens[k].Is("from") || tokens[k - 1].Lower is "story" or "tale" or "hit" or "import")
        {
            return countries;
        }

        k++;
        while (k < limit && tokens[k].IsCapital | tokens[k].Is("the") && Phrases.Countries.TryFind(tokens, k + (tokens[k].IsLowerWord ? 1 : 0), limit, out var country, out var end)
            && CountryName.IsNoun(tokens, k + (tokens[k].IsLowerWord ? 1 : 0), end, country) && !(end < limit && (tokens[end].Is("'s") || (tokens[end].IsCapital && tokens[end].Kind == TokenKind.Word))))
        {
            countries.Add(country);
            k = end;
            k += k < limit && tokens[k].Lower is "," or "/" ? 1 : 0;
            k += k < limit && tokens[k].Lower is "and" or "&" ? 1 : 0;
        }

        return countries;
    }

    // "the film noir from 1949": the year stands behind.
    private static IEnumerable<Found> Statements(Reading reading, FilmPhrase phrase, (Film Film, double Confidence) link)
    {
        var quote = reading.Prose.QuoteOf(phrase.First);
        var tokens = reading.Prose.Tokens;
        var behind = phrase.Last + 1 < reading.Prose.LimitOf(phrase.First) && tokens[phrase.Last].Lower is "from" or "of" && tokens[phrase.Last + 1].IsYear(out var made) ? made : (int?)null;
        if ((phrase.Year ?? behind) is { } year)
        {
            yield return new Found(link.Film, phrase.First, new YearStatement(year, quote, link.Confidence));
        }

        foreach (var country in phrase.Countries.Concat(CountriesBehind(reading, phrase)).Distinct())
        {
            yield return new Found(link.Film, phrase.First, new CountryStatement(country, quote, link.Confidence));
        }

        foreach (var genre in phrase.Genres)
        {
            yield return new Found(link.Film, phrase.First, new GenreStatement(genre, quote, link.Confidence * 0.97));
        }
    }
}
