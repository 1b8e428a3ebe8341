using System.Collections.Frozen;
using System.Globalization;

namespace Ingest.Core.Articles;

/// <summary>Reads a day as pages write it: ISO and mail dates, dates with the month's name in many languages, and dates of
/// numbers where the order of day and month can be told.</summary>
internal static class DayText
{
    private const int LongestText = 200;

    private static readonly FrozenDictionary<string, int> Months = LoadMonths();

    /// <summary>The first day that a text names; null when it names none.</summary>
    public static DateOnly? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var tokens = Tokens(text.Length > LongestText ? text[..LongestText] : text);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (At(tokens, i) is { } day)
            {
                return day;
            }
        }

        return null;
    }

    /// <summary>Whether a word is a month's name, in full or short.</summary>
    public static bool IsMonth(string word) => Months.ContainsKey(word.Trim('.', ',').ToLowerInvariant());

    private static DateOnly? At(List<Token> tokens, int i)
    {
        var first = tokens[i];
        var second = i + 1 < tokens.Count ? tokens[i + 1] : default;
        var third = i + 2 < tokens.Count ? tokens[i + 2] : default;
        if (first.Digits == 8 && first.Number is > 19000000 and < 21000000)
        {
            return Day(first.Number / 10000, first.Number / 100 % 100, first.Number % 100);
        }

        if (first.Digits == 4 && second.Month > 0)
        {
            return third.Digits is 1 or 2 ? Day(first.Number, second.Month, third.Number) : null;
        }

        if (first.Digits == 4 && second.Digits is 1 or 2 && third.Digits is 1 or 2)
        {
            return Day(first.Number, second.Number, third.Number);
        }

        if (first.Month > 0 && second.Digits is 1 or 2 && third.Digits == 4)
        {
            return Day(third.Number, first.Month, second.Number);
        }

        if (first.Digits is 1 or 2 && second.Month > 0 && third.Digits == 4)
        {
            return Day(third.Number, second.Month, first.Number);
        }

        if (first.Digits is 1 or 2 && second.Digits is 1 or 2 && third.Digits == 4)
        {
            // Day and month: dots put the day first; with slashes only a number above twelve tells.
            return second.Number > 12 ? Day(third.Number, first.Number, second.Number)
                : first.Number > 12 || second.Before == '.' || first.Number == second.Number ? Day(third.Number, second.Number, first.Number)
                : null;
        }

        return null;
    }

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1890 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    // Numbers and words; words that are no month are left out unless they stand between the parts of a date.
    private static List<Token> Tokens(string text)
    {
        var tokens = new List<Token>();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            if (char.IsAsciiDigit(text[i]))
            {
                while (i < text.Length && char.IsAsciiDigit(text[i]))
                {
                    i++;
                }

                if (i - start <= 8)
                {
                    var before = start > 0 ? text[start - 1] : ' ';
                    tokens.Add(new Token(i - start, int.Parse(text.AsSpan(start, i - start), CultureInfo.InvariantCulture), 0, before));
                }
            }
            else if (char.IsLetter(text[i]))
            {
                while (i < text.Length && char.IsLetter(text[i]))
                {
                    i++;
                }

                var word = text[start..i].ToLowerInvariant();
                if (Months.TryGetValue(word, out var month))
                {
                    tokens.Add(new Token(0, 0, month, ' '));
                }
                else if (i - start > 3 && tokens.Count > 0)
                {
                    tokens.Add(default);
                }
            }
            else
            {
                i++;
            }
        }

        return tokens;
    }

    private static FrozenDictionary<string, int> LoadMonths()
    {
        using var stream = typeof(DayText).Assembly.GetManifestResourceStream("Ingest.Core.Articles.Data.months.txt")!;
        using var lines = new StreamReader(stream);
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        var month = 0;
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || month == 12)
            {
                continue;
            }

            month++;
            foreach (var name in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                months.TryAdd(name.TrimEnd('.'), month);
            }
        }

        return months.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>A number of some digits, or a month.</summary>
    private readonly record struct Token(int Digits, int Number, int Month, char Before);
}
