using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Reads the sums that go on from the one before: parts of it, a second place, a second total.</summary>
internal static class FigureSequel
{
    private const int OpenerReach = 12;

    /// <summary>"with new openings in Ruritania ($3 million) and Sylvania ($1 million)".</summary>
    public static Figure? Bracketed(FigureContext at)
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
                return Figure.Of(at, BoxOfficeMeasure.OpeningWeekend, place, Figure.Possible, default);
            }
        }

        return null;
    }

    /// <summary>"$3 million of it in Ruritania", "including $3 million from Sylvania", "of which $3 million came from Ruritania".</summary>
    public static Figure? Part(FigureContext at, Figure? before)
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
        return TerritoryReader.PlaceFrom(tokens, k, at.Sentence.Last) is { } place ? Figure.Of(at, measure, place, Figure.Possible, default) with { Film = before.Film } : null;
    }

    /// <summary>"grossed $1 million in A and $2 million in B".</summary>
    public static Figure? Inherited(FigureContext at, Figure? before)
    {
        if (before is null || before.Owner == FigureOwnerKind.Other || at.Previous >= at.Amount.Start)
        {
            return null;
        }

        if (before.Measure == BoxOfficeMeasure.Admissions)
        {
            // "1.2 million tickets sold in Ruritania - a box office take of $8 million", "8 million tickets ($60 million)".
            return at.Tokens[at.Amount.Start - 1].Is("(") && at.Amount.Start - at.Previous <= 4
                ? Figure.Of(at, BoxOfficeMeasure.Gross, before.Territory, Figure.Unsure, default) with { Film = before.Film, IsPartial = before.IsPartial }
                : null;
        }

        if (before.Measure is not (BoxOfficeMeasure.Gross or BoxOfficeMeasure.OpeningWeekend))
        {
            return null;
        }

        // "$1 million in its second weekend for $4 million to date".
        if (at.Tokens[at.Amount.Start - 1].Is("for") && FigureWords.Is("to-date", at.Tokens, at.Behind, at.Next))
        {
            return Figure.Of(at, BoxOfficeMeasure.Gross, TerritoryReader.Read(at) ?? before.Territory, Figure.Possible, default) with { Film = before.Film };
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

        if (joined < 0 || !FigureTriggers.IsFilled(at, joined + 1))
        {
            return null;
        }

        // "$1 million on its first day and $3 million in its first weekend".
        var span = FigureSpan.Of(at);
        if (span is "short" or "weekend")
        {
            return Figure.Of(at, BoxOfficeMeasure.Gross, null, Figure.Unsure, default) with { Film = before.Film, IsPartial = true };
        }

        if (before.Measure == BoxOfficeMeasure.Gross && span.Length > 0)
        {
            return Figure.Of(at, BoxOfficeMeasure.OpeningWeekend, TerritoryReader.Read(at), Figure.Possible, default) with { Film = before.Film };
        }

        var measure = before.Measure == BoxOfficeMeasure.OpeningWeekend && (span.Length > 0 || !FigureWords.Any("final", at.Tokens, joined, at.Next)) ? BoxOfficeMeasure.OpeningWeekend : BoxOfficeMeasure.Gross;
        var territory = TerritoryReader.Read(at);

        // A second sum without a place of its own says nothing that can be used.
        return territory is null && measure == BoxOfficeMeasure.OpeningWeekend ? null : Figure.Of(at, measure, territory, Figure.Likely, default) with { Film = before.Film };
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
        return link >= 0 && FigureTriggers.IsFilled(at, link) && TerritoryReader.Read(at) is { } territory ? Figure.Of(at, BoxOfficeMeasure.Gross, territory, Figure.Possible, default) with { Film = before.Film } : null;
    }

    private static bool IsPlace(List<Token> tokens, int at) =>
        Phrases.Territories.TryFind(tokens, at, tokens.Count, out _, out _) || (tokens[at].IsCapital && Phrases.Countries.TryFind(tokens, at, tokens.Count, out _, out _));
}
