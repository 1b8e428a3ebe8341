using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Where a figure was counted: "worldwide", "in South Korea", "at the North American box office".</summary>
internal static class TerritoryReader
{
    /// <summary>Everywhere but at home: a part that no profile has a place for.</summary>
    public const string Overseas = "overseas";

    /// <summary>All but the home market, said of the whole of it: no territory, but a sum of its own where the sentence does not split one.</summary>
    public const string International = "international";

    /// <summary>The home market, which the film's country tells.</summary>
    public const string Domestic = "domestic";

    private const int Reach = 10;
    private const int WidestDate = 8;

    /// <summary>The territory of an amount, or null.</summary>
    public static string? Read(FigureContext at) => Behind(at) ?? Before(at) ?? Leading(at) ?? Where(at) ?? Claimed(at);

    private static string? Behind(FigureContext at)
    {
        var tokens = at.Tokens;
        for (var k = at.Behind; k < at.Next && k - at.Behind < Reach; k++)
        {
            var word = tokens[k].Lower;
            var isComma = word is "," && k + 1 < at.Next && !Phrases.Territories.TryFind(tokens, k + 1, at.Next, out _, out _);
            if (word is "and" or "," or "that" && NamesNext(at, k + 1))
            {
                return null;
            }

            if (word is "against" or ";" or "but" or "while" or "from" or "with" or "(" or "making" or "where" || isComma
                || (word is "to" && !(k + 1 < at.Next && At(tokens, k + 1, at.Next) is not null))
                || (word is "on" && !(k + 1 < at.Next && tokens[k + 1].Lower is "its" or "the" && k + 2 < at.Next && tokens[k + 2].Lower is "opening" or "first"))
                || (word is "and" && k + 1 < at.Next && (Words.Verbs.Contains(tokens[k + 1].Lower) || FigureWords.Is("opener", tokens, k + 1, at.Next) || tokens[k + 1].Lower.EndsWith("ed", StringComparison.Ordinal))))
            {
                return null;
            }

            if (word is "there" && k + 1 <= at.Next)
            {
                return There(at);
            }

            if (At(tokens, k, at.Next) is { } territory)
            {
                return territory;
            }
        }

        return null;
    }

    // "and its worldwide haul to $3 million", "and the worldwide one $3 million": the place is that of the sum that follows.
    private static bool NamesNext(FigureContext at, int first)
    {
        for (var k = first; at.Next < at.Sentence.Last && k < at.Next && k - first < 6; k++)
        {
            if (at.Tokens[k].Is("one") || FigureWords.Nouns.TryFind(at.Tokens, k, at.Next, out _, out _))
            {
                return true;
            }
        }

        return false;
    }

    // "a worldwide gross of", "its South Korean box office take of".
    private static string? Before(FigureContext at)
    {
        var tokens = at.Tokens;
        string? found = null;
        for (var k = at.Amount.First - 1; k >= at.Previous && at.Amount.First - k < Reach; k--)
        {
            if (tokens[k].Lower is "," or ";" or "and" or "against" or "but" or "(" or ")")
            {
                break;
            }

            found = At(tokens, k, at.Amount.First) ?? (tokens[k].Is("there") ? There(at) : null) ?? found;
        }

        return found;
    }

    // "In South Korea, the film grossed", "Worldwide, it made", "; in Spain it took".
    private static string? Leading(FigureContext at)
    {
        var tokens = at.Tokens;
        for (var k = at.Amount.First - 1; k >= at.Previous && at.Amount.First - k < 2 * Reach; k--)
        {
            var starts = k == at.Sentence.First || tokens[k - 1].Lower is ";" or "but" or "while" || (tokens[k - 1].Lower is "and" && tokens[k].Lower is "in");
            if (!starts)
            {
                continue;
            }

            // "In its home market, Ruritania, it was seen by".
            for (var market = k; market < k + 6 && market + 2 < at.Amount.First; market++)
            {
                if (tokens[market].Lower is "market" or "country" or "homeland" or "home" && tokens[market + 1].Is(",") && PlaceAt(tokens, market + 2, at.Amount.First, out var behind) is { } home
                    && behind < at.Amount.First && tokens[behind].Is(","))
                {
                    return home;
                }
            }

            var isIn = tokens[k].Lower is "in" or "across" or "throughout";
            var place = k + (isIn ? 1 : 0);
            place += place < at.Amount.First && tokens[place].Is("the") ? 1 : 0;
            return PlaceAt(tokens, place, at.Amount.First, out var end) is { } territory && end < at.Amount.First
                && (tokens[end].Lower is "," or "alone" or "it" || (isIn && tokens[end].Lower is "the"))
                ? territory
                : null;
        }

        return null;
    }

