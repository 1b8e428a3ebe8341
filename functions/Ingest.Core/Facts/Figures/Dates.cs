using System.Globalization;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Figures;

/// <summary>Calendar dates with a year: "September 28, 2001", "28 September 2001", "the 28th of September 2001", "2001-09-28".</summary>
internal static class Dates
{
    /// <summary>Where the date that starts at a token ends; -1 where none does.</summary>
    public static int End(List<Token> tokens, int at, int limit) => TryRead(tokens, at, limit, out _, out var end) ? end : -1;

    /// <summary>Reads the date that starts at a token.</summary>
    public static bool TryRead(List<Token> tokens, int at, int limit, out DateOnly date, out int end)
    {
        date = default;
        end = at;
        var k = at;
        if (k < limit && tokens[k].Is("the"))
        {
            k++;
        }

        if (IsMonth(tokens, k, limit, out var month) && IsDay(tokens, k + 1, limit, out var day))
        {
            k += 2;
            k += k < limit && tokens[k].Is(",") ? 1 : 0;
            return Make(tokens, k, limit, month, day, out date, out end);
        }

        if (IsDay(tokens, k, limit, out day))
        {
            k++;
            k += k < limit && tokens[k].Is("of") ? 1 : 0;
            if (IsMonth(tokens, k, limit, out month))
            {
                k++;
                k += k < limit && tokens[k].Is(",") ? 1 : 0;
                return Make(tokens, k, limit, month, day, out date, out end);
            }
        }

        return IsIso(tokens, at, limit, out date, out end);
    }

    /// <summary>Reads a day and a month without a year ("August 6", "6 August") at a token, in a year that is known.</summary>
    public static bool TryReadDay(List<Token> tokens, int at, int limit, int year, out DateOnly date, out int end)
    {
        date = default;
        end = at;
        var k = at + (at < limit && tokens[at].Is("the") ? 1 : 0);
        if (IsMonth(tokens, k, limit, out var month) && IsDay(tokens, k + 1, limit, out var day))
        {
            end = k + 2;
        }
        else if (IsDay(tokens, k, limit, out day) && k + 1 < limit && (IsMonth(tokens, k + 1, limit, out month) || (tokens[k + 1].Is("of") && IsMonth(tokens, k + 2, limit, out month))))
        {
            end = k + (tokens[k + 1].Is("of") ? 3 : 2);
        }
        else
        {
            return false;
        }

        return !(end < limit && (tokens[end].IsYear(out _) || (tokens[end].Is(",") && end + 1 < limit && tokens[end + 1].IsYear(out _)))) && TryMake(year, month, day, out date);
    }

    private static bool IsIso(List<Token> tokens, int at, int limit, out DateOnly date, out int end)
    {
        date = default;
        end = at + 5;
        return end <= limit && tokens[at].IsYear(out var year) && tokens[at + 1].Is("-") && tokens[at + 3].Is("-")
            && int.TryParse(tokens[at + 2].Lower, NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            && int.TryParse(tokens[at + 4].Lower, NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            && TryMake(year, month, day, out date);
    }

    private static bool Make(List<Token> tokens, int at, int limit, int month, int day, out DateOnly date, out int end)
    {
        end = at + 1;
        date = default;
        return at < limit && tokens[at].IsYear(out var year) && TryMake(year, month, day, out date);
    }

    private static bool TryMake(int year, int month, int day, out DateOnly date)
    {
        date = default;
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateOnly(year, month, day);
        return true;
    }

    private static bool IsMonth(List<Token> tokens, int at, int limit, out int month)
    {
        month = 0;
        return at < limit && tokens[at].IsCapital && Words.Months.TryGetValue(tokens[at].Lower, out month);
    }

    private static bool IsDay(List<Token> tokens, int at, int limit, out int day)
    {
        day = 0;
        if (at >= limit || tokens[at].Lower.Length is 0 or > 4)
        {
            return false;
        }

        var word = tokens[at].Lower.AsSpan();
        var digits = word.Length > 2 && (word.EndsWith("st") || word.EndsWith("nd") || word.EndsWith("rd") || word.EndsWith("th")) ? word[..^2] : word;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out day) && day is >= 1 and <= 31;
    }
}
