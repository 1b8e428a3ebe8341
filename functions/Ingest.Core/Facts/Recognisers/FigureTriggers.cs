using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Finds the words beside an amount that tell what it counts.</summary>
internal static class FigureTriggers
{
    private const int LeftReach = 12;
    private const int OpenerReach = 12;
    private const int RightReach = 7;
    private const int LongestAside = 9;

    /// <summary>What the words behind an amount tell, and where they end.</summary>
    public static (string? Kind, int End) RightOf(FigureContext at)
    {
        var tokens = at.Tokens;
        var k = at.Behind;
        for (var skipped = 0; k < at.Next && skipped < RightReach; skipped++)
        {
            if (FigureWords.Right.TryFind(tokens, k, at.Next, out var kind, out var end))
            {
                // A film's noun behind a sum needs no words between.
                return kind == "film" && k - at.Behind > 2 ? (null, k) : (kind, end);
            }

            if (tokens[k].IsCapital && Phrases.Countries.TryFind(tokens, k, at.Next, out _, out var country))
            {
                k = country;
            }
            else if (tokens[k].Lower is "-" or "'s" or "'" or "+" or "plus" or "net" or "total" or "worldwide" or "global" or "globally" or "domestic" or "domestically" or "estimated" or "cinema" or "movie" or "cumulative" or "of" or "paid" or "mark" or "reported" or "combined" or "already" or "or" or "so" or "more" or "-plus" or "lifetime" or "in" or "theatrical" or "high" or "local" or "initial" or "original")
            {
                k++;
            }
            else if (skipped < 2 && IsBeforeFilm(tokens, k, at.Next))
            {
                k++; // "a $42 million Oslo-set action picture"
            }
            else
            {
                return (null, k);
            }
        }

        return (null, k);
    }

    // A word of description, with a film's noun within two words.
    private static bool IsBeforeFilm(List<Token> tokens, int at, int limit) =>
        tokens[at].Kind == TokenKind.Word && !Words.Blockers.Contains(tokens[at].Lower) && !Words.Verbs.Contains(tokens[at].Lower) && (tokens[at].IsLowerWord || tokens[at].Lower.Contains('-', StringComparison.Ordinal))
        && Enumerable.Range(at + 1, Math.Max(0, Math.Min(2, limit - at - 1))).Any(k => FigureWords.Right.TryFind(tokens, k, limit, out var kind, out _) && kind == "film");

    /// <summary>The words before an amount that tell what it counts.</summary>
    public static FigureTrigger? LeftOf(FigureContext at, bool isMoney)
    {
        var tokens = at.Tokens;
        var amount = at.Amount;
        if (Linked(at, isMoney) is { } linked)
        {
            return linked;
        }

        var table = isMoney ? FigureWords.Left : FigureWords.LeftOfPeople;
        for (var k = amount.First - 1; k >= at.Previous && amount.First - k <= LeftReach; k--)
        {
            if (table.TryFind(tokens, k, amount.First, out var kind, out var end))
            {
                var trigger = new FigureTrigger(kind, k, end);

                // A longer phrase may start earlier: "for a total of" of "total of".
                for (var earlier = Math.Max(at.Previous, k - 4); earlier < k; earlier++)
                {
                    if (table.TryFind(tokens, earlier, amount.First, out var longer, out var last) && last > k)
                    {
                        trigger = new FigureTrigger(longer, earlier, last);
                        break;
                    }
                }

                return IsNear(at, trigger) ? trigger : null;
            }

            if (tokens[k].Lower is ";" or "." or "but")
            {
                break;
            }
        }

        return null;
    }

