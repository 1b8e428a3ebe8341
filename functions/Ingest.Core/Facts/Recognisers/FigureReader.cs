using Ingest.Core.Facts.Figures;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Tells what an amount counts, from the words around it.</summary>
internal static class FigureReader
{
    private const int LeftReach = 12;
    private const int OpenerReach = 12;
    private const int RightReach = 7;
    private const int SeenReach = 9;
    private const int LongestAside = 9;
    private const int StartReach = 12;
    private const decimal SmallestBudget = 1_000;
    private const decimal FewestPeople = 500;

    private const double Sure = 0.94;
    private const double Likely = 0.9;
    private const double Possible = 0.86;
    private const double Unsure = 0.8;

    private readonly record struct Trigger(string Kind, int First, int Last)
    {
        public string Measure => Kind.Split('-')[0];

        public bool IsVerb => Kind.EndsWith("-verb", StringComparison.Ordinal) || IsWeak;

        public bool IsWeak => Kind.EndsWith("-weak", StringComparison.Ordinal);
    }

    /// <summary>What an amount counts; null when the sentence does not say.</summary>
    /// <param name="at">The amount and its words.</param>
    /// <param name="before">What the amount before it counts.</param>
    public static Figure? Read(FigureContext at, Figure? before)
    {
        if (Part(at, before) is { } part)
        {
            return part;
        }

        var (right, end) = RightOf(at);
        if (right == "none")
        {
            return null;
        }

        if (at.Amount.Currency is null)
        {
            var people = Admissions(at, right, end);
            if (people is not null || !at.Amount.IsSouthAsian || right is "admissions" or "people")
            {
                return people;
            }

            // Crores without a sign are rupees.
            return Money(at with { Amount = at.Amount with { Currency = "INR" } }, right, end, before) is { } money ? money with { Confidence = Math.Min(money.Confidence, Possible) } : null;
        }

        // "$24 million in worldwide ticket sales".
        return Money(at, right == "admissions" && at.Tokens[end - 1].Lower is "sales" ? "gross" : right, end, before);
    }

    private static Figure? Money(FigureContext at, string? right, int end, Figure? before)
    {
        var left = LeftOf(at, isMoney: true);
        if (left is { Measure: "none" } none && IsFilled(at, none.Last))
        {
            return null;
        }

        if (left is { Measure: "spent" } && right == "made")
        {
            // "spends $3 million making a film": some film.
            if (end < at.Sentence.Last && at.Tokens[end].Lower is "a" or "an" or "another" or "his" or "her" or "their" or "films")
            {
                return null;
            }

            return Make(at, null, null, Possible, default);
        }

        if (right == "spend")
        {
            return left is { Measure: "spent" or "budget" } && at.Amount.Value >= 10 * SmallestBudget && FigureWords.Any("maker", at.Tokens, at.Sentence.First, at.Amount.First)
                ? Make(at, null, null, Unsure, default)
                : null;
        }

        if (left is { Measure: "spent" } spent && right is null && SpendsBacker(at, spent))
        {
            return Make(at, null, null, Possible, default);
        }

        left = left is { Measure: not ("none" or "spent") } ? left : Opener(at);
        if (left is { IsVerb: false } && at.Amount.Qualifier == Qualifier.Exact && left.Value.First > at.Sentence.First && at.Tokens[left.Value.First - 1].Lower is "estimated" or "approximate")
        {
            at = at with { Amount = at.Amount with { Qualifier = Qualifier.Approximately } };
        }

        if (left is null && right is null or "made" && MadeFor(at) is { } made)
        {
            return made;
        }

        return right switch
        {
            "budget" => Budget(at, left is { Measure: "budget" } ? left : null),
            "film" when left is null && IsNamed(at) => Make(at, null, null, Possible, default),
            "opening" => BoxOffice(at, left, isOpening: true, right),
            _ when left is { Measure: "budget" } => Budget(at, left),
            "gross" => BoxOffice(at, left, isOpening: left is { Measure: "opening" }, right),
            _ when left is not null => BoxOffice(at, left, left is { Measure: "opening" }, right),
            _ => Bracketed(at) ?? Inherited(at, before),
        };
    }

