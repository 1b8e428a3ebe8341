namespace Ingest.Core.Facts.Recognisers;

/// <summary>Tells what an amount counts, from the words around it.</summary>
internal static class FigureReader
{
    /// <summary>What an amount counts; null when the sentence does not say.</summary>
    /// <param name="at">The amount and its words.</param>
    /// <param name="before">What the amount before it counts.</param>
    public static Figure? Read(FigureContext at, Figure? before)
    {
        if (FigureSequel.Part(at, before) is { } part)
        {
            return part;
        }

        var (right, end) = FigureTriggers.RightOf(at);
        if (right == "none")
        {
            return null;
        }

        if (at.Amount.Currency is null)
        {
            var people = AdmissionsReader.Read(at, right, end);
            if (people is not null || !at.Amount.IsSouthAsian || right is "admissions" or "people")
            {
                return people;
            }

            // Crores without a sign are rupees.
            return Money(at with { Amount = at.Amount with { Currency = "INR" } }, right, end, before) is { } money ? money with { Confidence = Math.Min(money.Confidence, Figure.Possible) } : null;
        }

        // "$24 million in worldwide ticket sales".
        return Money(at, right == "admissions" && at.Tokens[end - 1].Lower is "sales" ? "gross" : right, end, before);
    }

    private static Figure? Money(FigureContext at, string? right, int end, Figure? before)
    {
        var left = FigureTriggers.LeftOf(at, isMoney: true);
        if (left is { Measure: "none" } none && FigureTriggers.IsFilled(at, none.Last))
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

            return Figure.Of(at, null, null, Figure.Possible, default);
        }

        if (right == "spend")
        {
            return left is { Measure: "spent" or "budget" } && at.Amount.Value >= 10 * BudgetReader.SmallestBudget && FigureWords.Any("maker", at.Tokens, at.Sentence.First, at.Amount.First)
                ? Figure.Of(at, null, null, Figure.Unsure, default)
                : null;
        }

        if (left is { Measure: "spent" } spent && right is null && BudgetReader.SpendsBacker(at, spent))
        {
            return Figure.Of(at, null, null, Figure.Possible, default);
        }

        left = left is { Measure: not ("none" or "spent") } ? left : FigureTriggers.Opener(at);
        if (left is { IsVerb: false } && at.Amount.Qualifier == Qualifier.Exact && left.Value.First > at.Sentence.First && at.Tokens[left.Value.First - 1].Lower is "estimated" or "approximate")
        {
            at = at with { Amount = at.Amount with { Qualifier = Qualifier.Approximately } };
        }

        if (left is null && right is null or "made" && BudgetReader.MadeFor(at) is { } made)
        {
            return made;
        }

        return right switch
        {
            "budget" => BudgetReader.Read(at, left is { Measure: "budget" } ? left : null),
            "film" when left is null && BudgetReader.IsNamed(at) => Figure.Of(at, null, null, Figure.Possible, default),
            "opening" => BoxOfficeReader.Read(at, left, isOpening: true, right),
            _ when left is { Measure: "budget" } => BudgetReader.Read(at, left),
            "gross" => BoxOfficeReader.Read(at, left, isOpening: left is { Measure: "opening" }, right),
            _ when left is not null => BoxOfficeReader.Read(at, left, left is { Measure: "opening" }, right),
            _ => FigureSequel.Bracketed(at) ?? FigureSequel.Inherited(at, before),
        };
    }
}
