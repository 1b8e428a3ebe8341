using Ingest.Core.Facts.Prose;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Tells whether a sum is what a film cost.</summary>
internal static class BudgetReader
{
    /// <summary>Less is the price of a ticket.</summary>
    public const decimal SmallestBudget = 1_000;

    private const int LeftReach = 12;
    private const int OpenerReach = 12;

    /// <summary>The cost, or null.</summary>
    public static Figure? Read(FigureContext at, FigureTrigger? left)
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
            return Figure.OfOther(at, null);
        }

        if (owner.Kind == FigureOwnerKind.Unreal || (owner.Kind == FigureOwnerKind.Audience && left is { IsVerb: true }) || (owner.Kind == FigureOwnerKind.Open && FigureRivals.NamesAnother(at)))
        {
            return null;
        }

        // "It cost $2 million" may be the house; "made for" needs a film somewhere.
        var spoken = at.SpeaksOfTakings;
        if (left is { IsVerb: true } && owner.Kind == FigureOwnerKind.Open && !spoken && !HasFilm(at) && (at.Tokens[left.Value.First].Lower.StartsWith("cost", StringComparison.Ordinal) || at.Tokens[left.Value.First].Lower is "at" or "for"))
        {
            return null;
        }

        var sure = owner.Kind == FigureOwnerKind.Pronoun && !spoken && left is { IsVerb: true } ? Figure.Possible : 0.95;
        return Figure.Of(at, null, null, sure, owner);
    }

    /// <summary>"Its makers spent": money for the film, unless it says for what else.</summary>
    public static bool SpendsBacker(FigureContext at, FigureTrigger spent)
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
                return tokens[k - 1].Is("its") || (tokens[k - 1].Is("the") && k - 1 == at.Sentence.First && spent.First - k <= 2) || (tokens[k - 1].Is("'s") && FigureOwnerReader.Possessor(at.Reading, at.Sentence, k - 2).Kind == FigureOwnerKind.Film);
            }
        }

        return false;
    }

    /// <summary>"He made The Quiet Mill for", "It was shot in nineteen days for".</summary>
    public static Figure? MadeFor(FigureContext at)
    {
        var tokens = at.Tokens;
        var link = at.Amount.Start - 1;
        if (link - 1 < at.Previous || !(tokens[link].Lower is "for" or "on" or "with" or "at") || at.Amount.Value < SmallestBudget)
        {
            return null;
        }

        if (at.Reading.Focus.ReferenceBefore(link) is { } reference && reference.Last == link && reference.First > at.Sentence.First && FigureWords.Is("shooting", tokens, reference.First - 1, reference.First))
        {
            return Figure.Of(at, null, null, Figure.Likely, new FigureOwner(FigureOwnerKind.Film, reference.Film));
        }

        for (var k = link - 1; tokens[link].Is("for") && k >= at.Previous && link - k <= OpenerReach && tokens[k].Kind != TokenKind.Mark && !FigureWords.Is("boundary", tokens, k, k + 1); k--)
        {
            if (FigureWords.Is("shooting", tokens, k, k + 1))
            {
                return (link - k == 1 || FigureWords.Is("preposition", tokens, k + 1, link)) && Read(at, new FigureTrigger("budget-verb", k, link)) is { } made ? made with { Confidence = Math.Min(made.Confidence, Figure.Possible) } : null;
            }
        }

        return null;
    }

    /// <summary>"The €3.8m feature was shot": a determiner that points at one film.</summary>
    public static bool IsNamed(FigureContext at) => at.Amount.Value >= 10 * SmallestBudget && (IsApposed(at) || IsPointedAt(at));

    // "The Quiet Mill, a $42 million action picture".
    private static bool IsApposed(FigureContext at) =>
        at.Amount.Start - 2 > at.Sentence.First && at.Tokens[at.Amount.Start - 1].Lower is "a" or "an" && at.Tokens[at.Amount.Start - 2].Is(",") && at.Reading.Focus.MentionBefore(at.Amount.Start - 2 - (at.Tokens[at.Amount.Start - 3].Lower is "\"" or "'" ? 1 : 0)) is { Film.IsSubject: true };

    private static bool IsPointedAt(FigureContext at) =>
        at.Amount.Start > at.Sentence.First && at.Tokens[at.Amount.Start - 1].Lower is "the" or "this" or "his" or "her" or "their"
        && (at.Amount.Start - 2 < at.Sentence.First || !(at.Tokens[at.Amount.Start - 2].Lower is "like" or "unlike" or "than" or "of" or "from" or "to" or "with" or "and"));

    private static bool HasFilm(FigureContext at) => at.Reading.Focus.Before(at.Sentence, at.Sentence.Last).Any();
}