    private static Figure? Budget(FigureContext at, Trigger? left)
    {
        if (at.Amount.Value < SmallestBudget)
        {
            return null; // The price of a ticket.
        }

        var owner = left is { } trigger
            ? FigureOwnerReader.Of(at.Reading, at.Sentence, trigger.First, trigger.IsVerb)
            : FigureOwnerReader.Of(at.Reading, at.Sentence, at.Amount.Start, isVerb: false);
        if (owner.Kind == FigureOwnerKind.Other)
        {
            return Others(at, null);
        }

        if (owner.Kind == FigureOwnerKind.Unreal || (owner.Kind == FigureOwnerKind.Audience && left is { IsVerb: true }) || (owner.Kind == FigureOwnerKind.Open && NamesAnother(at)))
        {
            return null;
        }

        // "It cost $2 million" may be the house; "made for" needs a film somewhere.
        var spoken = Speaks(at);
        if (left is { IsVerb: true } && owner.Kind == FigureOwnerKind.Open && !spoken && !HasFilm(at) && (at.Tokens[left.Value.First].Lower.StartsWith("cost", StringComparison.Ordinal) || at.Tokens[left.Value.First].Lower is "at" or "for"))
        {
            return null;
        }

        var sure = owner.Kind == FigureOwnerKind.Pronoun && !spoken && left is { IsVerb: true } ? Possible : 0.95;
        return Make(at, null, null, sure, owner);
    }

    private static Figure? BoxOffice(FigureContext at, Trigger? left, bool isOpening, string? right)
    {
        var tokens = at.Tokens;
        // "was number one in Ruritania, with a total of": no verb of its own.
        var owner = left is { } trigger
            ? FigureOwnerReader.Of(at.Reading, at.Sentence, trigger.First, trigger.IsVerb && !(tokens[trigger.Last - 1].Is("of") && FigureWords.Any("claim", tokens, at.Previous, trigger.First)))
            : FigureOwnerReader.Of(at.Reading, at.Sentence, at.Amount.Start, isVerb: false);
        var told = right is "gross" or "opening";
        if (left is { Kind: "gross-tune" } tune && !told && !FigureWords.Any("audience", tokens, at.Sentence.First, tune.First))
        {
            return null; // "backed the film to the tune of"
        }

        if (FigureWords.Any("guess", tokens, at.Previous, at.Amount.First) || (owner.Kind == FigureOwnerKind.Open && NamesAnother(at)))
        {
            return null;
        }

        if (owner.Kind == FigureOwnerKind.Other)
        {
            return Others(at, BoxOfficeMeasure.Gross);
        }

        if (owner.Kind == FigureOwnerKind.Unreal || (owner.Kind == FigureOwnerKind.Audience && left is { IsVerb: true } && !told && !Speaks(at)))
        {
            return null;
        }

        // "added another $3 million": a part of a sum.
        if (at.Amount.Start > at.Previous && tokens[at.Amount.Start - 1].Lower is "another" or "further" or "additional" or "extra")
        {
            return Make(at, BoxOfficeMeasure.Gross, null, Unsure, owner) with { IsPartial = true };
        }

        var sure = Sure;
        if (left is { IsWeak: true } && !told)
        {
            var isFilm = owner.Kind is FigureOwnerKind.Film;
            if (!isFilm && !Speaks(at) && !(owner.Kind == FigureOwnerKind.Pronoun || HasSubject(at, left.Value.First)))
            {
                return null;
            }

            sure = isFilm || Speaks(at) ? Likely : Possible;
        }

        var span = isOpening ? "" : Span(at);
        var isStart = span is not ("opening" or "long" or "short") && !isOpening && IsStart(at);
        if (!isStart && (span is "short" or "weekend" || (span.Length == 0 && left is { Measure: "chart" } && !told)))
        {
            return Make(at, BoxOfficeMeasure.Gross, null, Unsure, owner) with { IsPartial = true };
        }

        if (isStart)
        {
            return Make(at, BoxOfficeMeasure.OpeningWeekend, TerritoryReader.Read(at), Math.Min(sure, Possible), owner);
        }

        var measure = isOpening || span.Length > 0 ? BoxOfficeMeasure.OpeningWeekend : BoxOfficeMeasure.Gross;
        if (measure == BoxOfficeMeasure.OpeningWeekend && IsLater(at, left))
        {
            measure = BoxOfficeMeasure.Gross;
        }

        return Make(at, measure, TerritoryReader.Read(at), span == "long" && measure == BoxOfficeMeasure.OpeningWeekend ? Unsure : sure, owner);
    }

