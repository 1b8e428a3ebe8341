using System.Collections.Frozen;
using System.Globalization;

namespace Ingest.Core.Films.Titles;

/// <summary>Numbers in titles, so that digits, English number words and Roman numerals meet.</summary>
internal static class TitleNumbers
{
    private static readonly FrozenDictionary<string, string> Words = DataTable.Rows("numbers")
        .ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal);

    private static readonly string[] RomanOnes = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];

    private static readonly FrozenDictionary<string, string> Romans = Enumerable.Range(1, 39)
        .ToFrozenDictionary(
            n => new string('x', n / 10) + RomanOnes[n % 10],
            n => n.ToString(CultureInfo.InvariantCulture),
            StringComparer.Ordinal);

    /// <summary>Whether a folded word is an ordinal in digits: <c>13th</c>.</summary>
    public static bool IsOrdinal(string word) =>
        word.Length > 2 && word[..^2].All(char.IsAsciiDigit) && word[^2..] is "st" or "nd" or "rd" or "th";

    /// <summary>
    /// The digits of a word that writes a number and its word into one another, <c>se7en</c> or <c>thir13en</c>; null for
    /// other words.
    /// </summary>
    public static string? Unstyled(string word)
    {
        var start = word.AsSpan().IndexOfAnyInRange('0', '9');
        var end = word.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        if (start <= 0 || end == word.Length || end - start > 2)
        {
            return null;
        }

        var digits = word[start..end];
        var head = word[..start];
        var tail = word[end..];
        return Words.Any(number => number.Value == digits
            && number.Key.Length >= head.Length + tail.Length
            && number.Key.StartsWith(head, StringComparison.Ordinal)
            && number.Key.EndsWith(tail, StringComparison.Ordinal)) ? digits : null;
    }

    /// <summary>A word of letters in which single digits stand for letters of their shape, <c>gh0st</c>; null for other words.</summary>
    public static string? AsLetters(string word)
    {
        if (word.Length < 4 || word.AsSpan().IndexOfAnyInRange('0', '9') < 0 || !char.IsLetter(word[0]) || !char.IsLetter(word[^1]))
        {
            return null;
        }

        var letters = word.ToCharArray();
        for (var at = 1; at < letters.Length; at++)
        {
            if (char.IsAsciiDigit(word[at]))
            {
                letters[at] = word[at] switch { '0' => 'o', '1' => 'i', '3' => 'e', '4' => 'a', '5' => 's', '7' => 't', _ => ' ' };
                if (letters[at] == ' ' || char.IsAsciiDigit(word[at - 1]))
                {
                    return null;
                }
            }
        }

        return new string(letters);
    }

    /// <summary>The digits of a Roman numeral up to 39, or null.</summary>
    public static string? OfRoman(string word) => Romans.GetValueOrDefault(word);

    /// <summary>
    /// The number that begins at a word, as digits, and how many words it takes; no words when none begins there. Reads
    /// <c>seven</c>, <c>twenty one</c>, <c>one hundred and one</c>, <c>twenty thousand</c>, years like
    /// <c>nineteen eighty four</c>, and ordinals.
    /// </summary>
    public static (string Digits, int Words) At(IReadOnlyList<TitleWord> words, int start)
    {
        if (ValueOf(words[start]) is not { } first)
        {
            return Words.TryGetValue(words[start].Text, out var ordinal) ? (ordinal, 1) : ("", 0);
        }

        if (first is 100 or 1000 or 1_000_000)
        {
            // "Hundred" alone is no number: "Hundred Days" is not "100 Days" to everyone.
            return ("", 0);
        }

        var (value, taken) = BelowHundred(words, start, first);
        if (value is >= 13 and <= 20 && ValueOf(words, start + taken) is >= 10 and < 100 and var rest && !words[start + taken].IsNumber)
        {
            var (years, more) = BelowHundred(words, start + taken, rest);
            return (Text((value * 100) + years), taken + more);
        }

        while (MultiplierAt(words, start + taken) is { } multiplier)
        {
            value = Math.Min(value * multiplier, 1_000_000_000_000);
            taken++;
            var and = start + taken < words.Count && words[start + taken].Text == "and" ? 1 : 0;
            if (ValueOf(words, start + taken + and) is < 100 and var small && !words[start + taken + and].IsNumber)
            {
                var (tail, more) = BelowHundred(words, start + taken + and, small);
                value += tail;
                taken += and + more;
            }
        }

        var digits = taken == 1 && words[start].IsNumber ? words[start].Text : Text(value);
        return IsAndAHalf(words, start + taken) ? (digits + "-1-2", taken + 3) : (digits, taken);
    }

    // As "9½", which is scanned as 9, 1 and 2.
    private static bool IsAndAHalf(IReadOnlyList<TitleWord> words, int at) =>
        at + 2 < words.Count && words[at].Text == "and" && words[at + 1].Text == "a" && words[at + 2].Text == "half";

    private static (long Value, int Taken) BelowHundred(IReadOnlyList<TitleWord> words, int at, long first) =>
        first is >= 20 and < 100 && first % 10 == 0 && !words[at].IsNumber
        && ValueOf(words, at + 1) is > 0 and < 10 and var ones && !words[at + 1].IsNumber && !words[at + 1].AfterComma
            ? (first + ones, 2)
            : (first, 1);

    private static long? MultiplierAt(IReadOnlyList<TitleWord> words, int at) =>
        ValueOf(words, at) is (100 or 1000 or 1_000_000) and var value && !words[at].IsNumber ? value : null;

    private static long? ValueOf(IReadOnlyList<TitleWord> words, int at) => at < words.Count ? ValueOf(words[at]) : null;

    private static long? ValueOf(TitleWord word) =>
        word.Text.Length <= 9
        && (long.TryParse(word.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            || (Words.TryGetValue(word.Text, out var digits)
                && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value)))
            ? value
            : null;

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
