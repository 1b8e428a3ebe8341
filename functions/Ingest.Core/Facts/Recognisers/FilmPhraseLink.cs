using System.Collections.Frozen;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Tells which film a noun phrase that means one is said of.</summary>
internal static class FilmPhraseLink
{
    private const int MostReferences = 40;
    private const int LongestLikeness = 5;
    private static readonly FrozenDictionary<string, FrozenSet<string>> Classes = DataFile.LabelledWords("word-classes.txt");

    /// <summary>The film that a phrase is said of, and how sure that is; null where it is said of none.</summary>
    public static (Film Film, double Confidence)? FilmOf(Reading reading, FilmPhrase phrase, Sentence sentence) =>
        Joined(reading, phrase, sentence) ?? (Whole(reading, phrase, sentence) is { } whole ? Joined(reading, whole, sentence) : null) ?? FilmPhraseCue.FilmOf(reading, phrase, sentence);

    // "a lumbering dinosaur of a western": one phrase with the article of the first noun.
    private static FilmPhrase? Whole(Reading reading, FilmPhrase phrase, Sentence sentence)
    {
        var tokens = reading.Prose.Tokens;
        var noun = phrase.Article - 2;
        if (phrase.IsPlural || noun <= sentence.First || tokens[phrase.Article].Lower is not ("a" or "an") || !tokens[noun + 1].Is("of") || !Classes["likeness"].Contains(tokens[noun].Lower))
        {
            return null;
        }

        for (var k = noun - 1; k >= sentence.First && noun - k <= LongestLikeness; k--)
        {
            if (tokens[k].Lower is "a" or "an" or "this" or "the")
            {
                return phrase with { Article = k };
            }

            if (!tokens[k].IsLowerWord && !tokens[k].Is(","))
            {
                break;
            }
        }

        return null;
    }

    private static (Film Film, double Confidence)? Joined(Reading reading, FilmPhrase phrase, Sentence sentence)
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

        if (Leading(reading, phrase, sentence) is { } led)
        {
            return led;
        }

        if (phrase.IsPlural && phrase.Article >= sentence.First + 3 && tokens[phrase.Article].Is("the") && tokens[phrase.Article - 1].Is("of") && tokens[phrase.Article - 2].Is("one"))
        {
            // "X is one of the great Ruritanian westerns".
            return FilmPhraseVerb.Copula(reading, phrase, sentence, phrase.Article - 3) is { } one ? (one.Film, 0.88) : null;
        }

        // "One of the best thrillers I have seen."
        if (phrase.IsPlural && phrase.HasGenreOrCountry && phrase.Article == sentence.First + 2 && tokens[phrase.Article].Is("the") && tokens[sentence.First].Is("one") && tokens[sentence.First + 1].Is("of")
            && (phrase.Last >= sentence.Last - 1 || tokens[phrase.Last].Lower is "i" or "i've" or "ever" or "of" or "you" or "we" or "you'll") && IsAlone(reading, phrase, sentence) && reading.Focus.DefaultAt(phrase.Article) is { } best)
        {
            return (best, 0.82);
        }

        if (phrase.Article < 0 && !phrase.IsPlural && IsMass(tokens, phrase, sentence))
        {
            // "The film is melodrama."
            return FilmPhraseVerb.Copula(reading, phrase, sentence, phrase.First - 1) is { } kind ? (kind.Film, 0.86) : null;
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
            if (article is "the" && IsTold(reading, phrase, sentence) && reading.Focus.DefaultAt(phrase.Article) is { } told)
            {
                return (told, 0.78);
            }

            // "A gripping thriller with a heart." A sentence without a verb says it of the film.
            if (article is "a" or "an" && phrase.HasGenreOrCountry && (phrase.Last >= sentence.Last - 1 || tokens[phrase.Last].Lower is "with" or "about" or "that" or "which" or "for")
                && IsAlone(reading, phrase, sentence) && (phrase.Last >= sentence.Last - 1 || tokens[phrase.Last].Lower is "that" or "which" || !HasVerb(tokens, phrase.Last, sentence.Last)) && reading.Focus.DefaultAt(phrase.Article) is { IsSubject: true } alone)
            {
                return (alone, 0.8);
            }

            var isThis = article is "this" || (article is "the" && phrase.HasGenreOrCountry && phrase.First == phrase.Article + 1
                && phrase.Last < sentence.Last && Words.Verbs.Contains(tokens[phrase.Last].Lower) && tokens[phrase.Last - 1].Lower is "film" or "movie");
            return isThis && reading.Focus.DefaultAt(phrase.Article) is { } spoken ? (spoken, article is "this" ? 0.85 : 0.75) : null;
        }

        if (article is "this" && phrase.HasGenreOrCountry && reading.Focus.DefaultAt(phrase.Article) is { } meant)
        {
            return (meant, 0.8);
        }

