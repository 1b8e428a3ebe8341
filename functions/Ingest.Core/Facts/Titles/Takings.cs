using System.Collections.Frozen;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Titles;

/// <summary>The films of a report on takings: "The Quiet Mill opened with $12 million, and Signals fell by half".</summary>
internal sealed class Takings(Reading reading)
{
    private const int FewestSums = 3;
    private const int FewestHeadedSums = 2;
    private const int FewestWords = 2;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Vocabulary = DataFile.LabelledWords("takings.txt");

    /// <summary>The titles that stand before the verbs of takings; none in a text that is no such report.</summary>
    public IEnumerable<(int First, int Last)> Films()
    {
        var tokens = reading.Prose.Tokens;
        var sums = 0;
        var words = 0;
        var headed = false;
        foreach (var token in tokens)
        {
            sums += IsSum(token) ? 1 : 0;
            words += Vocabulary["report"].Contains(token.Lower) ? 1 : 0;
        }

        foreach (var token in reading.Article.Title is { Length: < 400 } headline ? Tokeniser.Read(headline) : [])
        {
            words += token.Is("office") ? FewestWords : Vocabulary["report"].Contains(token.Lower) ? 1 : 0;
            headed |= token.Is("office") || Vocabulary["report"].Contains(token.Lower);
        }

        if (sums < (headed ? FewestHeadedSums : FewestSums) || words < FewestWords)
        {
            yield break;
        }

        foreach (var sentence in reading.Prose.Sentences)
        {
            if (!HoldsSum(sentence))
            {
                continue;
            }

            for (var at = sentence.First; at < sentence.Last; at++)
            {
                var end = Begins(at, sentence.First) ? reading.Titles.End(at, sentence.Last) : -1;
                if (end <= at)
                {
                    continue;
                }

                var first = AfterOwner(at, end);
                if (IsTitle(first, end, sentence.Last, headed))
                {
                    yield return (first, end);
                }

                at = end - 1;
            }
        }
    }

    // "Meanwhile Signals fell" and "Quarry's Signals fell" name Signals.
    private int AfterOwner(int first, int end)
    {
        var tokens = reading.Prose.Tokens;
        var start = first;
        while (start + 1 < end && tokens[start].Lower is not ("the" or "a" or "an") && (Words.NeverInNames.Contains(tokens[start].Lower) || Words.Openings.Contains(tokens[start].Lower)))
        {
            start++;
        }

        for (var k = start + 1; k + 1 < end && k - start < 4; k++)
        {
            if (tokens[k].Is("'s") && (HoldsFirm(start, k) || reading.Names.At(start) is { Parts: > 1 } owner && owner.Last == k))
            {
                return k + 1;
            }
        }

        return start;
    }

    // "took $3 million", "has sold 2 million tickets", with no person's name before it.
    private bool HasSum(int verb, int limit)
    {
        for (var k = verb + 1; k < limit && k - verb < 6 && reading.Prose.Tokens[k].Kind != TokenKind.Mark | IsSum(reading.Prose.Tokens[k]); k++)
        {
            if (IsSum(reading.Prose.Tokens[k]))
            {
                return true;
            }
        }

        return false;
    }

    private bool HoldsSum(Sentence sentence)
    {
        for (var k = sentence.First; k < sentence.Last; k++)
        {
            if (IsSum(reading.Prose.Tokens[k]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSum(Token token) => token.Lower is "$" or "\u00a3" or "\u20ac" or "\u20b9" or "\u00a5" or "\u20a9" or "rs" or "rmb" or "admissions" or "tickets";

    private bool Begins(int at, int first) =>
        at == first || reading.Prose.Tokens[at - 1].Kind == TokenKind.Mark || reading.Prose.Tokens[at - 1].Lower is "and" or "but" or "while" or "that" or "as" or "when" or "meanwhile" or "where" or "so";

    private bool IsTitle(int first, int last, int limit, bool isHeaded)
    {
        var tokens = reading.Prose.Tokens;
        var text = reading.Titles.Text(first, last);
        var words = TitleWords.Of(text).Count;
        if (words == 1 && first > 1 && tokens[first - 1].Is("and") && tokens[first - 2].IsCapital)
        {
            return false; // "Anna and Quarry opened the shop"
        }

        if (words == 0 || NoTitle.Is(text) || NoTitle.IsPerson(text) || tokens[first].Kind == TokenKind.Number && words == 1 || Words.Openings.Contains(tokens[first].Lower) && words == 1 || HoldsFirm(first, last))
        {
            return false;
        }

        var isMarked = tokens[first].Lower is "\"" or "'" || reading.Titles.IsEmphasised(first);
        var verb = AfterAside(first, last, limit);
        if (verb >= limit || !tokens[verb].IsLowerWord)
        {
            return false;
        }

        var isThing = last + 1 < limit && tokens[last].Is(",") && tokens[last + 1].Is("which");
        var isSure = isThing || Vocabulary["verbs"].Contains(tokens[verb].Lower);
        var isTitleLike = isMarked || words > 2 || tokens[first].Lower is "the";
        return isSure ? isTitleLike || words > 1 || !IsPart(first) : (isTitleLike || words > 1 && isHeaded && HasSum(verb, limit)) && Vocabulary["weak"].Contains(tokens[verb].Lower);
    }

    // A name that elsewhere is part of a longer one.
    private bool IsPart(int first) => reading.Names.At(first) is { Parts: > 0 } name && reading.Names.IsSurnameOfOther(name);

    private bool HoldsFirm(int first, int last)
    {
        for (var k = first; k < last; k++)
        {
            var lower = reading.Prose.Tokens[k].Lower;
            if (Words.Institutions.Contains(lower) || Words.Months.ContainsKey(lower) || lower is "disney" or "universal" or "warner" or "paramount" or "fox" or "amazon" or "marvel" or "lucasfilm" or "chinese" or "audiences"
                || Phrases.Countries.TryFind(reading.Prose.Tokens, k, last, out _, out var end) && end == last && k == first)
            {
                return true;
            }
        }

        return false;
    }

    // "Signals, last week's winner, fell", "Signals (Arrow) opened", "Signals also fell".
    private int AfterAside(int first, int last, int limit)
    {
        var tokens = reading.Prose.Tokens;
        var at = last;
        if (at < limit && tokens[at].Is("(") && reading.Prose.Closing[at] is > 0 and var close && close - at < 12)
        {
            at = close + 1;
        }

        if (at < limit && tokens[at].Is(","))
        {
            // "Last week's winner, Signals, fell".
            if (at + 1 < limit && first > 0 && tokens[first - 1].Is(",") && Vocabulary["verbs"].Contains(tokens[at + 1].Lower))
            {
                return at + 1;
            }

            for (var comma = at + 1; comma < limit && comma - at < 16; comma++)
            {
                if (tokens[comma].Is(",") && comma + 1 < limit && (Vocabulary["verbs"].Contains(tokens[comma + 1].Lower) || Vocabulary["weak"].Contains(tokens[comma + 1].Lower)))
                {
                    return comma + 1;
                }
            }

            return limit;
        }

        return at < limit && tokens[at].Lower is "also" or "only" or "then" or "still" or "just" or "easily" ? at + 1 : at;
    }
}
