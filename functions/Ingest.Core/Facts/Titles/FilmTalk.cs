using System.Collections.Frozen;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Titles;

/// <summary>Whether a text speaks of films at all: in a text about anything else no title is a film's.</summary>
internal static class FilmTalk
{
    // A short notice need not say "film".
    private const int ShortText = 60;
    private const int MiddlingText = 400;
    private const double LeastShare = 0.006;

    // A long text that often says "film" may be about cameras; one about films says who made them and who is in them.
    private const int FewestMade = 4;
    private const double MadeShare = 0.0032;
    private const double NameInBrackets = 0.5;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Vocabulary = DataFile.LabelledWords("film-talk.txt");

    /// <summary>Whether it does.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="headline">Its headline, which may say what the text is about.</param>
    public static bool Is(List<Token> tokens, string? headline)
    {
        var words = 0;
        var score = 0.0;
        var sure = 0;
        var other = 0;
        var names = 0;
        var made = 0;
        var (certain, possible) = (Vocabulary["sure"], Vocabulary["perhaps"]);
        var (makers, others) = (Vocabulary["made"], Vocabulary["other"]);
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            words += token.Kind == TokenKind.Word ? 1 : 0;
            var isSure = certain.Contains(token.Lower);
            sure += isSure ? 1 : 0;
            made += makers.Contains(token.Lower) ? 1 : 0;
            other += others.Contains(token.Lower) ? 1 : 0;
            names += token.Is("(") && IsNameInBrackets(tokens, at) ? 1 : 0;
            score += isSure ? 1 : possible.Contains(token.Lower) ? 1 / 3.0 : IsNameInBrackets(tokens, at) ? NameInBrackets : 0;
        }

        if (words < ShortText)
        {
            return true;
        }

        if (words >= MiddlingText)
        {
            return sure >= 3 && score >= LeastShare * words && made >= Math.Max(FewestMade, MadeShare * words);
        }

        var (isFilms, isReview) = Announces(headline);
        return isFilms || sure >= 2 || (sure == 1 && score >= (isReview ? 1 : LeastShare * words)) || (isReview && other <= 1 && score >= 1) || (other == 0 && score >= 1 && (names >= 2 || score >= 0.01 * words));
    }

    /// <summary>Whether a part of a text says what only one film's description does: who made it, who is in it.</summary>
    public static bool IsOfOneFilm(List<Token> tokens, int first, int last)
    {
        for (var at = first; at < last; at++)
        {
            if (Vocabulary["made"].Contains(tokens[at].Lower) || IsNameInBrackets(tokens, at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a part of a text, in a list of films, says that it is about one.</summary>
    public static bool Names(List<Token> tokens, int first, int last)
    {
        for (var at = first; at < last; at++)
        {
            if (Vocabulary["sure"].Contains(tokens[at].Lower))
            {
                return true;
            }
        }

        return false;
    }

    private static (bool IsFilms, bool IsReview) Announces(string? headline)
    {
        var tokens = headline is { Length: < 400 } ? Tokeniser.Read(headline) : [];
        var isFilms = tokens.Exists(t => Vocabulary["headline"].Contains(t.Lower)) || Enumerable.Range(1, Math.Max(0, tokens.Count - 1)).Any(k => tokens[k - 1].Is("box") && tokens[k].Is("office"));
        return (isFilms, tokens.Exists(t => Vocabulary["review"].Contains(t.Lower)));
    }

    // "(Jane Roe)": who plays the one just named.
    private static bool IsNameInBrackets(List<Token> tokens, int open) =>
        tokens[open].Is("(") && open + 3 < tokens.Count && tokens[open + 1] is { Kind: TokenKind.Word, IsCapital: true } && tokens[open + 2] is { Kind: TokenKind.Word, IsCapital: true } && tokens[open + 3].Is(")");
}