    private static Figure? Admissions(FigureContext at, string? right, int end)
    {
        var tokens = at.Tokens;
        var demonym = PeopleOf(at, ref end);
        var left = LeftOf(at, isMoney: false);
        if (left is { Measure: not "admissions" })
        {
            left = null;
        }

        var isNoun = left is { IsVerb: false };
        var isCounted = right is "admissions" or "people" || demonym is not null;
        if (isNoun && !isCounted && (tokens[left!.Value.First].Lower is "sales" || at.Behind < at.Next && tokens[at.Behind].IsLowerWord && !FigureWords.Is("boundary", tokens, at.Behind, at.Next) && !FigureWords.Is("preposition", tokens, at.Behind, at.Next) && !FigureWords.Is("adverb", tokens, at.Behind, at.Next) && !FigureWords.Is("unreal", tokens, at.Behind, at.Next) && !Words.Verbs.Contains(tokens[at.Behind].Lower)))
        {
            return null;
        }

        if (!isNoun && !isCounted)
        {
            return null;
        }

        if (FigureWords.Any("elsewhere", tokens, at.Sentence.First, at.Sentence.Last) && right != "admissions")
        {
            return null;
        }

        var isSeen = isCounted && IsSeen(at, end);
        if (at.Amount.Value < (isSeen && right != "admissions" ? 50 : FewestPeople) || (isNoun && !isCounted && at.Amount.Value < 5 * FewestPeople))
        {
            return null;
        }

        var owner = default(FigureOwner);
        if (left is { } trigger)
        {
            owner = FigureOwnerReader.Of(at.Reading, at.Sentence, trigger.First, trigger.IsVerb);
            if (owner.Kind is FigureOwnerKind.Other or FigureOwnerKind.Unreal)
            {
                return null;
            }
        }
        else if (right != "admissions" && !BeginsClause(at))
        {
            return null; // "kills 2 million people"
        }
        else if (right != "admissions" && !isSeen)
        {
            return null;
        }

        if (owner.Kind == FigureOwnerKind.Open && NamesAnother(at))
        {
            return null;
        }

        if (FigureWords.Any("other-count", tokens, at.Sentence.First, at.Sentence.Last) && owner.Kind is not (FigureOwnerKind.Film or FigureOwnerKind.Pronoun))
        {
            return null;
        }

        var sure = Span(at).Length > 0 ? Unsure : right == "admissions" || left is not null ? Sure : Possible;
        return Make(at, BoxOfficeMeasure.Admissions, TerritoryReader.Read(at) ?? demonym, isNoun && !isCounted ? Math.Min(sure, 0.88) : sure, owner);
    }

    private static Figure Make(FigureContext at, BoxOfficeMeasure? measure, string? territory, double sure, FigureOwner owner) =>
        new(at.Amount, measure, territory == TerritoryReader.Overseas ? null : territory, territory == TerritoryReader.Overseas, sure, owner.Film) { Owner = owner.Kind };

    // Not this film's, nor are the sums that the sentence adds to it.
    private static Figure Others(FigureContext at, BoxOfficeMeasure? measure) => new(at.Amount, measure, null, true, 0) { Owner = FigureOwnerKind.Other };