    // "in Ruritania, where it took", "in Ruritania on 3 May 2001, where it took".
    private static string? Where(FigureContext at)
    {
        var tokens = at.Tokens;
        for (var k = at.Amount.First - 1; k > at.Sentence.First && at.Amount.First - k < Reach + 6; k--)
        {
            if (tokens[k].Lower is ";" or "while" || (tokens[k].Is(",") && at.Amount.First - k >= Reach))
            {
                return null;
            }

            if (!tokens[k].Is("where"))
            {
                continue;
            }

            var end = tokens[k - 1].Is(",") ? k - 1 : k;
            while (end > at.Sentence.First && tokens[end - 1].IsLowerWord && (tokens[end - 1].Is("office") || FigureWords.Is("market", tokens, end - 1, end)))
            {
                end--; // "at the Ruritanian box office, where"
            }

            for (var steps = 0; end > at.Sentence.First && steps < WidestDate && (tokens[end - 1].Kind == TokenKind.Number || Words.Months.ContainsKey(tokens[end - 1].Lower) || (steps > 0 && tokens[end - 1].Lower is "," or "on" or "in" or "of")); steps++)
            {
                end--;
            }

            for (var first = Math.Max(at.Sentence.First, end - 4); first < end; first++)
            {
                if (tokens[first].IsCapital && PlaceAt(tokens, first, end, out var last) is { } place && last == end)
                {
                    return place;
                }
            }

            return null;
        }

        return null;
    }

    // "the biggest hit of the year in Ruritania, with takings of".
    private static string? Claimed(FigureContext at)
    {
        var tokens = at.Tokens;
        for (var k = at.Amount.First - 1; k > at.Previous && at.Amount.First - k < Reach; k--)
        {
            if (!tokens[k].Is(","))
            {
                continue;
            }

            if (k + 1 < at.Amount.First && (tokens[k + 1].Is("with") || tokens[k + 1].Lower.EndsWith("ing", StringComparison.Ordinal)) && FigureWords.Any("claim", tokens, Math.Max(at.Previous, k - 12), k))
            {
                for (var first = Math.Max(at.Previous + 1, k - 4); first < k; first++)
                {
                    if (PlaceAt(tokens, first, k, out var last) is { } place && last == k && tokens[first - 1].Lower is "in" or "the")
                    {
                        return place;
                    }
                }
            }

            return null;
        }

        return null;
    }

    // "in Ruritania, where it ran for a year, selling 2 million tickets there": the place last named before.
    private static string? There(FigureContext at)
    {
        for (var k = at.Amount.First - 1; k > at.Sentence.First; k--)
        {
            if (at.Tokens[k].IsCapital && at.Tokens[k - 1].Lower is "in" or "the" or "throughout" or "across" && PlaceAt(at.Tokens, k, at.Amount.First, out _) is { } place)
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>The country that is named right before a token, or null.</summary>
    public static string? PlaceBefore(List<Token> tokens, int first, int end)
    {
        for (var k = Math.Max(first, end - 4); k < end; k++)
        {
            if (PlaceAt(tokens, k, end, out var last) is { } place && last == end)
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>The country or market that is named from a token on, or null.</summary>
    public static string? PlaceFrom(List<Token> tokens, int at, int limit) =>
        PlaceAt(tokens, at + (at + 1 < limit && FigureWords.Is("region", tokens, at, limit) ? 1 : 0), limit, out _);

    private static string? PlaceAt(List<Token> tokens, int at, int limit, out int end) =>
        Phrases.Territories.TryFind(tokens, at, limit, out var place, out end) || (at < limit && tokens[at].IsCapital && Phrases.Countries.TryFind(tokens, at, limit, out place, out end)) ? place : null;

    private static string? At(List<Token> tokens, int at, int limit)
    {
        if (Phrases.Territories.TryFind(tokens, at, limit, out var territory, out _))
        {
            return territory;
        }

        if (!tokens[at].IsCapital || !Phrases.Countries.TryFind(tokens, at, limit, out var country, out var end))
        {
            return null;
        }

        // "in mainland Ruritania" is in Ruritania.
        at -= at > 0 && FigureWords.Is("region", tokens, at - 1, at) ? 1 : 0;

        // "in Ruritania", "at the Ruritanian box office", "Ruritanian gross"; "the Ruritanian film" says where it is from.
        var before = at > 0 ? tokens[at - 1].Lower : "";
        var isAll = before is "of" && at > 1 && tokens[at - 2].Lower is "whole" or "all" or "rest";
        var isIn = before is "in" or "across" or "throughout" or "within" || isAll
            || (before is "the" && at > 1 && tokens[at - 2].Lower is "in" or "across" or "throughout" or "within" or "of");
        var isMarket = end < tokens.Count && (FigureWords.Is("market", tokens, end, tokens.Count) || tokens[end].Lower is "film" or "movie" && end + 1 < tokens.Count && FigureWords.Is("market", tokens, end + 1, tokens.Count));
        var isAdjective = end < tokens.Count && tokens[end].IsLowerWord && Phrases.FilmNouns.TryFind(tokens, end, tokens.Count, out _, out _);
        return (isIn && !isAdjective) || isMarket ? country : null;
    }
}
