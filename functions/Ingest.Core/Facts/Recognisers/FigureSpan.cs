using Ingest.Core.Facts.Prose;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Tells which days of a run a sum is of.</summary>
internal static class FigureSpan
{
    private const int StartReach = 12;

    /// <summary>Which first days of a run the words around the sum name; nothing where they name none.</summary>
    public static string Of(FigureContext at)
    {
        var tokens = at.Tokens;
        var first = at.Previous;
        if (at.Previous > at.Sentence.First)
        {
            // What stands right behind the sum before belongs to that.
            while (first < at.Amount.Start && !(tokens[first].Lower is "," or "and" or "but" or ";" or "before"))
            {
                first++;
            }
        }

        var kind = "";
        for (var k = first; k < at.Amount.Start; k++)
        {
            kind = SpanAt(tokens, k, at.Amount.Start) is { Length: > 0 } found ? found : tokens[k].Lower is ";" || FigureWords.Is("final", tokens, k, at.Amount.Start) ? "" : kind;
        }

        // "$3 million from 412 screens in its first weekend": the count of screens parts nothing.
        var reach = at.Next - at.Behind is 1 or 2 && tokens[at.Behind].Lower is "from" or "on" or "off" or "in" or "at" or "across" ? Math.Min(at.Sentence.Last, at.Next + 8) : at.Next;
        for (var k = at.Behind; kind.Length == 0 && k < reach && k - at.Behind <= 8; k++)
        {
            if (tokens[k].Lower is "and" or "but" or ";" or "against" || (tokens[k].Is("on") && SpanAt(tokens, k, reach).Length == 0 && SpanAt(tokens, k + 2, reach).Length == 0) || FigureWords.Is("final", tokens, k, reach))
            {
                break;
            }

            kind = SpanAt(tokens, k, reach);
        }

        return kind;
    }

    /// <summary>", the best opening of the year", "for the biggest debut of the season"; "That is the best start since" in the next sentence.</summary>
    public static bool IsStart(FigureContext at, bool isWeekend)
    {
        var tokens = at.Tokens;
        if (!isWeekend && FigureWords.Any("final", tokens, at.Previous, at.Next))
        {
            return false;
        }

        var k = at.Behind;
        if (k < at.Next && tokens[k].Lower is "." or "!")
        {
            k++;
        }

        // Past "in the four days of the holiday weekend".
        for (var steps = 0; k < at.Next && steps < StartReach && !(tokens[k].Lower is "," or "-" or "for"); steps++)
        {
            if (tokens[k].Lower is "and" or "but" or "against" or "ahead" or "behind" or "than" or "from" || tokens[k].Kind == TokenKind.Mark)
            {
                return false;
            }

            k++;
        }

        if (k < at.Next)
        {
            return tokens[k].Lower is "," or "-" or "for" && StartsAt(at, k + 1, at.Next, isWeekend);
        }

        var next = at.Sentence.Last;
        if (at.Next < at.Sentence.Last || next + 2 >= tokens.Count || !(tokens[next].Lower is "that" or "it" or "this") || !(tokens[next + 1].Lower is "is" or "was" or "'s" or "marks" or "marked" or "makes" or "ranks"))
        {
            return false;
        }

        return StartsAt(at, next + 2, at.Reading.Prose.LimitOf(next), isWeekend: false);
    }

    /// <summary>"opened to $3 million and finished on $9 million".</summary>
    public static bool IsLater(FigureContext at, FigureTrigger? left) =>
        left is { Measure: not "opening" } trigger && FigureWords.Any("final", at.Tokens, Math.Max(at.Previous, trigger.First - 4), at.Amount.Start);

    private static bool StartsAt(FigureContext at, int first, int limit, bool isWeekend)
    {
        var tokens = at.Tokens;
        var isRanked = isWeekend;
        for (var k = first; k < limit && k - first < StartReach && !FigureWords.Is("start-end", tokens, k, limit) && (tokens[k].Kind != TokenKind.Mark || tokens[k].Is("-")); k++)
        {
            if (FigureWords.Is("start", tokens, k, limit))
            {
                return isRanked && !tokens[first].IsCapital;
            }

            // A first weekend has a rank; "the start of a franchise" has none.
            isRanked |= FigureWords.Is("rank", tokens, k, limit) || tokens[k].Lower.EndsWith("est", StringComparison.Ordinal);
        }

        return false;
    }

    private static string SpanAt(List<Token> tokens, int k, int limit) =>
        FigureWords.Is("opening", tokens, k, limit) ? "opening" : FigureWords.Is("opening-long", tokens, k, limit) ? "long" : FigureWords.Is("opening-short", tokens, k, limit) ? "short" : FigureWords.Is("weekend", tokens, k, limit) ? "weekend" : "";
}
