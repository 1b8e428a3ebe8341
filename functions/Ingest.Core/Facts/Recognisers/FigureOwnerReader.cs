using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Tells whose sum it is: walks from a verb or a possessive back to the noun it belongs to.</summary>
internal static class FigureOwnerReader
{
    private const int Reach = 30;
    private const int WidestPhrase = 5;
    private const int WidestInsertion = 14;

    /// <summary>The subject of the verb, or the owner of the noun, that starts at a token.</summary>
    /// <param name="reading">The article.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">The verb or noun.</param>
    /// <param name="isVerb">Whether it is a verb, whose subject must be a film.</param>
    public static FigureOwner Of(Reading reading, Sentence sentence, int at, bool isVerb)
    {
        var tokens = reading.Prose.Tokens;
        var isParticiple = isVerb && tokens[at].Lower.EndsWith("ing", StringComparison.Ordinal);
        var steps = 0;
        for (var k = at - 1; k >= sentence.First && steps++ < Reach;)
        {
            var token = tokens[k];
            if (reading.Focus.ReferenceBefore(k + 1) is { } reference && reference.Last == k + 1)
            {
                // "The makers of X spent": the noun before is meant.
                if (isVerb && !isParticiple && reference.First - 1 > sentence.First && FigureWords.Is("preposition", tokens, reference.First - 1, reference.First))
                {
                    k = reference.First - 2;
                    continue;
                }

                return token.Is("it") ? new FigureOwner(FigureOwnerKind.Pronoun) : new FigureOwner(FigureOwnerKind.Film, reference.Film);
            }

            if (token.Is("'s") || (token.Is("'") && !token.AfterSpace && k > sentence.First && tokens[k - 1].Lower.EndsWith('s') && k + 1 < tokens.Count && tokens[k + 1].AfterSpace))
            {
                return Possessor(reading, sentence, k - 1);
            }

            if (token.Is("would") && k + 1 < at && tokens[k + 1].Lower is "go" or "eventually" or "ultimately" or "later" or "end" or "soon" or "finally")
            {
                k--; // "would go on to gross": it did.
                continue;
            }

            // "Her wedding has a budget of": a subject.
            isVerb |= token.Lower is "has" or "had" or "have" or "got" or "having";
            if (FigureWords.Is("unreal", tokens, k, k + 1))
            {
                return isVerb ? new FigureOwner(FigureOwnerKind.Unreal) : default;
            }

            if (isVerb && NounStart(tokens, sentence, k) is var noun and >= 0)
            {
                return Of(reading, sentence, noun, isVerb: false); // "its three-day opening brought in"
            }

            if (FigureWords.Is("pronoun-film", tokens, k, k + 1) || (token.Is("one") && k > sentence.First && tokens[k - 1].Is("this")))
            {
                return new FigureOwner(token.Is("it") ? FigureOwnerKind.Pronoun : FigureOwnerKind.Film);
            }

            if (FigureWords.Is("pronoun-people", tokens, k, k + 1))
            {
                return isVerb ? new FigureOwner(FigureOwnerKind.Other) : default;
            }

            if (FigureWords.Is("adverb", tokens, k, k + 1) || (token.IsLowerWord && token.Lower.EndsWith("ly", StringComparison.Ordinal)) || token.Lower is "which" or "that")
            {
                k--;
                continue;
            }

            if (token.Kind == TokenKind.Mark)
            {
                return token.Is(",") ? BehindComma(reading, sentence, k, isVerb, isParticiple) : default;
            }

            if (token.Is("as") && k > sentence.First && k + 2 < at && tokens[k + 1].Is("a") && tokens[k + 2].Is("whole"))
            {
                k--;
                continue;
            }

            if (FigureWords.Is("boundary", tokens, k, k + 1) || (!isVerb && FigureWords.Is("preposition", tokens, k, k + 1)))
            {
                return !isVerb && token.Is("with") ? HeldBy(reading, sentence, k - 1) : default;
            }

            if (FigureWords.Is("audience", tokens, k, k + 1))
            {
                // "The year's biggest hit took".
                return new FigureOwner(isVerb && !isParticiple && IsOtherFilm(tokens, sentence, k) ? FigureOwnerKind.Other : FigureOwnerKind.Audience);
            }

            if (IsFilmNoun(tokens, sentence, k))
            {
                return new FigureOwner(IsOtherFilm(tokens, sentence, k) ? FigureOwnerKind.Other : FigureOwnerKind.Film);
            }

            // "The whole thing cost", "somebody says the thing cost".
            if (isVerb && token.Lower is "thing" or "shebang" && k > sentence.First && (tokens[k - 1].Lower is "whole" or "entire" || (tokens[k - 1].Is("the") && (FigureWords.Any("hearsay", tokens, sentence.First, k) || FigureWords.Any("office", tokens, k, sentence.Last)
                || FigureWords.Any("opening", tokens, k, sentence.Last)))) && reading.Focus.DefaultAt(k) is not null)
            {
                return new FigureOwner(FigureOwnerKind.Pronoun);
            }

            if (token.IsCapital && IsTitleInPart(reading, sentence, k))
            {
                return new FigureOwner(FigureOwnerKind.Film);
            }

            if (isParticiple && FigureWords.Is("outcome", tokens, k, k + 1))
            {
                return default;
            }

            if (!isVerb && Phrases.Countries.TryFind(tokens, k, k + 1, out _, out _))
            {
                k--;
                continue;
            }

            if (PhraseStart(tokens, sentence, k) is var start and >= 0)
            {
                k = start - 1;
                continue;
            }

            return isVerb && !(isParticiple && token.IsLowerWord) ? new FigureOwner(FigureOwnerKind.Other) : default;
        }

        return default;
    }

