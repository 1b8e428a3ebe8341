using System.Collections.Frozen;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Titles;

/// <summary>
/// The bracket behind a title: "(Ruritanian: Mlyn tichy; also The Mill)", "(transl. The Mill)". Its parts stand between
/// semicolons, or between commas where the next part has a beginning of its own.
/// </summary>
internal static class TitleNotes
{
    private const int LongestTitle = 16;
    private const int LongestLabel = 5;

    private const double SureTitle = 0.92;
    private const double SaidTitle = 0.88;
    private const double BareTitle = 0.85;
    private const double LiteralTitle = 0.8;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Vocabulary = DataFile.LabelledWords("title-notes.txt");

    /// <summary>Whether a word is a language's or a country's adjective.</summary>
    public static bool IsLanguage(string lower) =>
        Vocabulary["language"].Contains(lower) || Phrases.Countries.TryFind(Tokeniser.Read(char.ToUpperInvariant(lower[0]) + lower[1..]), 0, 1, out _, out _);

    /// <summary>Other titles in a bracket, as tokens.</summary>
    /// <param name="prose">The text.</param>
    /// <param name="titles">Reads titles.</param>
    /// <param name="open">The opening bracket.</param>
    /// <param name="isDefined">Whether the sentence says what film it is, so that bare words can be nothing but a title.</param>
    public static IEnumerable<(int First, int Last, double Confidence)> Read(ProseText prose, TitleReader titles, int open, bool isDefined)
    {
        var close = prose.Closing[open];
        for (var first = open + 1; first < close;)
        {
            var last = PartEnd(prose, first, close);
            if (OfPart(prose, titles, first, last, isDefined) is { } title)
            {
                yield return title;
            }

            first = last + 1;
        }
    }

    private static int PartEnd(ProseText prose, int first, int close)
    {
        var isForeign = IsForeign(prose, first);
        for (var at = first; at < close; at++)
        {
            var token = prose.Tokens[at];
            isForeign &= IsForeign(prose, at) || token.Kind == TokenKind.Mark;
            if (token.Is(";") || (token.Is(",") && (isForeign || StartsPart(prose, at + 1, close))))
            {
                return at;
            }

            at = prose.Closing[at] > at && prose.Closing[at] < close ? prose.Closing[at] : at;
        }

        return close;
    }

    private static bool StartsPart(ProseText prose, int at, int close)
    {
        if (at >= close)
        {
            return true;
        }

        var token = prose.Tokens[at];
        return token.Is("\"") || (token.IsLowerWord && (Vocabulary["literal"].Contains(token.Lower) || token.Lower is "also" or "or" or "aka" or "a.k.a" or "known" or "originally" or "released" or "called" or "pronounced" or "pronunciation"))
            || (token.IsCapital && at + 1 < close && prose.Tokens[at + 1].Lower is "pronunciation" or "pronounced")
            || LabelEnd(prose, at, close, isDefined: false) > at;
    }

    private static (int First, int Last, double Confidence)? OfPart(ProseText prose, TitleReader titles, int first, int last, bool isDefined)
    {
        var tokens = prose.Tokens;
        var at = first;
        var labelled = LabelEnd(prose, at, last, isDefined);
        if (labelled < 0)
        {
            return null;
        }

        var isLabelled = labelled > at;
        at = labelled;
        var isLiteral = false;
        var isLed = false;
        while (at < last && (tokens[at].Kind == TokenKind.Mark || tokens[at].IsLowerWord || IsForeign(prose, at)) && !IsTitleQuote(tokens, at, last))
        {
            if (tokens[at].IsLowerWord)
            {
                isLiteral |= Vocabulary["literal"].Contains(tokens[at].Lower);
                isLed |= Vocabulary["lead"].Contains(tokens[at].Lower);
                if (!IsForeign(prose, at) && !Vocabulary["literal"].Contains(tokens[at].Lower) && !Vocabulary["lead"].Contains(tokens[at].Lower))
                {
                    return null;
                }
            }
            else if (prose.Closing[at] > at)
            {
                at = prose.Closing[at];
            }

            at++;
        }

        if (at >= last)
        {
            return null;
        }

        var isScript = at > first && IsForeign(prose, at - 1) && !isLabelled;
        var end = (isLiteral || isScript) && !(tokens[at].Lower is "\"" or "'") ? last : TitleEnd(prose, titles, at, last, isLabelled);
        if (end <= at || end - at > LongestTitle)
        {
            return null;
        }

        if (!isLabelled && !isLed && !isLiteral && !isScript)
        {
            var text = titles.Text(at, end);

            // "The Mill in English".
            if (at == first && end + 2 == last && tokens[end].Is("in") && IsLanguage(tokens[end + 1].Lower) && !NoTitle.Is(text))
            {
                return (at, end, SaidTitle);
            }

            // "The Mill (La piccola strada, Ruritania)".
            if (at == first && end - at > 2 && Vocabulary["article"].Contains(tokens[at].Lower) && tokens[at + 1].IsLowerWord && (end == last || tokens[end].Is(",")))
            {
                return (at, end, SaidTitle);
            }

            var isWhole = end == last && at == first;
            return isDefined && isWhole && !NoTitle.Is(text) && !NoTitle.IsPerson(text) && !tokens[at].IsYear(out _) && tokens[at].Kind == TokenKind.Word && HoldsWord(tokens, at, end)
                ? (at, end, BareTitle)
                : null;
        }

        return (at, end, isLiteral ? (IsTranslation(tokens, first, at) ? SaidTitle : LiteralTitle) : isLed ? SaidTitle : SureTitle);
    }