    private static bool BeginsClause(FigureContext at) =>
        at.Amount.Start == at.Sentence.First || at.Tokens[at.Amount.Start - 1] is { } before && (before.Kind == TokenKind.Mark || before.IsCapital || before.Lower is "and" or "but" or "where" or "that" or "when" or "while");

    // "900,000 Finns", "350,000 Dutch filmgoers".
    private static string? PeopleOf(FigureContext at, ref int end)
    {
        if (at.Behind >= at.Next || !at.Tokens[at.Behind].IsCapital)
        {
            return null;
        }

        if (FigureWords.Peoples.TryFind(at.Tokens, at.Behind, at.Next, out var country, out var last))
        {
            end = last;
            return country;
        }

        return Phrases.Countries.TryFind(at.Tokens, at.Behind, at.Next, out country, out last) && last < at.Next
            && FigureWords.Right.TryFind(at.Tokens, last, at.Next, out var kind, out _) && kind is "admissions" or "people" ? country : null;
    }

    // "had seen it", "bought a ticket", "tickets were sold".
    private static bool IsSeen(FigureContext at, int end)
    {
        for (var k = end; k < at.Next && k - end < SeenReach && at.Tokens[k].Lower is not (";" or "-" or "("); k++)
        {
            if (FigureWords.Is("seen", at.Tokens, k, at.Next))
            {
                return true;
            }
        }

        return false;
    }

