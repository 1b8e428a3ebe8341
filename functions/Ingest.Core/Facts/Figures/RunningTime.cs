using System.Globalization;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Figures;

/// <summary>Spans of time in hours and minutes.</summary>
internal static class RunningTime
{
    /// <summary>Reads the span that starts at a token: "127 minutes", "127-minute", "2h 7m", "two and a half hours".</summary>
    public static bool Read(List<Token> tokens, int at, int limit, out int minutes, out int end)
    {
        minutes = 0;
        end = at;
        if (!ReadCount(tokens, at, limit, out var count, out var next))
        {
            return false;
        }

        var half = 0;
        if (next + 2 < limit && tokens[next].Is("and") && tokens[next + 1].Is("a") && tokens[next + 2].Is("half"))
        {
            half = 30;
            next += 3;
        }

        next += next < limit && tokens[next].Is("-") && !tokens[next].AfterSpace ? 1 : 0;
        if (next >= limit)
        {
            return false;
        }

        if (tokens[next].Lower is "minutes" or "minute" or "min" or "mins" or "min." or "mins.")
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

        // "Two hours" alone is how long somebody waits as often as how long a film is; only "two and a half" is a length.
        return half > 0 || tokens[next].Lower is "h" or "hr" or "hrs";
    }

    private static bool ReadCount(List<Token> tokens, int at, int limit, out int count, out int end)
    {
        count = 0;
        end = at + 1;
        if (at >= limit)
        {
            return false;
        }

        if (tokens[at].Kind == TokenKind.Number)
        {
            return int.TryParse(tokens[at].Lower, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count is > 0 and < 1000;
        }

        if (!tokens[at].Lower.Contains('-', StringComparison.Ordinal))
        {
            return !tokens[at].Is("a") && Words.Numbers.TryGetValue(tokens[at].Lower, out count) && count > 0;
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
