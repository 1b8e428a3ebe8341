using System.Collections.Frozen;
using System.Globalization;

namespace Ingest.Core.Articles;

/// <summary>A number of some digits, a month, or neither: a word that parts what stands around it.</summary>
internal readonly record struct DayToken(int Digits, int Number, int Month, int Start, int End);

/// <summary>Cuts a line into what days are written with.</summary>
internal static class DayTokens
{
    private const int MostDigits = 8;

    // Shorter words that are no month may stand inside a date: "3 de mayo de 2021", "May 3rd, 2021".
    private const int ShortestParting = 4;

    // Words that stand inside a date although they are longer.
    private static readonly string[] Inside = ["tháng"];

    /// <summary>The tokens of a text in their order.</summary>
    public static List<DayToken> Of(ReadOnlySpan<char> text, FrozenDictionary<string, int> months)
    {
        var tokens = new List<DayToken>();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            if (char.IsDigit(text[i]))
            {
                var number = 0;
                while (i < text.Length && char.IsDigit(text[i]))
                {
                    number = i - start < MostDigits ? (number * 10) + CharUnicodeInfo.GetDecimalDigitValue(text[i]) : number;
                    i++;
                }

                tokens.Add(i - start <= MostDigits ? new DayToken(i - start, number, 0, start, i) : default);
            }
            else if (char.IsLetter(text[i]))
            {
                i = WordEnd(text, i);
                AddWord(text, ref i, start, months, tokens);
            }
            else
            {
                i++;
            }
        }

        return tokens;
    }

    private static void AddWord(ReadOnlySpan<char> text, ref int end, int start, FrozenDictionary<string, int> months, List<DayToken> tokens)
    {
        var word = text[start..end].ToString().ToLowerInvariant();
        if (end + 1 < text.Length && text[end] == ' ' && char.IsLetter(text[end + 1]))
        {
            // Names of two words.
            var second = WordEnd(text, end + 1);
            if (months.TryGetValue($"{word} {text[(end + 1)..second].ToString().ToLowerInvariant()}", out var pair))
            {
                end = second;
                tokens.Add(new DayToken(0, 0, pair, start, end));
                return;
            }
        }

        if (months.TryGetValue(word, out var month))
        {
            tokens.Add(new DayToken(0, 0, month, start, end));
        }
        else if (word.Length >= ShortestParting && tokens.Count > 0 && !Inside.Contains(word))
        {
            tokens.Add(new DayToken(0, 0, 0, start, end));
        }
    }

    // Vowel signs are part of words in the scripts of India and Thailand.
    private static int WordEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (char.IsLetter(text[at])
            || CharUnicodeInfo.GetUnicodeCategory(text[at]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
        {
            at++;
        }

        return at;
    }
}
