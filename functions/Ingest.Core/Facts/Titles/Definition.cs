using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Titles;

/// <summary>A sentence that says what film something is: "X is a 1999 thriller".</summary>
/// <param name="First">First token of the title.</param>
/// <param name="Last">One past its last token.</param>
/// <param name="Be">The verb; between the title and it stand notes.</param>
/// <param name="IsStrong">Whether the noun can mean nothing but a film.</param>
internal sealed record Definition(int First, int Last, int Be, bool IsStrong)
{
    private const int LongestForeign = 8;
    private const int LongestPhrase = 18;
    private const int LongestSubject = 90;

    /// <summary>The definition in a sentence, or null.</summary>
    /// <param name="reading">The article.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="isKnown">Whether a title is known already.</param>
    public static Definition? Find(Reading reading, Sentence sentence, Func<string, bool> isKnown)
    {
        var tokens = reading.Prose.Tokens;
        for (var be = sentence.First + 1; be < sentence.Last && be - sentence.First < LongestSubject; be++)
        {
            if (reading.Prose.Closing[be] > be)
            {
                be = reading.Prose.Closing[be];
                continue;
            }

            if (tokens[be].Lower is not ("is" or "was") || !tokens[be].IsLowerWord || FilmNoun(tokens, be + 1, sentence.Last) is not { } strong)
            {
                continue;
            }

            var end = BeforeNotes(reading.Prose, be, sentence.First);
            if (isKnown(reading.Titles.Text(sentence.First, end)))
            {
                return new Definition(sentence.First, end, be, strong);
            }

            if (IsForeignTitle(reading, sentence, end, be))
            {
                return new Definition(sentence.First, end, be, strong);
            }

            if (!IsTitleThroughout(tokens, sentence.First, end) && TitleBeforeAside(reading, sentence.First, be, isKnown) is > 0 and var aside)
            {
                return new Definition(sentence.First, aside, be, strong);
            }

            var first = IsTitleThroughout(tokens, sentence.First, end) ? sentence.First : reading.Titles.Start(end, sentence.First);
            return first < end && !(first > sentence.First && tokens[first - 1].Lower is "for" or "of" or "by" or "from" or "to" or "with") ? new Definition(first, end, be, strong) : null;
        }

        return null;
    }

    // The noun of "a tense 1999 Ruritanian thriller": true for a certain one, false for a weak one, null for none.
    private static bool? FilmNoun(List<Token> tokens, int at, int limit)
    {
        while (at < limit && tokens[at].Lower is "perhaps" or "also" or "easily" or "arguably" or "indeed" or "truly" or "simply" or "not" or "really")
        {
            if (tokens[at].Is("not"))
            {
                return null;
            }

            at++;
        }

        if (at >= limit || tokens[at].Lower is not ("a" or "an" or "the" or "one" or "another"))
        {
            return null;
        }

        bool? found = null;
        for (var k = at + 1; k < limit && k - at <= LongestPhrase; k++)
        {
            if (tokens[k].Lower is "of" && (tokens[at].Is("one") || tokens[k - 1].Lower is "sort" or "kind" or "type" or "brand" or "breed"))
            {
                continue;
            }

            if (Phrases.FilmNouns.TryFind(tokens, k, limit, out var strong, out var end) && NounPhrase.EndsAt(tokens, end, limit))
            {
                return strong;
            }

            if (Words.Blockers.Contains(tokens[k].Lower) && tokens[k].Lower is not ("and" or "but" or "or" or "not" or "as"))
            {
                return found;
            }
        }

        return found;
    }

    /// <summary>Whether a noun that means a film ends the phrase that goes on at a token.</summary>
    public static bool IsFilmNounAhead(List<Token> tokens, int at, int limit) => FilmNounEnd(tokens, at, limit) > at;

    /// <summary>Where a phrase ends that goes on at a token and has a noun that means a film; -1 where it has none.</summary>
    public static int FilmNounEnd(List<Token> tokens, int at, int limit)
    {
        for (var k = at; k < limit && k - at < 8 && tokens[k].Kind != TokenKind.Mark && !Words.Blockers.Contains(tokens[k].Lower); k++)
        {
            if (Phrases.FilmNouns.TryFind(tokens, k, limit, out var strong, out var end) && strong && NounPhrase.EndsAt(tokens, end, limit))
            {
                return end;
            }
        }

        return -1;
    }

