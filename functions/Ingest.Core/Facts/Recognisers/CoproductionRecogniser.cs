using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>
/// Countries by who made the film or sent it in: "a co-production of Ruritania and Sylvania", "produced by companies from",
/// "made in Ruritania in 1971", "Ruritania's Oscar submission".
/// </summary>
internal sealed class CoproductionRecogniser : IRecogniser
{
    private const int NearMakers = 7;
    private const int NearAward = 10;
    private const int LongestTrade = 16;
    private const int LongestCredit = 60;

    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known)
    {
        var tokens = reading.Prose.Tokens;
        for (var at = 0; at + 2 < tokens.Count; at++)
        {
            var limit = reading.Prose.LimitOf(at);
            if (tokens[at].IsCapital)
            {
                if (Submitted(reading, at, limit) is { } submitted)
                {
                    yield return submitted;
                }

                continue;
            }

            if (First(reading, at, limit, out var confidence) is not (> 0 and var first) || FilmOf(reading, at) is not { } film)
            {
                continue;
            }

            foreach (var (country, token) in Countries(tokens, first, limit))
            {
                yield return new Found(film, token, new CountryStatement(country, reading.Prose.QuoteOf(token), confidence));
            }
        }

        foreach (var found in reading.Prose.Sentences.SelectMany(s => TradeLine(reading, s)))
        {
            yield return found;
        }

        foreach (var found in reading.Prose.Sentences.Select(s => Made(reading, s)).OfType<Found>().Concat(reading.Prose.Sentences.Select(s => Cinema(reading, s)).OfType<Found>()))
        {
            yield return found;
        }
    }

    private static Film? FilmOf(Reading reading, int at) => reading.Focus.At(at);

    // Where the countries start after words that announce them; 0 where none do.
    private static int First(Reading reading, int at, int limit, out double confidence)
    {
        var tokens = reading.Prose.Tokens;
        confidence = 0.93;
        if (tokens[at].Lower is "co-production" or "coproduction" or "production" && tokens[at + 1].Lower is "of" or "between" or "from" or "with")
        {
            return at + 2;
        }

        // "produced jointly by companies from", "with money from".
        if (tokens[at].Lower is "companies" or "producers" or "funding" or "money" or "backing" or "partners" or "studios" or "outfits" or "financing" or "finance" or "financiers" or "backers" or "investors" or "funds"
            && tokens[at + 1].Lower is "from" or "in")
        {
            var first = reading.Prose.Sentences[reading.Prose.SentenceOf[at]].First;
            for (var k = at - 1; k >= first && at - k <= NearMakers; k--)
            {
                if (tokens[k].Lower is "produced" or "co-produced" or "made" or "financed" or "co-financed" or "funded" or "co-funded" or "backed" or "with" or "bankrolled")
                {
                    confidence = 0.86;
                    return at + 2;
                }
            }
        }

        return 0;
    }

    private static IEnumerable<(string Country, int Token)> Countries(List<Token> tokens, int at, int limit)
    {
        var k = at;
        k += k < limit && tokens[k].Is("the") ? 1 : 0;
        while (k < limit && Phrases.Countries.TryFind(tokens, k, limit, out var country, out var end) && !(end < limit && (tokens[end].Is("'s") || (tokens[end].IsCapital && tokens[end].Kind == TokenKind.Word && !Phrases.Countries.TryFind(tokens, end, limit, out _, out _)))))
        {
            yield return (country, k);
            k = end;
            k += k < limit && tokens[k].Lower is "," or "/" ? 1 : 0;
            k += k < limit && tokens[k].Lower is "and" or "&" ? 1 : 0;
            k += k < limit && tokens[k].Is("the") ? 1 : 0;
        }
    }

    // "Ruritania's official submission for the Oscar": said of the film as an apposition, after "is", or before it.
    private static Found? Submitted(Reading reading, int at, int limit)
    {
        var tokens = reading.Prose.Tokens;
        if (!Phrases.Countries.TryFind(tokens, at, limit, out var country, out var end) || end >= limit)
        {
            return null;
        }

        var k = end + (tokens[end].Is("'s") ? 1 : 0);
        var isAward = false;
        while (k < limit && k - end <= 5 && !IsEntry(tokens[k].Lower))
        {
            if (!(tokens[k].Kind == TokenKind.Word || tokens[k].Kind == TokenKind.Number) || Words.Blockers.Contains(tokens[k].Lower))
            {
                return null;
            }

            isAward |= IsAward(tokens[k].Lower);
            k++;
        }

        if (k >= limit || k - end > 5 || !IsEntry(tokens[k].Lower))
        {
            return null;
        }

        var last = k + 1;
        for (; !isAward && k + 1 < limit && k - last < NearAward && tokens[k + 1].Lower is not (";" or "."); k++)
        {
            isAward |= IsAward(tokens[k + 1].Lower);
        }

        return isAward && Described(reading, at, last, limit) is { } film ? new Found(film, at, new CountryStatement(country, reading.Prose.QuoteOf(at), 0.9)) : null;
    }

    private static bool IsEntry(string word) => word is "submission" or "entry" or "contender" or "candidate" or "pick" or "selection" or "hopeful" or "nominee";

    private static bool IsAward(string word) => word is "oscar" or "oscars" or "academy" or "oscar's";

    private static Film? Described(Reading reading, int at, int last, int limit)
    {
        var tokens = reading.Prose.Tokens;
        var sentence = reading.Prose.Sentences[reading.Prose.SentenceOf[at]];
        var k = at - 1;
        k -= k >= sentence.First && tokens[k].Lower is "the" or "this" ? 1 : 0;
        if (k < sentence.First)
        {
            for (var comma = last; comma + 1 < limit && comma - last <= 20; comma++)
            {
                if (tokens[comma].Is(",") && (reading.Slots.References.ContainsKey(comma + 1) || reading.Slots.References.ContainsKey(comma + 2)))
                {
                    return reading.Focus.MentionAt(comma + 1)?.Film ?? reading.Focus.MentionAt(comma + 2)?.Film ?? reading.Focus.DefaultAt(at);
                }
            }

            return null;
        }

        if (tokens[k].Lower is "as" or "become" or "became" or "being")
        {
            return reading.Focus.At(at);
        }

        if (tokens[k].Lower is "," or "(" or "is" or "was" or "-" or "be")
        {
            k -= k > sentence.First && tokens[k - 1].Lower is "\"" or "'" ? 1 : 0;
            return (reading.Focus.ReferenceBefore(k) is { } reference ? reference.Film ?? reading.Focus.DefaultAt(at) : null) ?? reading.Focus.MentionBefore(k)?.Film;
        }

        return null;
    }

    // "Made in Ruritania in 1971, banned a year later, X": only where the year is given too, for films are shot abroad.
    private static Found? Made(Reading reading, Sentence sentence)
    {
        var tokens = reading.Prose.Tokens;
        for (var at = sentence.First; at + 4 < sentence.Last && at - sentence.First < 8; at++)
        {
            if (tokens[at].Lower is not ("made" or "produced") || !tokens[at + 1].Is("in") || !Phrases.Countries.TryFind(tokens, at + 2, sentence.Last, out var country, out var end) || !CountryName.IsNoun(tokens, at + 2, end, country)
                || end + 1 >= sentence.Last || !tokens[end].Is("in") || !tokens[end + 1].IsYear(out _))
            {
                continue;
            }

            var film = at == sentence.First ? reading.Focus.At(at) : tokens[at - 1].Lower is "was" && reading.Focus.ReferenceBefore(at - 1) is { IsPassing: false } reference ? reference.Film ?? reading.Focus.DefaultAt(at) : null;
            return film is null ? null : new Found(film, at, new CountryStatement(country, reading.Prose.QuoteOf(at), 0.88));
        }

        return null;
    }

    // "Ruritanian cinema has produced few films as strange as this".
    private static Found? Cinema(Reading reading, Sentence sentence)
    {
        var tokens = reading.Prose.Tokens;
        if (!tokens[sentence.First].IsCapital || !Phrases.Countries.TryFind(tokens, sentence.First, sentence.Last, out var country, out var end) || end + 3 >= sentence.Last
            || !tokens[end].Is("cinema") || tokens[end + 1].Lower is not ("has" or "rarely" or "seldom") || reading.Focus.DefaultAt(end) is not { } film)
        {
            return null;
        }

        for (var k = end + 2; k < sentence.Last && k - end <= 14; k++)
        {
            if (tokens[k].Lower is "this" && tokens[k - 1].Lower is "as" or "like" or "than" && (k + 1 >= sentence.Last || tokens[k + 1].Lower is "one" or "." or "film" or "," or "!"))
            {
                return new Found(film, sentence.First, new CountryStatement(country, reading.Prose.QuoteOf(sentence.First), 0.82));
            }
        }

        return null;
    }

    // "(Ruritania-Sylvania) A Halland Films presentation of a Brandt production.": how the trade papers end a review.
    private static IEnumerable<Found> TradeLine(Reading reading, Sentence sentence)
    {
        var tokens = reading.Prose.Tokens;
        var open = sentence.First + (tokens[sentence.First].Is("production") && sentence.First + 1 < sentence.Last && tokens[sentence.First + 1].Is(":") ? 2 : 0);
        if (open + 3 >= sentence.Last || !tokens[open].Is("(") || reading.Prose.Closing[open] is not (> 0 and var close) || close - open > LongestTrade || close + 2 >= sentence.Last || !(tokens[close + 1].IsCapital || tokens[close + 1].Kind == TokenKind.Number)
            || !Enumerable.Range(close + 2, Math.Min(LongestCredit, sentence.Last - close - 2)).Any(k => tokens[k].Lower is "production" or "presentation" or "release") || reading.Focus.DefaultAt(open) is not { IsSubject: true } film)
        {
            return [];
        }

        var countries = new List<string>();
        foreach (var part in reading.Prose.Slice(open + 1, close).Split(['-', '\u2013', '/', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = Tokeniser.Read(part);
            if (!Phrases.Countries.TryFind(words, 0, words.Count, out var country, out var end) || end != words.Count)
            {
                return [];
            }

            countries.Add(country);
        }

        return countries.Distinct().Select(country => new Found(film, open, new CountryStatement(country, reading.Prose.QuoteOf(open), 0.93)));
    }
}
