using System.Collections.Frozen;
using System.Collections.Immutable;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Titles;

/// <summary>Whether a text speaks of films at all: in a text about anything else no title is a film's.</summary>
internal static class FilmTalk
{
    // A short notice need not say "film".
    private const int ShortText = 60;

    // Fewer are no notice of anything.
    private const int FewestWords = 5;
    private const double LeastShare = 0.005;
    private const double NameInBrackets = 0.5;

    // How many words of films outweigh one of another kind of work: books of films name books, too.
    private const double Against = 0.6;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Vocabulary = DataFile.LabelledWords("film-talk.txt");
    private static readonly ImmutableArray<string> Others = [.. Vocabulary.Keys.Where(k => k.StartsWith("other-", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    private static readonly FrozenDictionary<string, int> OtherOf = Enumerable.Range(0, Others.Length)
        .SelectMany(k => Vocabulary[Others[k]].Select(word => (word, k))).ToFrozenDictionary(o => o.word, o => o.k, StringComparer.Ordinal);

    /// <summary>Whether it does: words of films stand in it, more of them than of any other kind of work that is reviewed.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="headline">Its headline, which may say what the text is about.</param>
    public static bool Is(List<Token> tokens, string? headline)
    {
        var (words, sure, names) = (0, 0, 0);
        var score = 0.0;
        var others = new int[Others.Length];
        var (certain, possible) = (Vocabulary["sure"], Vocabulary["perhaps"]);
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            if (token.Is("(") && IsNameInBrackets(tokens, at))
            {
                names++;
                score += NameInBrackets;
            }

            if (token.Kind != TokenKind.Word)
            {
                continue;
            }

            words++;
            var isSure = certain.Contains(token.Lower);
            sure += isSure ? 1 : 0;
            score += isSure ? 1 : possible.Contains(token.Lower) ? 1 / 3.0 : 0;
            if (OtherOf.TryGetValue(token.Lower, out var kind))
            {
                others[kind]++;
            }
        }

        var other = others.Max();
        if (words < ShortText)
        {
            return words < FewestWords ? score > 0 || Announces(headline) is { IsFilms: true } or { IsReview: true } : other < 3 || score > 0;
        }

        var (isFilms, isReview) = Announces(headline);
        if ((score < LeastShare * words && !(isReview && other <= 1)) || score < Against * other)
        {
            return false;
        }

        return score >= 1 ? sure > 0 || isFilms || isReview || (names > 0 && other <= 1) : isReview && score > 0 && other <= 1;
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

    /// <summary>Whether a word says that somebody writes about films.</summary>
    public static bool IsCritic(string lower) => Vocabulary["critic"].Contains(lower);

    /// <summary>Whether a word in capitals is one that writers raise their voice for.</summary>
    public static bool IsShout(string lower) => Vocabulary["shout"].Contains(lower);

    /// <summary>Whether a verb behind a name says that somebody makes films.</summary>
    public static bool IsWork(string lower) => Vocabulary["work"].Contains(lower);

    /// <summary>Whether a verb does so where "as" or "in" follows.</summary>
    public static bool IsWorkIn(string lower) => Vocabulary["work-in"].Contains(lower);

    private static (bool IsFilms, bool IsReview) Announces(string? headline)
    {
        var tokens = headline is { Length: < 400 } ? Tokeniser.Read(headline) : [];
        var isFilms = tokens.Exists(t => Vocabulary["headline"].Contains(t.Lower)) || Enumerable.Range(1, Math.Max(0, tokens.Count - 1)).Any(k => tokens[k - 1].Is("box") && tokens[k].Is("office"));

        // "The Quiet Mill (1999)" heads what is said of a film.
        var isDated = Enumerable.Range(0, Math.Max(0, tokens.Count - 2)).Any(k => tokens[k].Is("(") && tokens[k + 1].IsYear(out _) && tokens[k + 2].Is(")"));
        return (isFilms, isDated || tokens.Exists(t => Vocabulary["review"].Contains(t.Lower)));
    }

    // "(Jane Roe)": who plays the one just named.
    private static bool IsNameInBrackets(List<Token> tokens, int open) =>
        tokens[open].Is("(") && open + 3 < tokens.Count && tokens[open + 1] is { Kind: TokenKind.Word, IsCapital: true } && tokens[open + 2] is { Kind: TokenKind.Word, IsCapital: true } && tokens[open + 3].Is(")");
}
