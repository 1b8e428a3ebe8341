using System.Collections.Frozen;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>The film that a verb joins to a noun phrase that means one.</summary>
internal static class FilmPhraseVerb
{
    private const int MostReferences = 40;
    private static readonly FrozenDictionary<string, FrozenSet<string>> Classes = DataFile.LabelledWords("word-classes.txt");

    /// <summary>"has made an accomplished comedy", "turns this premise into a brilliant comedy", "builds the first half as a dark comedy".</summary>
    public static (Film Film, double Confidence)? Made(Reading reading, FilmPhrase phrase, Sentence sentence, int before)
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

    // "The result is a", "what we get is a", "what emerges is a".
    private static bool IsResult(List<Token> tokens, int subject, int first)
    {
        var isResult = Classes["result"].Contains(tokens[subject].Lower) && subject > first && tokens[subject - 1].Lower is "the" or "end" or "final" or "net";
        var isGiven = tokens[subject].Lower is "emerges" or "results" or "get" or "gets" or "have" && subject > first && Enumerable.Range(Math.Max(first, subject - 3), Math.Min(3, subject - first)).Any(k => tokens[k].Is("what"));
        return isResult || isGiven;
    }

    /// <summary>"X is a ...", "It was a ...", "the film is also a ...".</summary>
    public static (Film Film, double Confidence)? Copula(Reading reading, FilmPhrase phrase, Sentence sentence, int before)
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
}
