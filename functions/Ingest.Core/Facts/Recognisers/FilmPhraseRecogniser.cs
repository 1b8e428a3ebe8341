using System.Collections.Frozen;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Year, countries and genres of noun phrases that stand for a film: "a tense 1999 Ruritanian crime thriller".</summary>
internal sealed class FilmPhraseRecogniser : IRecogniser
{
    private const int MostReferences = 40;
    private static readonly FrozenDictionary<string, FrozenSet<string>> Classes = DataFile.LabelledWords("word-classes.txt");

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

        if (Leading(reading, phrase, sentence) is { } led)
        {
            return led;
        }

        if (phrase.IsPlural && phrase.Article >= sentence.First + 3 && tokens[phrase.Article].Is("the") && tokens[phrase.Article - 1].Is("of") && tokens[phrase.Article - 2].Is("one"))
        {
            // "X is one of the great Ruritanian westerns".
            return Copula(reading, phrase, sentence, phrase.Article - 3) is { } one ? (one.Film, 0.88) : null;
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
            return Copula(reading, phrase, sentence, phrase.First - 1) is { } kind ? (kind.Film, 0.86) : null;
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

        return Copula(reading, phrase, sentence, before) ?? Apposition(reading, phrase, before) ?? Made(reading, phrase, sentence, before);
    }

    // "The result is a", "what we get is a", "what emerges is a".
    private static bool IsResult(List<Token> tokens, int subject, int first)
    {
        var isResult = Classes["result"].Contains(tokens[subject].Lower) && subject > first && tokens[subject - 1].Lower is "the" or "end" or "final" or "net";
        var isGiven = tokens[subject].Lower is "emerges" or "results" or "get" or "gets" or "have" && subject > first && Enumerable.Range(Math.Max(first, subject - 3), Math.Min(3, subject - first)).Any(k => tokens[k].Is("what"));
        return isResult || isGiven;
    }

    // A genre without an article, as a mass: "is melodrama", "is pure horror".
    private static bool IsMass(List<Token> tokens, FilmPhrase phrase, Sentence sentence) =>
        phrase.Genres.Count == 1 && phrase.First > sentence.First && tokens[phrase.First].IsLowerWord && Classes["mass"].Contains(tokens[phrase.Last - 1].Lower)
        && (phrase.Last == sentence.Last || tokens[phrase.Last].Lower is "," or "." or ";" or "-" or "and" or "but" or "at" or "of" or "in" or "with");

    // "has made an accomplished comedy", "turns this premise into a brilliant comedy", "builds the first half as a dark comedy".
    private static (Film Film, double Confidence)? Made(Reading reading, FilmPhrase phrase, Sentence sentence, int before)
    {
        var tokens = reading.Prose.Tokens;
        if (!phrase.HasGenreOrCountry || tokens[phrase.Article].Lower is not ("a" or "an") || before <= sentence.First || reading.Focus.DefaultAt(before) is not { IsSubject: true } film
            || reading.Focus.Before(sentence, sentence.Last).Take(MostReferences).Any(r => r.Film is not null && r.Film != film) || (phrase.Last < sentence.Last && tokens[phrase.Last].Lower is "before" or "once" or "out" or "for"))
        {
            return null;
        }

        // "make this a competent thriller", "what makes it a fine horror film".
        if (tokens[before].Lower is "this" or "it" && before - 1 > sentence.First && tokens[before - 1].Lower is "make" or "makes" or "made" or "making" or "keeps" or "keep")
        {
            return (film, 0.82);
        }

        if (tokens[before].Lower is "into" or "as")
        {
            var hasObject = false;
            for (var k = before - 1; k >= sentence.First && before - k <= 10 && tokens[k].Lower is not ("," or ";" or "and" or "but"); k--)
            {
                hasObject |= Classes["material"].Contains(tokens[k].Lower);
                if (hasObject && Classes[tokens[before].Is("as") ? "builds" : "turns"].Contains(tokens[k].Lower))
                {
                    return IsTaken(tokens, k, sentence.First) ? null : (film, 0.84);
                }
            }

            return null;
        }

        var verb = before - (tokens[before].Lower is "us" or "up" ? 1 : 0);
        if (verb <= sentence.First)
        {
            return null;
        }

        var isPerfect = Classes["delivered"].Contains(tokens[verb].Lower) && tokens[verb - 1].Lower is "has" or "have" or "'ve" or "having";
        var isPresent = Classes["delivers"].Contains(tokens[verb].Lower);
        return (isPerfect || isPresent) && !IsTaken(tokens, verb, sentence.First) ? (film, 0.84) : null;
    }

