using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.People;

/// <summary>Words before a name: "the always reliable veteran actor", "six-year-old actress", "Saturday Show performers".</summary>
internal sealed class Epithets(ProseText prose, NameIndex names)
{
    private const int LongestEpithet = 9;

    // In a row, each name is asked for from every name before it. The limit is the sentence's end.
    private readonly Dictionary<int, (int Limit, int Name)> _skipped = [];

    /// <summary>Where the name behind them starts; -1 where none does.</summary>
    public int Skip(int at, int limit)
    {
        if (!_skipped.TryGetValue(at, out var known) || known.Limit != limit)
        {
            _skipped[at] = known = (limit, SkipAt(at, limit));
        }

        return known.Name;
    }

    private int SkipAt(int at, int limit)
    {
        var tokens = prose.Tokens;
        if (at < limit && Kin(at, limit) is var kin && kin > 0)
        {
            return kin;
        }

        for (var k = at; k < limit && k - at <= LongestEpithet; k++)
        {
            var token = tokens[k];
            var span = names.At(k);
            if (span.Parts > 0)
            {
                if (span.Last < limit && tokens[span.Last].IsLowerWord && OccupationAhead(span.Last, limit) is var after && after > 0)
                {
                    k = after - 1;
                    continue;
                }

                if (k == at && at > 0 && tokens[at - 1].Lower is "," or "and" or "&" && names.IsPlainAcronym(span))
                {
                    return k;
                }

                // "a Cork woman, Jane Roe".
                if (span.Parts == 1 && k > 0 && tokens[k - 1].Lower is "a" or "an" && span.Last + 2 < limit && Words.PersonNouns.Contains(tokens[span.Last].Lower) && tokens[span.Last + 1].Is(",") && names.At(span.Last + 2).Parts > 1)
                {
                    return span.Last + 2;
                }

                if (!names.CouldBePerson(span))
                {
                    return span.Last - span.First == 1 && span.Last < limit && tokens[span.Last].IsLowerWord && !Words.Blockers.Contains(tokens[span.Last].Lower) ? SkipAfter(span.Last, limit, at) : -1;
                }

                return k;
            }

            var passes = token.Kind == TokenKind.Number || token.Lower is "-" or "/"
                || (token.Kind == TokenKind.Word && token.IsCapital && Words.IsOccupation(token.Lower))
                || (token.IsLowerWord && !Words.Blockers.Contains(token.Lower) && token.Lower is not ("film" or "movie"))
                || (token.Kind == TokenKind.Word && token.Lower.EndsWith("-old", StringComparison.Ordinal))
                || (token.Is(",") && k > at && tokens[k - 1].IsLowerWord && k + 1 < limit && tokens[k + 1].IsLowerWord && !Words.Occupations.Contains(tokens[k - 1].Lower));
            if (!passes)
            {
                return -1;
            }
        }

        return -1;
    }

    // "his mother Jane Roe", "Roe's wife Ann Poe": whose kin it is, and the name.
    private int Kin(int at, int limit)
    {
        var tokens = prose.Tokens;
        var owner = names.At(at);
        var noun = tokens[at].Lower is "his" or "her" or "their" ? at + 1 : owner.Parts > 0 && owner.Last < limit && tokens[owner.Last].Is("'s") ? owner.Last + 1 : -1;
        for (var k = noun; k > 0 && k + 1 < limit && k - noun < 4 && tokens[k].IsLowerWord; k++)
        {
            if (Words.PersonNouns.Contains(tokens[k].Lower) && names.At(k + 1) is { Parts: > 1 } name && names.CouldBePerson(name))
            {
                return k + 1;
            }
        }

        return -1;
    }

    private int SkipAfter(int at, int limit, int from) => at - from > LongestEpithet ? -1 : SkipAt(at, Math.Min(limit, from + LongestEpithet + 6));

    // Whether an occupation follows within two words, with a name behind it; where that name starts.
    private int OccupationAhead(int at, int limit)
    {
        for (var k = at; k < limit && k - at < 3 && prose.Tokens[k].IsLowerWord && !Words.Verbs.Contains(prose.Tokens[k].Lower); k++)
        {
            if (Words.Blockers.Contains(prose.Tokens[k].Lower) && prose.Tokens[k].Lower is not ("stars" or "featured"))
            {
                return -1;
            }

            if (Words.Occupations.Contains(prose.Tokens[k].Lower) && k + 1 < limit && names.At(k + 1).Parts > 0)
            {
                return k + 1;
            }
        }

        return -1;
    }
}
