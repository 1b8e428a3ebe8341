using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Tells whether a count is that of the people who saw a film in cinemas.</summary>
internal static class AdmissionsReader
{
    private const int SeenReach = 9;
    private const decimal FewestPeople = 500;

    /// <summary>The admissions, or null.</summary>
    public static Figure? Read(FigureContext at, string? right, int end)
    {
        var tokens = at.Tokens;
        var demonym = PeopleOf(at, ref end);
        var left = FigureTriggers.LeftOf(at, isMoney: false);
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

        if (owner.Kind == FigureOwnerKind.Open && FigureRivals.NamesAnother(at))
        {
            return null;
        }

        if (FigureWords.Any("other-count", tokens, at.Sentence.First, at.Sentence.Last) && owner.Kind is not (FigureOwnerKind.Film or FigureOwnerKind.Pronoun))
        {
            return null;
        }

        var sure = FigureSpan.Of(at).Length > 0 ? Figure.Unsure : right == "admissions" || left is not null ? Figure.Sure : Figure.Possible;
        return Figure.Of(at, BoxOfficeMeasure.Admissions, TerritoryReader.Read(at) ?? demonym, isNoun && !isCounted ? Math.Min(sure, 0.88) : sure, owner);
    }

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
}