        return FilmPhraseVerb.Copula(reading, phrase, sentence, before) ?? Apposition(reading, phrase, before) ?? FilmPhraseVerb.Made(reading, phrase, sentence, before);
    }

    // A genre without an article, as a mass: "is melodrama", "is pure horror".
    private static bool IsMass(List<Token> tokens, FilmPhrase phrase, Sentence sentence) =>
        phrase.Genres.Count == 1 && phrase.First > sentence.First && tokens[phrase.First].IsLowerWord && Classes["mass"].Contains(tokens[phrase.Last - 1].Lower)
        && (phrase.Last == sentence.Last || tokens[phrase.Last].Lower is "," or "." or ";" or "-" or "and" or "but" or "at" or "of" or "in" or "with");

    // "The feature-length documentary follows four drivers".
    private static bool IsTold(Reading reading, FilmPhrase phrase, Sentence sentence)
    {
        var tokens = reading.Prose.Tokens;

        // "The horror follows the story of": what merely unfolds or begins may be a drama of the story.
        if (phrase.Last < sentence.Last && phrase.HasGenreOrCountry && tokens[phrase.Last].Lower is "follows" or "stars" or "chronicles" or "revolves" or "centres" or "centers")
        {
            return phrase.Last - phrase.Article <= 7;
        }

        return phrase.Last < sentence.Last && phrase.Last - phrase.Article <= 7 && (phrase.First > phrase.Article + 1 || phrase.Last - phrase.First > 1 || tokens[phrase.Last - 1].Lower is "documentary" or "biopic" or "thriller" or "melodrama" or "mockumentary" or "rom-com" or "romcom" or "docudrama" or "slasher" or "chiller" or "whodunit")
            && tokens[phrase.Last].Lower is "follows" or "tells" or "stars" or "centers" or "centres" or "opens" or "chronicles" or "depicts" or "explores" or "revolves" or "traces" or "charts" or "concerns" or "premiered" or "unfolds" or "examines" or "recounts" or "begins" or "profiles";
    }

    // What stands before the film's name and is said of it: "A comedy about bees, X has", "As science fiction it is", "For a thriller,
    // it", "Part romance, part heist, it".
    private static (Film Film, double Confidence)? Leading(Reading reading, FilmPhrase phrase, Sentence sentence)
    {
        var tokens = reading.Prose.Tokens;
        var start = phrase.Article >= 0 ? phrase.Article : phrase.First;
        if (phrase.IsPlural || !phrase.HasGenreOrCountry)
        {
            return null;
        }

        var before = start - 1;
        var isPart = phrase.First > sentence.First && tokens[phrase.First - 1].Lower is "part" or "half" && (phrase.First - 1 == sentence.First || tokens[phrase.First - 2].Lower is "," or "and" or "is" or "'s");
        if (isPart && tokens[sentence.First].Lower is "part" or "half")
        {
            return SubjectAfterComma(reading, phrase.Last, sentence);
        }

        if (isPart)
        {
            for (var be = phrase.First - 2; be > sentence.First && phrase.First - be <= 12; be--)
            {
                if (tokens[be].Lower is "is" or "was" or "'s")
                {
                    return reading.Focus.ReferenceBefore(be) is { IsPassing: false } part && (part.Film ?? reading.Focus.DefaultAt(be)) is { } film ? (film, 0.88) : null;
                }
            }

            return null;
        }

        // "As a thriller, it", "For a slasher, X is".
        if (before >= sentence.First && tokens[before].Lower is "as" or "for" && (before == sentence.First || tokens[before - 1].Is(";")) && (tokens[before].Is("as") || phrase.Article >= 0) && phrase.Last < sentence.Last)
        {
            var next = phrase.Last + (tokens[phrase.Last].Is(",") ? 1 : 0);
            return next < sentence.Last && Subject(reading, next) is { } meant ? (meant, 0.85) : null;
        }

        // "A comedy about bees, X has".
        var isIndefinite = phrase.Article == sentence.First && tokens[phrase.Article].Lower is "a" or "an";
        return isIndefinite && phrase.Last < sentence.Last && (tokens[phrase.Last].Is(",") || (tokens[phrase.Last].IsLowerWord && ((Words.Blockers.Contains(tokens[phrase.Last].Lower) && !Words.Verbs.Contains(tokens[phrase.Last].Lower)) || Classes["participle"].Contains(tokens[phrase.Last].Lower))))
            ? SubjectAfterComma(reading, phrase.Last, sentence)
            : null;
    }

    private static (Film Film, double Confidence)? SubjectAfterComma(Reading reading, int from, Sentence sentence)
    {
        var tokens = reading.Prose.Tokens;
        var commas = 0;
        for (var k = from; k + 1 < sentence.Last && k - from <= 30 && commas < 4; k++)
        {
            if (tokens[k].Lower is ";" or ":" or "-")
            {
                return null;
            }

            if (tokens[k].Is(","))
            {
                commas++;
                if (Subject(reading, k + 1) is { } film)
                {
                    return (film, tokens[k + 1].Is("it") ? 0.86 : 0.9);
                }
            }
        }

        return null;
    }

    // No film but the one spoken of is named in the sentence.
    private static bool IsAlone(Reading reading, FilmPhrase phrase, Sentence sentence) =>
        reading.Focus.DefaultAt(phrase.First) is var film && !reading.Focus.Before(sentence, sentence.Last).Take(MostReferences).Any(r => r.Film is not null && r.Film != film);

    private static bool HasVerb(List<Token> tokens, int from, int to) => Enumerable.Range(from, Math.Min(to - from, 60)).Any(k => tokens[k].IsLowerWord && Words.Verbs.Contains(tokens[k].Lower));

    // The film that a clause begins with.
    private static Film? Subject(Reading reading, int at)
    {
        var tokens = reading.Prose.Tokens;
        var name = at + (tokens[at].Lower is "\"" or "'" ? 1 : 0);
        if (reading.Focus.MentionAt(name) is { } mention)
        {
            return mention.Film;
        }

        if (tokens[at].Is("it"))
        {
            // "It" is the film where a verb of the sentence's own follows.
            return at + 1 < tokens.Count && (tokens[at + 1].IsLowerWord || tokens[at + 1].Is("'s")) ? reading.Focus.DefaultAt(at) : null;
        }

        return reading.Slots.References.ContainsKey(at) ? reading.Focus.DefaultAt(at) : null;
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
