using System.Globalization;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Prose;

/// <summary>Cuts text into tokens; every code unit is looked at a bounded number of times.</summary>
internal static class Tokeniser
{
    // A longer run of letters is no word of any use; cutting it keeps look-ups short.
    private const int LongestWord = 64;
    private const int ShortText = 200;

    /// <summary>The tokens of a text, in order.</summary>
    public static List<Token> Read(string text) => Read(text, out _);

    /// <summary>The tokens of a text, in order, and its different words by their numbers; a short text may repeat some.</summary>
    public static List<Token> Read(string text, out List<string> words)
    {
        words = [];
        var tokens = new List<Token>(text.Length / 5);
        // Words of a title or a name hardly recur.
        var pool = text.Length > ShortText ? new Dictionary<string, int>(StringComparer.Ordinal) : null;
        var lookup = pool?.GetAlternateLookup<ReadOnlySpan<char>>() ?? default;
        Span<char> buffer = stackalloc char[(2 * LongestWord) + 8];
        var at = 0;
        var afterSpace = true;
        while (at < text.Length)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c) || c is '\u200b' or '\u200e' or '\u200f' or '\ufeff' or '\u00ad')
            {
                afterSpace |= char.IsWhiteSpace(c);
                at++;
                continue;
            }

            var (end, kind) = EndOf(text, at, tokens);
            var length = text.AsSpan(at, end - at).ToLowerInvariant(buffer);
            var lower = Plain(buffer[..length], kind);
            var word = words.Count;
            if (pool is null || !lookup.TryGetValue(lower, out word))
            {
                word = words.Count;
                words.Add(lower.ToString());
                pool?.Add(words[word], word);
            }

            tokens.Add(new Token(at, end, kind, words[word], char.IsUpper(c), afterSpace, word));
            afterSpace = false;
            at = end;
        }

        return tokens;
    }

    private static (int End, TokenKind Kind) EndOf(string text, int at, List<Token> before)
    {
        var c = text[at];
        if (IsPossessive(text, at))
        {
            return (at + 2, TokenKind.Mark);
        }

        if (char.IsDigit(c))
        {
            return NumberEnd(text, at);
        }

        if (!IsLetter(c))
        {
            return (char.IsHighSurrogate(c) && at + 1 < text.Length ? at + 2 : at + 1, TokenKind.Mark);
        }

        var glued = before.Count > 0 && before[^1].End == at && before[^1].Kind == TokenKind.Number;
        return (WordEnd(text, at, glued), TokenKind.Word);
    }

    private static (int End, TokenKind Kind) NumberEnd(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < LongestWord)
        {
            if (char.IsDigit(text[end]))
            {
                end++;
            }
            else if (text[end] is '.' or ',' && end + 1 < text.Length && char.IsDigit(text[end + 1]))
            {
                end++;
            }
            else
            {
                break;
            }
        }

        // "7th", "1990s", "3D", "21st-century" are words; "64m" is a number and a word, "20-30" two numbers.
        var letters = end;
        while (letters < text.Length && letters - at < LongestWord && IsLetter(text[letters]))
        {
            letters++;
        }

        var suffix = text.AsSpan(end, letters - end);
        if (suffix.Length is > 0 and <= 2 && IsOrdinal(suffix))
        {
            var goesOn = letters + 1 < text.Length && text[letters] == '-' && IsLetter(text[letters + 1]);
            return (goesOn ? WordEnd(text, letters + 1, false) : letters, TokenKind.Word);
        }

        return (end, TokenKind.Number);
    }

    private static bool IsOrdinal(ReadOnlySpan<char> suffix) => suffix is "th" or "st" or "nd" or "rd" or "s" or "D" or "d" or "TH" or "ST" or "ND" or "RD";

    private static int WordEnd(string text, int at, bool afterNumber)
    {
        var end = at;
        var stops = 0;
        while (end < text.Length && end - at < LongestWord)
        {
            var c = text[end];
            var next = end + 1 < text.Length ? text[end + 1] : ' ';
            if (IsLetter(c) || (char.IsDigit(c) && !afterNumber) || IsCombining(c))
            {
                end++;
            }
            else if (c is '-' or '\u2010' or '\u2011' && (IsLetter(next) || char.IsDigit(next)) && end > at && !IsScale(text.AsSpan(at, end - at)))
            {
                end++;
            }
            else if (c is '\'' or '\u2019' && IsLetter(next) && !IsPossessive(text, end))
            {
                end++;
            }
            else if (c == '.' && IsLetter(next) && end - LastStop(text, at, end) <= 2)
            {
                stops++;
                end++;
            }
            else if (c == '.' && EndsAbbreviation(text, at, end, stops))
            {
                return end + 1;
            }
            else
            {
                break;
            }
        }

        return Math.Max(end, at + 1);
    }

    // "million-budgeted" is an amount's scale and a word.
    private static bool IsScale(ReadOnlySpan<char> word) =>
        word.Equals("million", StringComparison.OrdinalIgnoreCase) || word.Equals("billion", StringComparison.OrdinalIgnoreCase)
        || word.Equals("crore", StringComparison.OrdinalIgnoreCase) || word.Equals("dollar", StringComparison.OrdinalIgnoreCase);

    private static int LastStop(string text, int at, int end)
    {
        for (var k = end - 1; k >= at; k--)
        {
            if (text[k] is '.' or '-')
            {
                return k + 1;
            }
        }

        return at;
    }

    // An initial ("J."), initials ("T.S.") or a known abbreviation ("Jr.").
    private static bool EndsAbbreviation(string text, int at, int end, int stops)
    {
        if (end - at == 1 && char.IsUpper(text[at]))
        {
            return true;
        }

        if (stops > 0 && end - LastStop(text, at, end) <= 2 && end - at <= 12)
        {
            return true;
        }

        if (end - at > 10)
        {
            return false;
        }

        var word = string.Concat(text.AsSpan(at, end - at), ".").ToLowerInvariant();
        return Words.Abbreviations.Contains(word) && (word is not ("no." or "nos.") || BeforeNumber(text, end + 1));
    }

    private static bool BeforeNumber(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\u00a0')
        {
            at++;
        }

        return at < text.Length && char.IsDigit(text[at]);
    }

    private static bool IsPossessive(string text, int at) =>
        text[at] is '\'' or '\u2019' && at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '!' or '?')
        && at + 1 < text.Length && text[at + 1] is 's' or 'S' && (at + 2 == text.Length || !char.IsLetterOrDigit(text[at + 2]));

    private static bool IsLetter(char c) => char.IsLetter(c) || c == '\u0131';

    private static bool IsCombining(char c) =>
        c > 0x2ff && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static ReadOnlySpan<char> Plain(Span<char> token, TokenKind kind)
    {
        if (kind == TokenKind.Mark)
        {
            return token switch
            {
                "\u201c" or "\u201d" or "\u201e" or "\u00ab" or "\u00bb" or "\u201f" => "\"",
                "\u2018" or "\u2019" or "\u201a" or "\u2039" or "\u203a" or "`" or "\u00b4" => "'",
                "\u2013" or "\u2014" or "\u2012" or "\u2015" => "-",
                "\u2026" => "…",
                "\u2019s" => "'s",
                "'S" => "'s",
                _ => token,
            };
        }

        token.Replace('\u2019', '\'');
        token.Replace('\u2010', '-');
        token.Replace('\u2011', '-');
        return token;
    }
}