    // "never turns", "might have made", "wants to make".
    private static bool IsTaken(List<Token> tokens, int verb, int first) =>
        Enumerable.Range(Math.Max(first, verb - 3), Math.Min(3, verb - first)).Any(k => tokens[k].Lower is "not" or "never" or "n't" or "might" or "could" or "would" or "should" or "if" or "hardly" or "rarely" or "fails" or "cannot" or "wants" or "tries" or "hoping" or "i" or "we" or "you");

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
        return isIndefinite && phrase.Last < sentence.Last && (tokens[phrase.Last].Is(",") || (tokens[phrase.Last].IsLowerWord && Words.Blockers.Contains(tokens[phrase.Last].Lower) && !Words.Verbs.Contains(tokens[phrase.Last].Lower)))
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

    // "X is a ...", "It was a ...", "the film is also a ...".
    private static (Film Film, double Confidence)? Copula(Reading reading, FilmPhrase phrase, Sentence sentence, int before)
    {
        var tokens = reading.Prose.Tokens;
        var be = before;
        while (be > sentence.First && before - be < 3 && tokens[be].Lower is "also" or "very" or "much" or "essentially" or "really" or "truly" or "simply" or "basically" or "still" or "ultimately" or "indeed" or "clearly" or "at" or "heart" or "," or "originally")
        {
            be--;
        }

        // "X is billed as a ...", "X works best as a ...".
        var isAs = tokens[be].Is("as") && be - 2 > sentence.First;
        if (isAs)
        {
            be -= tokens[be - 1].Lower is "best" or "better" or "well" or "mainly" or "primarily" ? 2 : 1;
            if (Classes["serves"].Contains(tokens[be].Lower) && reading.Focus.ReferenceBefore(be) is { IsPassing: false } serving)
            {
                return (serving.Film ?? reading.Focus.DefaultAt(be)) is { } served ? (served, 0.85) : null;
            }

            if (!Classes["billed"].Contains(tokens[be].Lower))
            {
                return null;
            }

            be--;
            while (be > sentence.First + 1 && tokens[be].Lower is "being" or "been" or "best" or "often" or "usually" or "variously" or "widely" or "be" or "originally")
            {
                be--;
            }

            if (tokens[be].Lower is "," or "(" || reading.Focus.ReferenceBefore(be + 1) is not null)
            {
                return reading.Focus.ReferenceBefore(be + 1) is { IsPassing: false } sold && (sold.Film ?? reading.Focus.DefaultAt(be)) is { } named ? (named, 0.88) : null;
            }

            return tokens[be].Lower is "is" or "was" or "has" or "could" or "can" or "might" or "may" && reading.Focus.ReferenceBefore(be) is { IsPassing: false } billed
                && (billed.Film ?? reading.Focus.DefaultAt(be)) is { } film2 ? (film2, 0.88) : null;
        }

        if (tokens[be].Lower is not ("is" or "was" or "'s" or "remains" or "be" or "became" or "becomes") || be <= sentence.First)
        {
            return null;
        }

        if (tokens[be].Lower is "became" or "becomes" && phrase.Countries.Count == 0)
        {
            return null; // "became a cult film"
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

            var end = reference.Last + (reference.Last < be && tokens[reference.Last].Lower is "\"" or "'" ? 1 : 0);
            var gap = be - end;
            if (gap == 0 || (gap < 40 && IsAside(reading, end, be)))
            {
                return (reference.Film ?? reading.Focus.DefaultAt(be)) is { } film ? (film, 0.96) : null;
            }
        }

        if (IsResult(tokens, subject, sentence.First) && reading.Focus.DefaultAt(be) is { } made)
        {
            return (made, 0.86);
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

        // "X (transl. ...) abbreviated as Y, is a".
        if (tokens[to - 1].Is(",") && tokens[from].Lower is "abbreviated" or "stylised" or "stylized" or "also" or "known" or "billed" or "originally" or "aka" or "commonly" or "marketed" or "titled" or "or")
        {
            return true;
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