    // Two words at least, or a name with an article: one bare word may be anything.
    private static bool HoldsWord(List<Token> tokens, int first, int end) => end - first > 1 || tokens[first].Lower.Length > 3;

    private static bool IsTranslation(List<Token> tokens, int first, int at)
    {
        for (var k = first; k < at; k++)
        {
            if (tokens[k].Lower.StartsWith("trans", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTitleQuote(List<Token> tokens, int at, int last) => tokens[at].Lower is "\"" or "'" && at + 1 < last && (tokens[at + 1].IsCapital || tokens[at + 1].Kind == TokenKind.Number);

    private static int TitleEnd(ProseText prose, TitleReader titles, int at, int last, bool isLabelled)
    {
        var tokens = prose.Tokens;
        if (tokens[at].Lower is "\"" or "'" || !isLabelled)
        {
            var read = titles.End(at, last);
            if (read > at || !isLabelled)
            {
                return read;
            }
        }

        // Behind a language all is title, in whatever letters, up to how it is spoken and what it means.
        var end = at;
        while (end < last && prose.Closing[end] < 0 && !Vocabulary["literal"].Contains(tokens[end].Lower) && !(tokens[end].Lower is "or" or "also" && end > at && tokens[end - 1].Is(",")))
        {
            end++;
        }

        return end;
    }

    // Past "Ruritanian:" or "original title:"; the place itself without a label, -1 for a label that names something else.
    private static int LabelEnd(ProseText prose, int at, int last, bool isDefined)
    {
        var tokens = prose.Tokens;
        for (var colon = at + 1; colon < last && colon - at <= LongestLabel; colon++)
        {
            if (!tokens[colon].Is(":"))
            {
                continue;
            }

            for (var k = at; k < colon; k++)
            {
                if (!IsLabel(tokens, k, colon))
                {
                    return NamesSomethingElse(tokens, at, colon, isDefined) ? -1 : at;
                }
            }

            return colon + 1;
        }

        return at;
    }

    // "Director:", "Rating:" label other things; "X: A Story" in a sentence that says what film X is does not.
    private static bool NamesSomethingElse(List<Token> tokens, int at, int colon, bool isDefined) =>
        tokens[at].IsLowerWord || Vocabulary["other"].Contains(tokens[at].Lower) || Words.IsOccupation(tokens[at].Lower) || (colon - at == 1 && !isDefined);

    private static bool IsLabel(List<Token> tokens, int at, int colon)
    {
        var lower = tokens[at].Lower;
        return tokens[at].Lower is "/" or "-" or "&" or "'s" || Vocabulary["language"].Contains(lower) || Vocabulary["label"].Contains(lower) || lower.EndsWith("-language", StringComparison.Ordinal)
            || (tokens[at].IsCapital && Phrases.Countries.TryFind(tokens, at, colon, out _, out _)) || (tokens[at].IsCapital && lower is "korean" or "states" or "kingdom" or "kong");
    }

    // Letters of another script, which no title of these articles is told apart by.
    private static bool IsForeign(ProseText prose, int token) =>
        prose.Tokens[token].Kind == TokenKind.Word && prose.Text[prose.Tokens[token].Start] is > '\u036f' and not (>= '\u1e00' and <= '\u1eff');
}