    // The title in another spelling, or its last word.
    private static bool IsTitleInPart(Reading reading, Sentence sentence, int last)
    {
        if (reading.Focus.DefaultAt(last) is not { } film)
        {
            return false;
        }

        var tokens = reading.Prose.Tokens;
        var words = TitleWords.Of(film.Title);
        var (same, all) = (0, 0);
        for (var k = last; k >= sentence.First && last - k < 8 && (tokens[k].IsCapital || Words.Connectors.Contains(tokens[k].Lower)); k--)
        {
            all += tokens[k].IsCapital ? 1 : 0;
            same += tokens[k].IsCapital && tokens[k].Lower.Length > 2 && words.Contains(tokens[k].Lower) ? 1 : 0;
        }

        return all == 1 ? same == 1 && tokens[last].Lower.Length > 4 : same >= 2 && 2 * same >= all;
    }

    // Where the noun of a sum starts that ends at a token: "worldwide gross", "opening weekend".
    private static int NounStart(List<Token> tokens, Sentence sentence, int last)
    {
        for (var k = Math.Max(sentence.First, last - 3); k <= last; k++)
        {
            if ((FigureWords.Nouns.TryFind(tokens, k, last + 1, out _, out var end) && end == last + 1) || FigureWords.End("opening", tokens, k, last + 1) == last + 1)
            {
                return k;
            }
        }

        return -1;
    }

    // "The film, shot in forty days, cost": the noun before the insertion. "Released in May, grossed": nobody.
    private static FigureOwner BehindComma(Reading reading, Sentence sentence, int comma, bool isVerb, bool isParticiple)
    {
        var tokens = reading.Prose.Tokens;
        if (!isVerb || isParticiple)
        {
            return default;
        }

        // "Its forerunner, X, earned".
        if (reading.Focus.ReferenceBefore(comma) is { } named && named.Last == comma && named.First > sentence.First && tokens[named.First - 1].Is(","))
        {
            return new FigureOwner(FigureOwnerKind.Film, named.Film);
        }

        for (var k = comma - 1; k > sentence.First && comma - k <= WidestInsertion; k--)
        {
            if (!tokens[k].Is(","))
            {
                continue;
            }

            if (reading.Focus.ReferenceBefore(k) is { } reference && reference.Last == k)
            {
                return new FigureOwner(FigureOwnerKind.Film, reference.Film);
            }

            return IsName(tokens, sentence, k) ? new FigureOwner(FigureOwnerKind.Other) : default;
        }

        return default;
    }