    // "X (Ruritanian: Y)" and "X, released abroad as Y," before the verb.
    private static int BeforeNotes(ProseText prose, int be, int first)
    {
        var end = be;
        while (end > first + 1 && prose.Tokens[end - 1].Lower is "also" or "itself" or "however" or "therefore")
        {
            end--;
        }

        if (prose.Tokens[end - 1].Is(")"))
        {
            for (var open = end - 2; open > first; open--)
            {
                if (prose.Closing[open] == end - 1)
                {
                    return open;
                }
            }
        }

        if (prose.Tokens[end - 1].Is(","))
        {
            for (var comma = end - 2; comma > first && end - comma < 30; comma--)
            {
                if (prose.Tokens[comma].Is(",") && comma + 1 < end && prose.Tokens[comma + 1].IsLowerWord)
                {
                    end = comma;
                    return prose.Tokens[end - 1].Is(")") ? BeforeNotes(prose, end, first) : end;
                }
            }

            return first;
        }

        return end;
    }

    // "X: ein Titel (Ruritanian: Y), billed as Z and commonly known as W, is": the title ends where the first aside begins.
    private static int TitleBeforeAside(Reading reading, int first, int be, Func<string, bool> isKnown)
    {
        var tokens = reading.Prose.Tokens;
        if (tokens[be - 1].Lower is not (")" or ","))
        {
            return -1;
        }

        for (var end = first + 1; end < be && end - first <= 14; end++)
        {
            var isAside = reading.Prose.Closing[end] > end || (tokens[end].Is(",") && tokens[end + 1].IsLowerWord && !GoesOn(tokens, end));
            if (isAside && (IsTitleThroughout(tokens, first, end) || HasKnownStart(reading, first, end, isKnown)))
            {
                return end;
            }
        }

        return -1;
    }

    // "X: a name in lower case" of a film known as X.
    private static bool HasKnownStart(Reading reading, int first, int end, Func<string, bool> isKnown)
    {
        for (var colon = first + 1; colon < end; colon++)
        {
            if (reading.Prose.Tokens[colon].Is(":"))
            {
                return isKnown(reading.Titles.Text(first, colon));
            }
        }

        return false;
    }

    // "X, or the Mill of Y" is one title.
    private static bool GoesOn(List<Token> tokens, int comma) =>
        comma + 2 < tokens.Count && tokens[comma + 1].Lower is "or" or "and" && (tokens[comma + 2].IsCapital || tokens[comma + 2].Kind == TokenKind.Number || tokens[comma + 2].Lower is "the" or "a" or "an");

    // "Una strada da nulla (released abroad as The Long Road) is a 1961 drama": what opens the text, small letters and all.
    private static bool IsForeignTitle(Reading reading, Sentence sentence, int end, int be)
    {
        var tokens = reading.Prose.Tokens;
        if (sentence.First < reading.BodyStart || sentence.First - reading.BodyStart > LongestForeign || end - sentence.First is < 2 or > LongestForeign || end >= be || !tokens[end].Is("(") || !tokens[sentence.First].IsCapital
            || be + 2 >= sentence.Last || !(tokens[be + 2].IsYear(out _)))
        {
            return false;
        }

        for (var k = sentence.First; k < end; k++)
        {
            if (tokens[k].Kind == TokenKind.Mark && tokens[k].Lower is not ("'" or "-" or "!" or "?" or "'s"))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsTitleThroughout(List<Token> tokens, int first, int end)
    {
        if (end - first is 0 or > 14 || !(tokens[first].IsCapital || tokens[first].Kind == TokenKind.Number || tokens[first].Lower is "\"" or "'"))
        {
            return false;
        }

        if (tokens[first].Is("\"") || tokens[first].Is("'"))
        {
            return tokens[end - 1].Lower == tokens[first].Lower;
        }

        if (end - first == 1)
        {
            return !Words.NeverInNames.Contains(tokens[first].Lower) && !Words.Openings.Contains(tokens[first].Lower);
        }

        // "Starring Jane Roe and John Doe, X is".
        if (tokens[first].Lower is "starring" or "featuring" or "with" or "directed" or "written" or "adapting" && tokens[first + 1].IsCapital)
        {
            return false;
        }

        // "Inspired by X, Y is": a participle opens the sentence, not the title.
        if (tokens[first].Lower is var word && (word.EndsWith("ed", StringComparison.Ordinal) || word is "set" or "written" or "based" or "shot") && tokens[first + 1].IsLowerWord)
        {
            return false;
        }

        for (var k = first; k < end; k++)
        {
            var token = tokens[k];
            var fits = token.Kind == TokenKind.Number || token.IsCapital || token.Lower is "'s" or "&" or ":" or "!" or "?" or "-" or "/" or "."
                || (token.Is(",") && k + 1 < end && (tokens[k + 1].IsCapital || (k + 2 < end && GoesOn(tokens, k))))
                || (token.IsLowerWord && Words.Connectors.Contains(token.Lower) && k + 1 < end);
            if (!fits)
            {
                return false;
            }
        }

        // "In The Quiet Mill", "Like Signals" and "Jane Roe's Signals" need the closer look.
        return !(Words.Connectors.Contains(tokens[first].Lower) && tokens[first + 1].Lower is "the" or "a" or "an");
    }
}
