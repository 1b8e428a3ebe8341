using System.Globalization;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Figures;

/// <summary>Reads sums: "US$64 million", "$20-30 million", "half a million euros", "Rs 300 crore", "nearly 55.3 billion won".</summary>
internal static class AmountReader
{
    private const int LongestQualifier = 6;
    private const int LongestNumber = 8;
    private const decimal Largest = 1_000_000_000_000_000m;
    private const decimal SmallestWordy = 1_000_000m;

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
        if (ReadUpper(tokens, start, end, first, limit, ref currency) is { } range)
        {
            upper = range.Value * range.Scale;
            value *= scale == 1 && range.Scale > 1 && value * scale < range.Value * range.Scale ? range.Scale : scale;
            end = range.End;
        }
        else
        {
            value *= scale;
        }

        if (end < limit && tokens[end].Is("%"))
        {
            return null;
        }

        (currency, end) = ReadWord(tokens, end, limit, currency, value);
        if (value <= 0 || value > Largest || upper <= value)
        {
            return null;
        }

        var qualifier = QualifierOf(tokens, start, end, first, limit, out var from);
        return new Amount(start, end, Plain(value), upper is { } top ? Plain(top) : null, currency, qualifier)
        {
            Start = from,
            IsSouthAsian = currency is null && HasSouthAsianScale(tokens, at, end),
        };
    }

    // 64000000, not 64000000.0: equal sums are written alike.
    private static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;

    private static bool StartsWithSign(List<Token> tokens, int at, int limit, out string currency, out int end) =>
        Phrases.CurrencySigns.TryFind(tokens, at, limit, out currency, out end) && end < limit
        && !(tokens[at].Kind == TokenKind.Word && end - at > 1 && (tokens[at + 1].AfterSpace || !tokens[at].IsCapital))
        && (tokens[end].Kind == TokenKind.Number || IsNumberWord(tokens[end].Lower) || tokens[end].Is("half"));

    // The currency's word, after the nation it belongs to: "Japanese yen".
    private static (string? Currency, int End) ReadWord(List<Token> tokens, int end, int limit, string? currency, decimal value)
    {
        var at = SkipHyphen(tokens, end, limit);
        at += at + 1 < limit && tokens[at].Lower is "old" or "new" or "hard-earned" && Phrases.CurrencyWords.TryFind(tokens, at + 1, limit, out _, out _) ? 1 : 0;
        if (!Phrases.CurrencyWords.TryFind(tokens, at, limit, out var word, out var after))
        {
            var isNational = at < limit && tokens[at].IsCapital && Phrases.Countries.TryFind(tokens, at, limit, out _, out var behind)
                && Phrases.CurrencyWords.TryFind(tokens, behind, limit, out word, out after) && !IsShared(tokens[behind].Lower);
            if (!isNational)
            {
                return (currency, end);
            }
        }

        // "4 won", "a real": words that mean something else beside a small number.
        if (currency is null && value < SmallestWordy && tokens[at].Lower is "won" or "rand" or "real" or "dong" or "try" or "dm" or "tl")
        {
            return (null, end);
        }

        return currency is null || word == currency || currency == "USD" ? (word, after) : (currency, end);
    }

    // Currencies of many countries, which only the phrase in the list tells apart.
    private static bool IsShared(string word) => word is "dollar" or "dollars" or "pound" or "pounds" or "rupee" or "rupees" or "bucks" or "quid" or "lira" or "liras" or "kroner" or "kronor" or "real";

    private static bool HasSouthAsianScale(List<Token> tokens, int first, int end)
    {
        for (var k = first; k < end; k++)
        {
            if (tokens[k].Lower is "crore" or "crores" or "cr" or "lakh" or "lakhs" || tokens[k].Lower.StartsWith("crore-", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

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
            var digits = SpacedDigits(tokens, at, limit, ref end);
            var scaled = end < limit && Words.Scales.ContainsKey(ScaleWord(tokens, SkipHyphen(tokens, end, limit)));
            if (!TryParse(digits, scaled, out value))
            {
                return null;
            }
        }
        else if (ReadWords(tokens, at, limit) is { } words)
        {
            (value, end) = words;

            // "a" and other number words are amounts only with a scale.
            if (value < 100_000 && (end >= limit || !Words.Scales.ContainsKey(ScaleWord(tokens, SkipHyphen(tokens, end, limit)))))
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
        while (next < limit && Words.Scales.TryGetValue(ScaleWord(tokens, next), out var factor) && scale * factor < Largest
            && (tokens[next].Lower.Length > 2 || !tokens[next].AfterSpace || tokens[next].Lower is "mn" or "bn" or "cr"))
        {
            scale *= factor;
            end = next + 1;
            next = end;
        }

        // "a million and a half", "1 billion and a half".
        if (scale > 1 && end + 2 < limit && tokens[end].Is("and") && tokens[end + 1].Is("a") && tokens[end + 2].Is("half"))
        {
            value += 0.5m;
            end += 3;
        }

        return (value, scale, end);
    }

    // "million-strong" is a scale and a word.
    private static string ScaleWord(List<Token> tokens, int at)
    {
        var word = tokens[at].Lower;
        var hyphen = word.IndexOf('-', StringComparison.Ordinal);
        return hyphen > 0 && Words.Scales.ContainsKey(word[..hyphen]) && hyphen > 3 ? word[..hyphen] : word;
    }

    // "3 207 418": groups of three behind spaces.
    private static string SpacedDigits(List<Token> tokens, int at, int limit, ref int end)
    {
        var digits = tokens[at].Lower;
        if (digits.Length > 3 || digits[0] == '0' || !digits.All(char.IsAsciiDigit))
        {
            return digits;
        }

        while (end < limit && end - at < 4 && tokens[end].Kind == TokenKind.Number && tokens[end].AfterSpace && tokens[end].Lower.Length == 3 && tokens[end].Lower.All(char.IsAsciiDigit))
        {
            digits += tokens[end].Lower;
            end++;
        }

        return digits;
    }

    private static bool IsNumberWord(string lower)
    {
        var hyphen = lower.IndexOf('-', StringComparison.Ordinal);
        return Words.Numbers.ContainsKey(hyphen > 0 ? lower[..hyphen] : lower);
    }

    // "half a million", "two and a half", "one hundred and twenty-five", "a quarter of a", "seven hundred and fifty thousand".
    private static (decimal Value, int End)? ReadWords(List<Token> tokens, int at, int limit)
    {
        var (part, after) = tokens[at].Lower switch
        {
            "half" => (0.5m, at + 1),
            "quarter" => (0.25m, at + 1),
            "three-quarters" => (0.75m, at + 1),
            _ => (0m, at),
        };
        if (part > 0)
        {
            after += after < limit && tokens[after].Is("of") ? 1 : 0;
            after += after < limit && tokens[after].Lower is "a" or "one" ? 1 : 0;
            return after < limit && Words.Scales.ContainsKey(ScaleWord(tokens, after)) ? (part, after) : null;
        }

        var value = 0m;
        var k = at;
        for (; k < limit && k - at < LongestNumber; k++)
        {
            var word = tokens[k].Lower;
            if (word is "hundred" && k > at)
            {
                value = Math.Max(value, 1) * 100;
                continue;
            }

            if (word is "and" && k > at && k + 1 < limit && tokens[k - 1].Is("hundred") && IsNumberWord(tokens[k + 1].Lower) && !tokens[k + 1].Is("a"))
            {
                continue;
            }

            if (word is "a" or "an" && k > at)
            {
                break;
            }

            if (Compound(word) is not { } number || (k > at && value > 0 && (value % 100 == 0 ? number >= 100 : value % 10 != 0 || number >= 10 || value < 20)))
            {
                break;
            }

            value += number;
        }

        if (k == at)
        {
            return null;
        }

        if (k + 2 < limit && tokens[k].Is("and") && tokens[k + 1].Is("a") && tokens[k + 2].Is("half"))
        {
            return (value + 0.5m, k + 3);
        }

        return (value, k);
    }

    // "twenty-five".
    private static int? Compound(string word)
    {
        if (Words.Numbers.TryGetValue(word, out var one))
        {
            return one;
        }

        var hyphen = word.IndexOf('-', StringComparison.Ordinal);
        return hyphen > 0 && Words.Numbers.TryGetValue(word[..hyphen], out var tens) && tens is >= 20 and < 100 && Words.Numbers.TryGetValue(word[(hyphen + 1)..], out var units) && units < 10
            ? tens + units
            : null;
    }

    // "-65 million", "to $65 million", "and $65 million" of "between".
    private static (decimal Value, decimal Scale, int End)? ReadUpper(List<Token> tokens, int start, int at, int first, int limit, ref string? currency)
    {
        if (at >= limit || !(tokens[at].Lower is "-" or "to" || (tokens[at].Is("and") && start > first && tokens[start - 1].Is("between"))
            || (tokens[at].Is("or") && at + 1 < limit && tokens[at + 1].Kind == TokenKind.Number)))
        {
            return null;
        }

        // "from $5 million to $8 million" tells of a change; "ranging from" of a range.
        if (tokens[at].Is("to") && start - 1 > first && tokens[start - 1].Is("from") && !(tokens[start - 2].Lower is "ranging" or "ranged" or "anywhere" or "of" or "ranges" or "was" or "somewhere" or "at"))
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

            currency ??= sign;
            next = after;
        }
        else if (next >= limit || !(tokens[next].Kind == TokenKind.Number || (tokens[at].Lower is "to" or "and" && IsNumberWord(tokens[next].Lower))))
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

    private static Qualifier QualifierOf(List<Token> tokens, int start, int end, int first, int limit, out int from)
    {
        var before = Qualifier.Exact;
        from = start;
        for (var k = Math.Max(first, start - LongestQualifier); k < start; k++)
        {
            if (Phrases.Qualifiers.TryFind(tokens, k, start, out var qualifier, out var stop) && stop == start)
            {
                (before, from) = (qualifier, k);
                break;
            }
        }

        if (end < limit && (tokens[end].Lower is "+" or "plus" || (tokens[end].Is("or") && end + 1 < limit && tokens[end + 1].Is("more")) || (tokens[end].Is("and") && end + 1 < limit && tokens[end + 1].Is("change"))
            || (end + 1 < limit && tokens[end].Lower is "-" && tokens[end + 1].Is("plus"))))
        {
            return Qualifier.AtLeast;
        }

        if (end + 1 < limit && tokens[end].Is("or") && tokens[end + 1].Lower is "so" or "thereabouts")
        {
            return Qualifier.Approximately;
        }

        return end + 1 < limit && tokens[end].Is("or") && tokens[end + 1].Is("less") ? Qualifier.AtMost : before;
    }
}