    /// <summary>Whether only words of no weight stand before the sum: "a", "in South Korea", "well over".</summary>
    public static bool IsFilled(FigureContext at, int first)
    {
        var tokens = at.Tokens;
        for (var k = first; k < at.Amount.Start;)
        {
            if (Phrases.Qualifiers.TryFind(tokens, k, at.Amount.First, out _, out var end) || Phrases.Territories.TryFind(tokens, k, at.Amount.First, out _, out end)
                || (tokens[k].IsCapital && Phrases.Countries.TryFind(tokens, k, at.Amount.First, out _, out end)))
            {
                k = end;
            }
            else if (FigureWords.Is("filler", tokens, k, k + 1) || (tokens[k].IsLowerWord && tokens[k].Lower.EndsWith("ly", StringComparison.Ordinal)))
            {
                k++;
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"opened at number two with", "debuted in third place to".</summary>
    public static FigureTrigger? Opener(FigureContext at)
    {
        var tokens = at.Tokens;
        if (at.Amount.Start - 1 < at.Previous || !(tokens[at.Amount.Start - 1].Lower is "with" or "to" or "on" or "at"
            || (at.Amount.Start - 2 >= at.Previous && tokens[at.Amount.Start - 1].Lower is "a" or "an" && tokens[at.Amount.Start - 2].Lower is "with" or "to")))
        {
            return null;
        }

        for (var k = at.Amount.Start - 2; k >= at.Previous && at.Amount.Start - k <= OpenerReach && tokens[k].Lower is not (";" or "but" or "."); k--)
        {
            if (FigureWords.Is("chart", tokens, k, at.Amount.Start))
            {
                return new FigureTrigger("chart-verb", k, at.Amount.Start);
            }

            if (FigureWords.Is("closer", tokens, k, k + 1) && at.Amount.Start - k <= 7)
            {
                return new FigureTrigger("gross-weak", k, at.Amount.Start);
            }

            if (FigureWords.Is("opener", tokens, k, k + 1))
            {
                return new FigureTrigger("opening-verb", k, at.Amount.Start);
            }
        }

        return null;
    }

    private static bool Fits(string kind, bool isMoney) => isMoney != kind.StartsWith("admissions", StringComparison.Ordinal);

    // What stands between the verb and its sum.
    private static bool IsNear(FigureContext at, FigureTrigger trigger)
    {
        if (IsFilled(at, trigger.Last) || IsPittance(at, trigger))
        {
            return true;
        }

        if (trigger.IsWeak || trigger.Measure is "opening" or "gross" && !trigger.IsVerb || (trigger.Measure == "admissions" && !trigger.IsVerb) || trigger.Measure == "none")
        {
            return false;
        }

        // "grossed, in its first week alone, nearly $3 million"; "cost the studio $3 million".
        var gap = at.Amount.Start - trigger.Last;
        var most = trigger.Kind == "gross-verb" ? 9 : trigger.Measure is "budget" or "spent" ? 6 : 5;
        for (var k = trigger.Last; k < at.Amount.Start; k++)
        {
            if (at.Tokens[k].Lower is "and" or "(" or ")" or "-" or ":" || (at.Tokens[k].Is(",") && trigger.Kind != "gross-verb"))
            {
                return false;
            }
        }

        return gap <= most;
    }

    // "made for next to nothing, about".
    private static bool IsPittance(FigureContext at, FigureTrigger trigger)
    {
        var end = trigger.Measure == "budget" ? FigureWords.End("pittance", at.Tokens, trigger.Last, at.Amount.Start) : -1;
        return end >= 0 && end < at.Amount.Start && at.Tokens[end].Lower is "," or "-" or ":" && IsFilled(at, end + 1);
    }

    // "its French take stands at", "box-office receipts in Sweden came to".
    private static FigureTrigger? Linked(FigureContext at, bool isMoney)
    {
        var tokens = at.Tokens;
        var link = -1;
        for (var k = Math.Max(at.Previous, at.Amount.Start - 6); k < at.Amount.First && link < 0; k++)
        {
            var end = FigureWords.End("link", tokens, k, at.Amount.First);
            link = end >= 0 && (end >= at.Amount.Start || IsFilled(at, end)) ? k : -1;
        }

        // "bringing its worldwide total to".
        var bring = -1;
        for (var k = at.Amount.Start - 2; link < 0 && k >= at.Previous && at.Amount.Start - k <= OpenerReach && tokens[at.Amount.Start - 1].Is("to"); k--)
        {
            if (FigureWords.Is("bring", tokens, k, k + 1))
            {
                (link, bring) = (at.Amount.Start - 1, k);
            }
        }

        for (var k = link - 1; k >= at.Previous && k > bring && link - k <= 9; k--)
        {
            if (tokens[k].Lower is ";" or "." or "but" or "and")
            {
                return null;
            }

            if (FigureWords.Nouns.TryFind(tokens, k, link, out var kind, out var end))
            {
                for (var earlier = Math.Max(at.Previous, k - 3); earlier < k; earlier++)
                {
                    if (FigureWords.Nouns.TryFind(tokens, earlier, link, out var longer, out var last) && last > k)
                    {
                        (kind, k, end) = (longer, earlier, last);
                        break;
                    }

                    if (FigureWords.Left.TryFind(tokens, earlier, k + 1, out var none, out last) && none == "none" && last == k + 1)
                    {
                        return null;
                    }
                }

                return Fits(kind, isMoney) && IsAside(tokens, end, link) ? new FigureTrigger(kind, k, at.Amount.Start) : null;
            }
        }

        return null;
    }

    // Between the noun and its verb: where, when, how it is said; no other verb.
    private static bool IsAside(List<Token> tokens, int first, int end)
    {
        var behind = first < end && tokens[first].Is(",") ? tokens.FindIndex(first + 1, Math.Min(end - first - 1, LongestAside), t => t.Is(",")) : -1;
        if (behind > 0 && !(tokens[first + 1].Lower is "including" or "with"))
        {
            first = behind + 1; // "the budget, not counting marketing, was"
        }

        for (var k = first; k < end; k++)
        {
            if (!(tokens[k].IsCapital || FigureWords.Is("preposition", tokens, k, end) || FigureWords.Is("adverb", tokens, k, end) || FigureWords.Is("filler", tokens, k, end)
                || tokens[k].Lower is "," or "reportedly" or "film" or "movie" or "picture" or "there" or "here" or "it" or "'s" or "has" or "have" or "had" or "that" || tokens[k].Kind == TokenKind.Number))
            {
                return false;
            }
        }

        return true;
    }
}
