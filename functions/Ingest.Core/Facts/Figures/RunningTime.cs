using System.Collections.Frozen;
using System.Globalization;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Figures;

/// <summary>Spans of time in hours and minutes.</summary>
internal static class RunningTime
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Lengths = DataFile.LabelledWords("runtimes.txt");

    /// <summary>Reads the span that starts at a token: "127 minutes", "127-minute", "2h 7m", "two and a half hours".</summary>
    public static bool Read(List<Token> tokens, int at, int limit, out int minutes, out int end)
    {
        minutes = 0;
        end = at;
        if (at < limit && Compound(tokens[at].Lower) is > 0 and var whole)
        {
            (minutes, end) = (whole, at + 1);
            return true;
        }

        if (!ReadCount(tokens, at, limit, out var count, out var next))
        {
            return false;
        }

        var half = Part(tokens, ref next, limit);

        next += next < limit && tokens[next].Is("-") && !tokens[next].AfterSpace ? 1 : 0;
        if (next >= limit)
        {
            return false;
        }

        // 107': the sign of minutes, where nothing is quoted.
        if (tokens[next].Lower is "'" or "\u2032" && !tokens[next].AfterSpace && tokens[at].Kind == TokenKind.Number && count is >= 40 and < 400 && half == 0
            && (next + 1 == limit || tokens[next + 1].Lower is "," or "." or ")" or "|" or "/" or ";" or "-"))
        {
            (minutes, end) = (count, next + 1);
            return !(at > 0 && tokens[at - 1].Lower is "'");
        }

        // "79 brisk minutes".
        if (next + 1 < limit && tokens[next + 1].Is("minutes") && Lengths["length"].Contains(tokens[next].Lower))
        {
            (minutes, end) = (count, next + 2);
            return half == 0;
        }

        if (tokens[next].Lower is "minutes" or "minute" or "min" or "mins" or "min." or "mins." or "minutes-long" or "minute-long")
        {
            minutes = count;
            end = next + 1;
            return half == 0;
        }

        if (tokens[next].Lower is not ("hours" or "hour" or "hr" or "hrs" or "h" or "hrs." or "hr.") || count > 12)
        {
            return false;
        }

        minutes = (count * 60) + half;
        end = next + 1;
        var more = end;
        more += more < limit && tokens[more].Lower is "," or "and" ? 1 : 0;
        if (more < limit && ReadCount(tokens, more, limit, out var rest, out var unit) && unit < limit && rest < 60
            && tokens[unit].Lower is "minutes" or "minute" or "min" or "mins" or "m" or "min." or "mins.")
        {
            minutes += rest;
            end = unit + 1;
            return true;
        }

        // "1h47".
        if (more == end && tokens[next].Is("h") && end < limit && tokens[end].Kind == TokenKind.Number && !tokens[end].AfterSpace && tokens[end].Lower.Length == 2
            && int.TryParse(tokens[end].Lower, NumberStyles.None, CultureInfo.InvariantCulture, out var bare) && bare < 60)
        {
            minutes += bare;
            end++;
            return true;
        }

        // "an hour and a half", "two hours and a quarter".
        if (half == 0 && Part(tokens, ref end, limit) is > 0 and var behind)
        {
            minutes += behind;
            return true;
        }

        // "Two hours" alone is how long somebody waits as often as how long a film is; only "two and a half" is a length.
        return half > 0 || tokens[next].Lower is "h" or "hr" or "hrs";
    }

    /// <summary>Reads "1:46", a clock's way of writing, which is a length only where the words before it say so.</summary>
    public static bool ReadClock(List<Token> tokens, int at, int limit, out int minutes, out int end)
    {
        (minutes, end) = (0, at + 3);
        if (end > limit || tokens[at].Lower is not { Length: 1 } hours || hours[0] is < '0' or > '9' || !tokens[at + 1].Is(":") || tokens[at + 1].AfterSpace || tokens[at + 2].AfterSpace
            || tokens[at + 2].Lower.Length != 2 || !int.TryParse(tokens[at + 2].Lower, NumberStyles.None, CultureInfo.InvariantCulture, out var rest) || rest > 59)
        {
            return false;
        }

        minutes = ((hours[0] - '0') * 60) + rest;
        return true;
    }

    /// <summary>Reads whole hours: "three-hour", "3-hour-long", "three hours". Said as roughly as exactly.</summary>
    public static bool ReadHours(List<Token> tokens, int at, int limit, out int minutes, out int end)
    {
        (minutes, end) = (0, at + 1);
        var parts = tokens[at].Lower.Split('-');
        if (parts.Length is 2 or 3 && parts[1] is "hour" && (parts.Length == 2 || parts[2] is "long") && Count(parts[0]) is > 0 and var joined)
        {
            minutes = joined * 60;
            return true;
        }

        if (Count(tokens[at].Lower) is not (> 0 and var count) || at + 1 >= limit || tokens[at].Lower is "a" or "an")
        {
            return false;
        }

        var next = at + 1;
        next += tokens[next].Is("-") && next + 1 < limit ? 1 : 0;
        minutes = count * 60;
        end = next + 1;
        return tokens[next].Lower is "hour" or "hours" or "hour-long" or "hours-long" or "-hour" or "-hour-long";
    }

    private static int Count(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? (digits < 13 ? digits : 0) : Words.Numbers.TryGetValue(word, out var number) && number < 13 ? number : 0;

    // "ninety-minute", "two-and-a-half-hour".
    private static int Compound(string word)
    {
        if (!word.Contains('-', StringComparison.Ordinal) || word.Length > 40)
        {
            return 0;
        }

        var parts = word.Split('-');
        var count = 0;
        var k = 0;
        while (k < parts.Length && Words.Numbers.TryGetValue(parts[k], out var number) && parts[k] != "a")
        {
            count += number;
            k++;
        }

        return count == 0 || k == 0 ? 0 : string.Join('-', parts[k..]) switch
        {
            "minute" => count,
            "and-a-half-hour" or "and-one-half-hour" when count < 12 => (count * 60) + 30,
            "and-a-quarter-hour" when count < 12 => (count * 60) + 15,
            "and-three-quarter-hour" when count < 12 => (count * 60) + 45,
            _ => 0,
        };
    }

    // "and a half", "and a quarter", "and three quarters".
    private static int Part(List<Token> tokens, ref int at, int limit)
    {
        var k = at;
        if (k + 1 >= limit || !tokens[k].Is("and"))
        {
            return 0;
        }

        k++;
        var count = tokens[k].Lower switch { "a" or "one" => 1, "three" => 3, _ => 0 };
        k += count > 0 ? 1 : 0;
        k += k < limit && tokens[k].Is("-") ? 1 : 0;
        var part = k >= limit ? 0 : tokens[k].Lower switch
        {
            "half" when count == 1 => 30,
            "quarter" when count == 1 => 15,
            "quarters" when count == 3 => 45,
            "three-quarters" => 45,
            "one-half" => 30,
            _ => 0,
        };
        at = part > 0 ? k + 1 : at;
        return part;
    }

    private static bool ReadCount(List<Token> tokens, int at, int limit, out int count, out int end)
    {
        count = 0;
        end = at + 1;
        if (at >= limit)
        {
            return false;
        }

        // "an hour and a half".
        if (tokens[at].Lower is "an" or "a" or "one" && at + 1 < limit && tokens[at + 1].Is("hour"))
        {
            count = 1;
            return true;
        }

        if (tokens[at].Kind == TokenKind.Number)
        {
            return int.TryParse(tokens[at].Lower, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count is > 0 and < 1000;
        }

        // "ninety-five" is one word.
        var parts = tokens[at].Lower.Split('-');
        foreach (var part in parts)
        {
            if (part is "a" || !Words.Numbers.TryGetValue(part, out var number))
            {
                return false;
            }

            count += number;
        }

        return count > 0;
    }
}