    // Whether the sentence up to here is nothing but a name or a noun phrase that is no film.
    private static bool IsName(List<Token> tokens, Sentence sentence, int end)
    {
        if (end - sentence.First > 6)
        {
            return false;
        }

        for (var k = sentence.First; k < end; k++)
        {
            if (!tokens[k].IsCapital && !Words.Connectors.Contains(tokens[k].Lower))
            {
                return false;
            }
        }

        return end - sentence.First > 1 || !Words.Openings.Contains(tokens[sentence.First].Lower);
    }

    /// <summary>Whose something is: the noun that ends at a token, before its 's.</summary>
    public static FigureOwner Possessor(Reading reading, Sentence sentence, int last)
    {
        var tokens = reading.Prose.Tokens;
        if (last < sentence.First)
        {
            return default;
        }

        if (reading.Focus.ReferenceBefore(last + 1) is { } reference && reference.Last == last + 1)
        {
            return new FigureOwner(FigureOwnerKind.Film, reference.Film);
        }

        if (IsFilmNoun(tokens, sentence, last))
        {
            return new FigureOwner(IsOtherFilm(tokens, sentence, last) ? FigureOwnerKind.Other : FigureOwnerKind.Film);
        }

        // "last year's", "the country's": a place or a time owns no film's sums; "today's".
        return new FigureOwner(FigureOwnerKind.Other);
    }

    // "lands a role in a film with a budget of": some film. "It is a film with a budget of": this one.
    private static FigureOwner HeldBy(Reading reading, Sentence sentence, int last)
    {
        var tokens = reading.Prose.Tokens;
        return last >= sentence.First && IsFilmNoun(tokens, sentence, last) && IsOtherFilm(tokens, sentence, last) ? new FigureOwner(FigureOwnerKind.Other) : default;
    }

    private static bool IsFilmNoun(List<Token> tokens, Sentence sentence, int last) =>
        Phrases.FilmNouns.TryFind(tokens, last, last + 1, out var strong, out _) && strong && last >= sentence.First;

    private static bool IsOtherFilm(List<Token> tokens, Sentence sentence, int noun)
    {
        for (var k = noun - 1; k >= sentence.First && noun - k <= WidestPhrase; k--)
        {
            if (FigureWords.Is("other-film", tokens, k, k + 1))
            {
                return true;
            }

            if (tokens[k].Lower is "a" or "an")
            {
                // "is a film that cost", "for a film made for", at a clause's start.
                return k > sentence.First && !(tokens[k - 1].Lower is "is" or "was" or "'s" or "be" or "as" or "for" or "," or "-" or "it" or "been" or ":" or "such" or "makes" or "only" or "just" or "not");
            }

            if (tokens[k].Lower is "the" or "this" or "its" || tokens[k].Kind == TokenKind.Mark)
            {
                return false;
            }
        }

        return false;
    }

    // "in its first week": where the phrase starts that ends at a token.
    private static int PhraseStart(List<Token> tokens, Sentence sentence, int last)
    {
        for (var k = last; k >= sentence.First && last - k <= WidestPhrase; k--)
        {
            if (k < last && FigureWords.Is("preposition", tokens, k, k + 1))
            {
                return k;
            }

            var opensNoun = k < last && tokens[k].Lower is "the" or "a" or "an" or "his" or "her" or "their" && !(k > sentence.First && FigureWords.Is("preposition", tokens, k - 1, k));
            if (opensNoun || (tokens[k].Kind == TokenKind.Mark && !tokens[k].Is("'s")))
            {
                return -1;
            }
        }

        return -1;
    }
}
