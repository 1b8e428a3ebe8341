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
                if (FilmOf(reading, phrase, sentence) is { } link)
                {
                    foreach (var statement in Statements(reading, phrase, link))
                    {
                        yield return statement;
                    }
                }
            }
        }
    }

    private static IEnumerable<Found> Statements(Reading reading, FilmPhrase phrase, (Film Film, double Confidence) link)
    {
        var quote = reading.Prose.QuoteOf(phrase.First);
        if (phrase.Year is { } year)
        {
            yield return new Found(link.Film, phrase.First, new YearStatement(year, quote, link.Confidence));
        }

        foreach (var country in phrase.Countries)
        {
            yield return new Found(link.Film, phrase.First, new CountryStatement(country, quote, link.Confidence));
        }

        foreach (var genre in phrase.Genres)
        {
            yield return new Found(link.Film, phrase.First, new GenreStatement(genre, quote, link.Confidence * 0.97));
        }
    }

    private static (Film Film, double Confidence)? FilmOf(Reading reading, FilmPhrase phrase, Sentence sentence)
    {
        var tokens = reading.Prose.Tokens;

        // "the heist film The Quiet Mill", "a drama called The Quiet Mill".
        var next = phrase.Last;
        next += next < sentence.Last && tokens[next].Lower is "called" or "titled" or "entitled" or "named" ? 1 : 0;
        next += next < sentence.Last && tokens[next].Lower is "\"" or "'" ? 1 : 0;
        if (reading.Focus.MentionAt(next) is { } named && !phrase.IsPlural)
        {
            return (named.Film, 0.93);
        }

        if (phrase.IsPlural || phrase.Article < 0)
        {
            return null;
        }

        // "A tense thriller, The Quiet Mill ...".
        if (phrase.Article == sentence.First && next < sentence.Last && tokens[next].Is(",") && reading.Focus.MentionAt(next + 1) is { } apposed)
        {
            return (apposed.Film, 0.9);
        }

        // "A Ruritanian co-production, it ...".
        if (phrase.Article == sentence.First && next < sentence.Last && tokens[next].Is(",") && reading.Slots.References.ContainsKey(next + 1))
        {
            return reading.Focus.DefaultAt(next) is { } meantBy ? (meantBy, 0.85) : null;
        }

        var before = phrase.Article - 1;
        var article = tokens[phrase.Article].Lower;
        if (before < sentence.First)
        {
            // "The Ruritanian action film was remade": what else would it be.
            var isThis = article is "this" || (article is "the" && phrase.HasGenreOrCountry && phrase.First == phrase.Article + 1
                && phrase.Last < sentence.Last && Words.Verbs.Contains(tokens[phrase.Last].Lower) && tokens[phrase.Last - 1].Lower is "film" or "movie");
            return isThis && reading.Focus.DefaultAt(phrase.Article) is { } spoken ? (spoken, article is "this" ? 0.85 : 0.75) : null;
        }

        if (article is "this" && phrase.HasGenreOrCountry && reading.Focus.DefaultAt(phrase.Article) is { } meant)
        {
            return (meant, 0.8);
        }

        return Copula(reading, phrase, sentence, before) ?? Apposition(reading, phrase, before);
    }

    // "X is a ...", "It was a ...", "the film is also a ...".
    private static (Film Film, double Confidence)? Copula(Reading reading, FilmPhrase phrase, Sentence sentence, int before)
    {
        var tokens = reading.Prose.Tokens;
        var be = before;
        while (be > sentence.First && before - be < 3 && tokens[be].Lower is "also" or "very" or "much" or "essentially" or "really" or "truly" or "simply" or "basically" or "still" or "ultimately" or "indeed" or "clearly" or "at" or "heart" or "," or "originally")
        {
            be--;
        }

        if (tokens[be].Lower is not ("is" or "was" or "'s" or "remains" or "be") || be <= sentence.First)
        {
            return null;
        }

        if (tokens[be].Is("'s") && tokens[be - 1].Lower is not ("it" or "that" or "this"))
        {
            return null;
        }

        if (tokens[be].Is("be"))
        {
            return null;
        }

        // The subject must be the film: nothing but its mention, a bracket or an apposition stands before the verb.
        var subject = be - 1;
        foreach (var reference in reading.Focus.Before(sentence, be))
        {
            if (reference.IsPassing)
            {
                continue;
            }

            var gap = be - reference.Last;
            if (gap == 0 || (gap < 40 && IsAside(reading, reference.Last, be)))
            {
                return (reference.Film ?? reading.Focus.DefaultAt(be)) is { } film ? (film, 0.96) : null;
            }
        }

        var pronoun = tokens[subject].Lower is "it" or "this" or "that" or "which" or "what" && subject - sentence.First <= 1;
        return pronoun && tokens[subject].Lower is not ("that" or "which" or "what") && reading.Focus.DefaultAt(be) is { } spoken ? (spoken, 0.9) : null;
    }

    private static bool IsAside(Reading reading, int from, int to)
    {
        var tokens = reading.Prose.Tokens;
        if (tokens[from].Is("(") && reading.Prose.Closing[from] == to - 1)
        {
            return true;
        }

        if (tokens[from].Is("(") && reading.Prose.Closing[from] is var close && close > from && close + 1 < to)
        {
            from = close + 1;
        }

        return (tokens[from].Is(",") && tokens[to - 1].Is(",")) || (to - from <= 2 && tokens[from].Lower is "itself" or "also" or "however" or "certainly");
    }

    // "X, a ...", "X (1999), a ...".
    private static (Film Film, double Confidence)? Apposition(Reading reading, FilmPhrase phrase, int before)
    {
        var tokens = reading.Prose.Tokens;
        var comma = before;
        if (tokens[comma].Is("originally"))
        {
            comma--;
        }

        // "The Quiet Mill," a drama: the comma inside the quotes.
        comma -= comma > 1 && tokens[comma].Is("\"") && tokens[comma - 1].Is(",") ? 1 : 0;
        if (comma <= 0 || tokens[comma].Lower is not ("," or "-" or "("))
        {
            return null;
        }

        var isOriginally = comma < before;
        var end = comma;
        if (end > 0 && tokens[end - 1].Is(")"))
        {
            for (var open = end - 2; open > 0 && end - open < 30; open--)
            {
                if (reading.Prose.Closing[open] == end - 1)
                {
                    end = open;
                    break;
                }
            }
        }

        end -= end > 0 && tokens[end - 1].Lower is "\"" or "'" ? 1 : 0;
        if (reading.Focus.MentionBefore(end) is { } mention)
        {
            return (mention.Film, 0.9);
        }

        if (isOriginally && reading.Focus.DefaultAt(before) is { } spoken && IsFilmNoun(reading, end - 1))
        {
            return (spoken, 0.9);
        }

        return null;
    }

    private static bool IsFilmNoun(Reading reading, int at) => at >= 0 && Phrases.FilmNouns.TryFind(reading.Prose.Tokens, at, reading.Prose.LimitOf(at), out _, out _);
}
