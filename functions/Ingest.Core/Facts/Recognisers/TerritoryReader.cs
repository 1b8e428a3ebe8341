using Ingest.Core.Facts.Figures;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Where a figure was counted: "worldwide", "in South Korea", "at the North American box office".</summary>
internal static class TerritoryReader
{
    /// <summary>Everywhere but at home: a part that no profile has a place for.</summary>
    public const string Overseas = "overseas";

    /// <summary>The home market, which the film's country tells.</summary>
    public const string Domestic = "domestic";

    private const int Reach = 9;

    /// <summary>The territory of an amount, or null.</summary>
    public static string? Read(Reading reading, Sentence sentence, Amount amount, int previous, int next)
    {
        var tokens = reading.Prose.Tokens;
        return Behind(tokens, amount, next) ?? Before(tokens, amount, previous, sentence) ?? Leading(tokens, sentence, amount, previous) ?? Where(tokens, sentence, amount);
    }

    private static string? Behind(List<Token> tokens, Amount amount, int next)
    {
        for (var k = amount.Last; k < next && k - amount.Last < Reach; k++)
        {
            var word = tokens[k].Lower;
            if (word is "against" or "on" or ";" or "but" or "while" or "from" or "with" or "to" || (word is "," && k + 1 < next && tokens[k + 1].Lower is not ("worldwide" or "globally" or "domestically" or "internationally")))
            {
                return null;
            }

            if (At(tokens, k, next) is { } territory)
            {
                return territory;
            }
        }

        return null;
    }

    // "a worldwide gross of", "its South Korean box office take of".
    private static string? Before(List<Token> tokens, Amount amount, int previous, Sentence sentence)
    {
        string? found = null;
        for (var k = amount.First - 1; k >= previous && amount.First - k < Reach; k--)
        {
            if (tokens[k].Lower is "," or ";" or "and" or "against" or "but" or "(" or ")")
            {
                break;
            }

            found = At(tokens, k, amount.First) ?? found;
        }

        return found;
    }

    // "In South Korea, the film grossed", "Worldwide, it made".
    private static string? Leading(List<Token> tokens, Sentence sentence, Amount amount, int previous)
    {
        if (previous != sentence.First)
        {
            return null;
        }

        var k = sentence.First;
        k += tokens[k].Lower is "in" or "across" or "throughout" ? 1 : 0;
        k += k < amount.First && tokens[k].Is("the") ? 1 : 0;
        return Phrases.Territories.TryFind(tokens, k, amount.First, out var territory, out var end) || Phrases.Countries.TryFind(tokens, k, amount.First, out territory, out end)
            ? end < amount.First && tokens[end].Lower is "," or "alone" ? territory : null
            : null;
    }

    // "in Ruritania, where it took".
    private static string? Where(List<Token> tokens, Sentence sentence, Amount amount)
    {
        for (var k = amount.First - 1; k > sentence.First && amount.First - k < Reach; k--)
        {
            if (tokens[k].Lower is "," or ";" or "but" or "while")
            {
                return null;
            }

            if (!tokens[k].Is("where"))
            {
                continue;
            }

            var end = tokens[k - 1].Is(",") ? k - 1 : k;
            for (var first = Math.Max(sentence.First, end - 4); first < end; first++)
            {
                if (tokens[first].IsCapital && (Phrases.Territories.TryFind(tokens, first, end, out var place, out var last) || Phrases.Countries.TryFind(tokens, first, end, out place, out last)) && last == end)
                {
                    return place;
                }
            }

            return null;
        }

        return null;
    }

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

        // "in Ruritania", "at the Ruritanian box office", "Ruritanian gross".
        var placed = at > 0 && tokens[at - 1].Lower is "in" or "across" or "the" or "throughout" or "its";
        var named = end < tokens.Count && tokens[end].Lower is "box" or "box-office" or "gross" or "market" or "theaters" or "cinemas" or "take" or "admissions" or "theatres" or "audiences" or "opening";
        return placed || named ? country : null;
    }
}