    private static (string? Kind, int End) RightOf(FigureContext at)
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
            else
            {
                return (null, k);
            }
        }

        return (null, k);
    }

    private static Trigger? LeftOf(FigureContext at, bool isMoney)
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
                var trigger = new Trigger(kind, k, end);

                // A longer phrase may start earlier: "for a total of" of "total of".
                for (var earlier = Math.Max(at.Previous, k - 4); earlier < k; earlier++)
                {
                    if (table.TryFind(tokens, earlier, amount.First, out var longer, out var last) && last > k)
                    {
                        trigger = new Trigger(longer, earlier, last);
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

    private static bool Fits(string kind, bool isMoney) => isMoney != kind.StartsWith("admissions", StringComparison.Ordinal);

    // What stands between the verb and its sum.
    private static bool IsNear(FigureContext at, Trigger trigger)
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
    private static bool IsPittance(FigureContext at, Trigger trigger)
    {
        var end = trigger.Measure == "budget" ? FigureWords.End("pittance", at.Tokens, trigger.Last, at.Amount.Start) : -1;
        return end >= 0 && end < at.Amount.Start && at.Tokens[end].Lower is "," or "-" or ":" && IsFilled(at, end + 1);
    }

    // "Its makers spent": money for the film, unless it says for what else.
    private static bool SpendsBacker(FigureContext at, Trigger spent)
    {
        var tokens = at.Tokens;
        if (at.Amount.Value < 10 * SmallestBudget || !(tokens[spent.First].Lower is "spent" or "spend" or "spending" or "sank" or "poured")
            || (at.Behind < at.Next && tokens[at.Behind].Kind != TokenKind.Mark && !FigureWords.Is("boundary", tokens, at.Behind, at.Next)))
        {
            return false;
        }

        for (var k = spent.First - 1; k > at.Previous && spent.First - k <= LeftReach && tokens[k].Kind != TokenKind.Mark; k--)
        {
            if (FigureWords.Is("backer", tokens, k, spent.First))
            {
                return tokens[k - 1].Is("its") || (tokens[k - 1].Is("'s") && FigureOwnerReader.Possessor(at.Reading, at.Sentence, k - 2).Kind == FigureOwnerKind.Film);
            }
        }

        return false;
    }

    // Whether only words of no weight stand before the sum: "a", "in South Korea", "well over".
    private static bool IsFilled(FigureContext at, int first)
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

    // "its French take stands at", "box-office receipts in Sweden came to".
    private static Trigger? Linked(FigureContext at, bool isMoney)
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

                return Fits(kind, isMoney) && IsAside(tokens, end, link) ? new Trigger(kind, k, at.Amount.Start) : null;
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

    // "opened at number two with", "debuted in third place to".
    private static Trigger? Opener(FigureContext at)
    {
        var tokens = at.Tokens;
        if (at.Amount.Start - 1 < at.Previous || !(tokens[at.Amount.Start - 1].Lower is "with" or "to" or "on" or "at"
            || (at.Amount.Start - 2 >= at.Previous && tokens[at.Amount.Start - 1].Lower is "a" or "an" && tokens[at.Amount.Start - 2].Lower is "with" or "to")))
        {
            return null;
        }

        for (var k = at.Amount.Start - 2; k >= at.Previous && at.Amount.Start - k <= OpenerReach && tokens[k].Lower is not (";" or "but" or "."); k--)
        {
            if (FigureWords.Is("closer", tokens, k, k + 1) && at.Amount.Start - k <= 7)
            {
                return new Trigger("gross-weak", k, at.Amount.Start);
            }

            if (FigureWords.Is("opener", tokens, k, k + 1))
            {
                return new Trigger("opening-verb", k, at.Amount.Start);
            }

            if (FigureWords.Is("chart", tokens, k, at.Amount.Start))
            {
                return new Trigger("chart-verb", k, at.Amount.Start);
            }
        }

        return null;
    }

    // "He made The Quiet Mill for", "It was shot in nineteen days for".
    private static Figure? MadeFor(FigureContext at)
    {
        var tokens = at.Tokens;
        var link = at.Amount.Start - 1;
        if (link - 1 < at.Previous || !(tokens[link].Lower is "for" or "on" or "with" or "at") || at.Amount.Value < SmallestBudget)
        {
            return null;
        }

        if (at.Reading.Focus.ReferenceBefore(link) is { } reference && reference.Last == link && reference.First > at.Sentence.First && FigureWords.Is("shooting", tokens, reference.First - 1, reference.First))
        {
            return Make(at, null, null, Likely, new FigureOwner(FigureOwnerKind.Film, reference.Film));
        }

        for (var k = link - 1; tokens[link].Is("for") && k >= at.Previous && link - k <= OpenerReach && tokens[k].Kind != TokenKind.Mark && !FigureWords.Is("boundary", tokens, k, k + 1); k--)
        {
            if (FigureWords.Is("shooting", tokens, k, k + 1))
            {
                return (link - k == 1 || FigureWords.Is("preposition", tokens, k + 1, link)) && Budget(at, new Trigger("budget-verb", k, link)) is { } made ? made with { Confidence = Math.Min(made.Confidence, Possible) } : null;
            }
        }

        return null;
    }

    // "The €3.8m feature was shot": a determiner that points at one film.
    private static bool IsNamed(FigureContext at) =>
        at.Amount.Value >= 10 * SmallestBudget && at.Amount.Start > at.Sentence.First && at.Tokens[at.Amount.Start - 1].Lower is "the" or "this" or "his" or "her" or "their"
        && (at.Amount.Start - 2 < at.Sentence.First || !(at.Tokens[at.Amount.Start - 2].Lower is "like" or "unlike" or "than" or "of" or "from" or "to" or "with" or "and"));

    // "with new openings in Ruritania ($3 million) and Sylvania ($1 million)".
    private static Figure? Bracketed(FigureContext at)
    {
        var tokens = at.Tokens;
        var bracket = at.Amount.Start - 1;
        if (bracket <= at.Sentence.First || !tokens[bracket].Is("(") || at.Amount.Last >= at.Sentence.Last || !tokens[at.Amount.Last].Is(")") || TerritoryReader.PlaceBefore(tokens, at.Sentence.First, bracket) is not { } place)
        {
            return null;
        }

        for (var k = bracket; k >= at.Sentence.First && bracket - k <= 5 * OpenerReach; k--)
        {
            if (tokens[k].Lower is "openings" or "debuts" || FigureWords.Is("opener", tokens, k, k + 1))
            {
                return Make(at, BoxOfficeMeasure.OpeningWeekend, place, Possible, default);
            }
        }

        return null;
    }

    // "$3 million of it in Ruritania", "including $3 million from Sylvania", "of which $3 million came from Ruritania".
    private static Figure? Part(FigureContext at, Figure? before)
    {
        var tokens = at.Tokens;
        if (before is not { Measure: { } measure } || before.Owner == FigureOwnerKind.Other || before.Amount.Currency != at.Amount.Currency || before.Amount.Value < at.Amount.Value)
        {
            return null;
        }

        var opens = at.Amount.Start - 1;
        var isPart = opens >= at.Previous && (tokens[opens].Is("including") || (tokens[opens].Lower is "which" or "whom" && opens > at.Previous && tokens[opens - 1].Is("of")));
        var k = at.Behind;
        if (k + 1 < at.Next && tokens[k].Is("of") && tokens[k + 1].Lower is "it" or "that" or "this" or "which" or "them" or "these" or "whom")
        {
            (k, isPart) = (k + 2, true);
        }

        for (var skipped = 0; k < at.Next && skipped < 2 && tokens[k].Lower is "tickets" or "admissions" or "came" or "comes" or "come" or "coming" or "was" or "were" or "being" or "earned" or "made" or "taken" or "grossed" or "sold" or "alone"; skipped++)
        {
            k++;
        }

        if (!isPart || k >= at.Next || !(tokens[k].Lower is "in" or "from"))
        {
            return null;
        }

        k += k + 1 < at.Next && tokens[k + 1].Is("the") ? 2 : 1;
        return TerritoryReader.PlaceFrom(tokens, k, at.Sentence.Last) is { } place ? Make(at, measure, place, Possible, default) with { Film = before.Film } : null;
    }

    // "brings its domestic total to $3 million and its worldwide haul to $5 million", "the Ruritanian tally is $3 million and the worldwide one $5 million".
    private static Figure? Continued(FigureContext at, Figure before)
    {
        var tokens = at.Tokens;
        var k = at.Previous;
        if (before.Measure != BoxOfficeMeasure.Gross || k >= at.Amount.Start || at.Amount.Start - k > OpenerReach || !(tokens[k].Lower is "and" or "," or "with"))
        {
            return null;
        }

        var noun = -1;
        for (k++; k < at.Amount.Start && noun < 0; k++)
        {
            noun = tokens[k].Is("one") ? k + 1 : FigureWords.Nouns.TryFind(tokens, k, at.Amount.Start, out var kind, out var end) && kind == "gross" ? end : -1;
            if (noun < 0 && !(tokens[k].Lower is "its" or "the" or "a" or "and" || FigureWords.Is("filler", tokens, k, k + 1) || IsPlace(tokens, k)))
            {
                return null;
            }
        }

        var link = noun < 0 ? -1 : noun < at.Amount.Start && tokens[noun].Is("to") ? noun + 1 : FigureWords.End("link", tokens, noun, at.Amount.First) is >= 0 and var linked ? linked : noun;
        return link >= 0 && IsFilled(at, link) && TerritoryReader.Read(at) is { } territory ? Make(at, BoxOfficeMeasure.Gross, territory, Possible, default) with { Film = before.Film } : null;
    }

    private static bool IsPlace(List<Token> tokens, int at) =>
        Phrases.Territories.TryFind(tokens, at, tokens.Count, out _, out _) || (tokens[at].IsCapital && Phrases.Countries.TryFind(tokens, at, tokens.Count, out _, out _));

    // "grossed $1 million in A and $2 million in B".
    private static Figure? Inherited(FigureContext at, Figure? before)
    {
        if (before is null || before.Owner == FigureOwnerKind.Other || at.Previous >= at.Amount.Start)
        {
            return null;
        }

        if (before.Measure == BoxOfficeMeasure.Admissions)
        {
            // "1.2 million tickets sold in Ruritania - a box office take of $8 million", "8 million tickets ($60 million)".
            return at.Tokens[at.Amount.Start - 1].Is("(") && at.Amount.Start - at.Previous <= 4
                ? Make(at, BoxOfficeMeasure.Gross, before.Territory, Unsure, default) with { Film = before.Film, IsPartial = before.IsPartial }
                : null;
        }

        if (before.Measure is not (BoxOfficeMeasure.Gross or BoxOfficeMeasure.OpeningWeekend))
        {
            return null;
        }

        // "$1 million in its second weekend for $4 million to date".
        if (at.Tokens[at.Amount.Start - 1].Is("for") && FigureWords.Is("to-date", at.Tokens, at.Behind, at.Next))
        {
            return Make(at, BoxOfficeMeasure.Gross, TerritoryReader.Read(at) ?? before.Territory, Possible, default) with { Film = before.Film };
        }

        if (Continued(at, before) is { } continued)
        {
            return continued;
        }

        var joined = -1;
        for (var k = at.Amount.Start - 1; k >= at.Previous && at.Amount.Start - k <= 4; k--)
        {
            if (at.Tokens[k].Lower is "and" or "," or "plus" or "with" or "or")
            {
                joined = k;
            }
        }

        if (joined < 0 || !IsFilled(at, joined + 1))
        {
            return null;
        }

        // "$1 million on its first day and $3 million in its first weekend".
        var span = Span(at);
        if (span is "short" or "weekend")
        {
            return Make(at, BoxOfficeMeasure.Gross, null, Unsure, default) with { Film = before.Film, IsPartial = true };
        }

        if (before.Measure == BoxOfficeMeasure.Gross && span.Length > 0)
        {
            return Make(at, BoxOfficeMeasure.OpeningWeekend, TerritoryReader.Read(at), Possible, default) with { Film = before.Film };
        }

        var measure = before.Measure == BoxOfficeMeasure.OpeningWeekend && (span.Length > 0 || !FigureWords.Any("final", at.Tokens, joined, at.Next)) ? BoxOfficeMeasure.OpeningWeekend : BoxOfficeMeasure.Gross;
        var territory = TerritoryReader.Read(at);

        // A second sum without a place of its own says nothing that can be used.
        return territory is null && measure == BoxOfficeMeasure.OpeningWeekend ? null : Make(at, measure, territory, Likely, default) with { Film = before.Film };
    }

    // A title in quotes that no film of the article has: the sum is likelier that one's.
    private static bool NamesAnother(FigureContext at)
    {
        var tokens = at.Tokens;
        var another = false;
        for (var k = at.Sentence.First; k < at.Amount.First; k++)
        {
            if (at.Reading.Focus.ReferenceBefore(k) is { } reference && reference.Last == k)
            {
                another = false;
            }
            else if (IsRival(at, k))
            {
                another = true;
            }
            else if (tokens[k].Is("\"") && k + 1 < at.Amount.First && tokens[k + 1].IsCapital && !tokens[k + 1].AfterSpace && at.Reading.Focus.MentionAt(k + 1) is null)
            {
                another = true;
            }
        }

        return another;
    }

    // "Signals fell to second": a name that is no film of the article and does what films do in a chart.
    private static bool IsRival(FigureContext at, int verb)
    {
        var tokens = at.Tokens;
        if (verb <= at.Sentence.First || !FigureWords.Is("rival", tokens, verb, at.Amount.First))
        {
            return false;
        }

        var last = verb - 1;
        for (var comma = last - 1; tokens[last].Is(",") && comma > at.Sentence.First && last - comma <= OpenerReach; comma--)
        {
            if (tokens[comma].Is(","))
            {
                last = comma; // "Signals, last week's winner, fell"
            }
        }

        last -= tokens[last].Is(",") ? 1 : 0;
        if (last < at.Sentence.First || !tokens[last].IsCapital || at.Reading.Focus.ReferenceBefore(verb) is not null || at.Reading.Focus.ReferenceBefore(last + 1) is not null)
        {
            return false;
        }

        return !(last == at.Sentence.First && Words.Openings.Contains(tokens[last].Lower)) && TerritoryReader.PlaceBefore(tokens, at.Sentence.First, last + 1) is null
            && FigureOwnerReader.Of(at.Reading, at.Sentence, last + 1, isVerb: true).Kind is FigureOwnerKind.Other;
    }

    private static bool Speaks(FigureContext at) => FigureWords.Any("office", at.Tokens, at.Sentence.First, at.Sentence.Last);

    private static bool HasFilm(FigureContext at) => at.Reading.Focus.Before(at.Sentence, at.Sentence.Last).Any();

    // The nearest subject is a film: "it earned", "The Quiet Mill was released in May and has made".
    private static bool HasSubject(FigureContext at, int trigger)
    {
        for (var k = trigger - 1; k >= at.Sentence.First; k--)
        {
            if (FigureWords.Is("pronoun-people", at.Tokens, k, k + 1) && !(at.Tokens[k].Lower is "his" or "her" or "their" or "my" or "our" or "your"))
            {
                return false;
            }

            if (at.Reading.Focus.ReferenceBefore(k + 1) is { } reference && reference.Last == k + 1)
            {
                return reference.First - at.Sentence.First <= 6 || trigger - k <= 6;
            }
        }

        // "Crossing the mark of $3 million, the film".
        return at.Tokens[trigger].Lower.EndsWith("ing", StringComparison.Ordinal) && trigger - at.Sentence.First <= 1
            && at.Reading.Focus.Before(at.Sentence, at.Sentence.Last).Any(r => r.First >= at.Amount.Last && at.Tokens[r.First - 1].Is(","));
    }

    // Which first days of a run the words around the sum name; nothing where they name none.
    private static string Span(FigureContext at)
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

    // ", the best opening of the year", "for the biggest debut of the season"; "That is the best start since" in the next sentence.
    private static bool IsStart(FigureContext at)
    {
        var tokens = at.Tokens;
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
            return tokens[k].Lower is "," or "-" or "for" && StartsAt(at, k + 1, at.Next);
        }

        var next = at.Sentence.Last;
        if (at.Next < at.Sentence.Last || next + 2 >= tokens.Count || !(tokens[next].Lower is "that" or "it" or "this") || !(tokens[next + 1].Lower is "is" or "was" or "'s" or "marks" or "marked" or "makes" or "ranks"))
        {
            return false;
        }

        return StartsAt(at, next + 2, at.Reading.Prose.LimitOf(next));
    }

    private static bool StartsAt(FigureContext at, int first, int limit)
    {
        for (var k = first; k < limit && k - first < StartReach && !(at.Tokens[k].Lower is "of" or "than" or "but" or "and" or "behind" or "against" or "not" or "total" || at.Tokens[k].Kind == TokenKind.Mark && !at.Tokens[k].Is("-")); k++)
        {
            if (FigureWords.Is("start", at.Tokens, k, limit))
            {
                return !at.Tokens[first].IsCapital;
            }
        }

        return false;
    }

    private static string SpanAt(List<Token> tokens, int k, int limit) =>
        FigureWords.Is("opening", tokens, k, limit) ? "opening" : FigureWords.Is("opening-long", tokens, k, limit) ? "long" : FigureWords.Is("opening-short", tokens, k, limit) ? "short" : FigureWords.Is("weekend", tokens, k, limit) ? "weekend" : "";

    // "opened to $3 million and finished on $9 million".
    private static bool IsLater(FigureContext at, Trigger? left) =>
        left is { Measure: not "opening" } trigger && FigureWords.Any("final", at.Tokens, Math.Max(at.Previous, trigger.First - 4), at.Amount.Start);
}
