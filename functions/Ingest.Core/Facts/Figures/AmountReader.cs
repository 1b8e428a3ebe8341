using System.Globalization;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Figures;

/// <summary>Reads sums: "US$64 million", "$20-30 million", "five million euros", "Rs 300 crore", "nearly 55.3 billion won".</summary>
internal static class AmountReader
{
    private const int LongestQualifier = 5;
    private const decimal Largest = 1_000_000_000_000_000m;

    /// <summary>All amounts of a sentence, in order.</summary>
    public static List<Amount> Read(List<Token> tokens, Sentence sentence)
    {
        var found = new List<Amount>();
        for (var at = sentence.First; at < sentence.Last;)
        {
            var amount = ReadAt(tokens, at, sentence.First, sentence.Last);
            if (amount is not null)
            {
                found.Add(amount);
            }

            at = amount?.Last ?? at + 1;
        }

        return found;
    }

    private static Amount? ReadAt(List<Token> tokens, int at, int first, int limit)
    {
        var start = at;
        string? currency = null;
        if (StartsWithSign(tokens, at, limit, out var sign, out var afterSign))
        {
            currency = sign;
            at = afterSign;
        }

        if (ReadNumber(tokens, at, limit) is not { } number)
        {
            return null;
        }

        var (value, scale, end) = number;
        decimal? upper = null;
        if (ReadUpper(tokens, end, limit, ref currency) is { } range)
        {
            upper = range.Value * range.Scale;
            value *= scale == 1 && range.Scale > 1 ? range.Scale : scale;
            end = range.End;
        }
        else
        {
            value *= scale;
        }

        if (currency is null && Phrases.CurrencyWords.TryFind(tokens, SkipHyphen(tokens, end, limit), limit, out var word, out var afterWord))
        {
            currency = word;
            end = afterWord;
        }
        else if (currency is not null && Phrases.CurrencyWords.TryFind(tokens, end, limit, out var same, out var afterSame) && (same == currency || currency == "USD"))
        {
            currency = same;
            end = afterSame;
        }

        if (value <= 0 || value > Largest || upper <= value)
        {
            return null;
        }

        return new Amount(start, end, Plain(value), upper is { } top ? Plain(top) : null, currency, QualifierOf(tokens, start, end, first, limit));
    }

    // 64000000, not 64000000.0: equal sums are written alike.
    private static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;

    private static bool StartsWithSign(List<Token> tokens, int at, int limit, out string currency, out int end) =>
        Phrases.CurrencySigns.TryFind(tokens, at, limit, out currency, out end) && end < limit
        && !(tokens[at].Kind == TokenKind.Word && end - at > 1 && (tokens[at + 1].AfterSpace || !tokens[at].IsCapital))
        && (tokens[end].Kind == TokenKind.Number || Words.Numbers.ContainsKey(tokens[end].Lower));

    private static (decimal Value, decimal Scale, int End)? ReadNumber(List<Token> tokens, int at, int limit)
    {
        if (at >= limit)
        {
            return null;
        }

        decimal value;
        var end = at + 1;
        if (tokens[at].Kind == TokenKind.Number)
        {
            var scaled = end < limit && Words.Scales.ContainsKey(tokens[SkipHyphen(tokens, end, limit)].Lower);
            if (!TryParse(tokens[at].Lower, scaled, out value))
            {
                return null;
            }
        }
        else if (Words.Numbers.TryGetValue(tokens[at].Lower, out var word))
        {
            value = word;
            if (end < limit && tokens[end].Is("hundred"))
            {
                value *= 100;
                end++;
            }

            // "a" and other number words are amounts only with a scale.
            if (end >= limit || !Words.Scales.ContainsKey(tokens[SkipHyphen(tokens, end, limit)].Lower))
            {
                return null;
            }
        }
        else
        {
            return null;
        }

        var scale = 1m;
        var next = SkipHyphen(tokens, end, limit);
        while (next < limit && Words.Scales.TryGetValue(tokens[next].Lower, out var factor) && scale * factor < Largest
            && (tokens[next].Lower.Length > 2 || !tokens[next].AfterSpace || tokens[next].Lower is "mn" or "bn" or "cr"))
        {
            scale *= factor;
            end = next + 1;
            next = end;
        }

        return (value, scale, end);
    }

    // "-65 million", "to $65 million", "and $65 million" of "between".
    private static (decimal Value, decimal Scale, int End)? ReadUpper(List<Token> tokens, int at, int limit, ref string? currency)
    {
        if (at >= limit || tokens[at].Lower is not ("-" or "to"))
        {
            return null;
        }

        var next = at + 1;
        if (StartsWithSign(tokens, next, limit, out var sign, out var after))
        {
            if (currency is not null && sign != currency && sign != "USD")
            {
                return null;
            }

            next = after;
        }
        else if (next >= limit || tokens[next].Kind != TokenKind.Number)
        {
            return null;
        }

        return ReadNumber(tokens, next, limit);
    }

    private static int SkipHyphen(List<Token> tokens, int at, int limit) =>
        at + 1 < limit && tokens[at].Is("-") && !tokens[at].AfterSpace && !tokens[at + 1].AfterSpace ? at + 1 : Math.Min(at, tokens.Count - 1);

    private static bool TryParse(string digits, bool scaled, out decimal value)
    {
        var comma = digits.LastIndexOf(',');
        var isDecimalComma = scaled && comma > 0 && digits.IndexOf(',', StringComparison.Ordinal) == comma && !digits.Contains('.', StringComparison.Ordinal) && digits.Length - comma - 1 is 1 or 2;
        var areThousandStops = digits.Count(c => c == '.') > 1;
        var plain = isDecimalComma ? digits.Replace(',', '.') : digits.Replace(",", "", StringComparison.Ordinal);
        plain = areThousandStops ? plain.Replace(".", "", StringComparison.Ordinal) : plain;
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && value < Largest;
    }

    private static Qualifier QualifierOf(List<Token> tokens, int start, int end, int first, int limit)
    {
        if (end < limit && (tokens[end].Is("+") || (tokens[end].Is("or") && end + 1 < limit && tokens[end + 1].Is("more"))
            || (end + 1 < limit && tokens[end].Lower is "-" && tokens[end + 1].Is("plus"))))
        {
            return Qualifier.AtLeast;
        }

        if (end + 1 < limit && tokens[end].Is("or") && tokens[end + 1].Is("so"))
        {
            return Qualifier.Approximately;
        }

        for (var k = Math.Max(first, start - LongestQualifier); k < start; k++)
        {
            if (Phrases.Qualifiers.TryFind(tokens, k, start, out var qualifier, out var stop) && stop == start)
            {
                return qualifier;
            }
        }

        // "more than a million", "over a reported": the words of the sum itself stay between.
        return Qualifier.Exact;
    }
}
