using Ingest.Core.Facts.Figures;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Tells what an amount counts, from the words around it.</summary>
internal static class FigureReader
{
    private const int LeftReach = 12;
    private const decimal SmallestBudget = 1_000;

    private static readonly PhraseTable<string> Left = Load("left-");
    private static readonly PhraseTable<string> Right = Load("right-");

    /// <summary>What an amount counts; null when the sentence does not say.</summary>
    /// <param name="reading">The article.</param>
    /// <param name="sentence">The amount's sentence.</param>
    /// <param name="amount">The amount.</param>
    /// <param name="previous">Where the amount before it ends, or the sentence starts.</param>
    /// <param name="next">Where the amount behind it starts, or the sentence ends.</param>
    /// <param name="before">What the amount before it counts.</param>
    public static Figure? Read(Reading reading, Sentence sentence, Amount amount, int previous, int next, Figure? before)
    {
        var tokens = reading.Prose.Tokens;
        var right = RightOf(tokens, amount, next);
        if (amount.Currency is null)
        {
            return right == "admissions" ? Admissions(reading, sentence, amount, previous, next) : null;
        }

        var left = LeftOf(reading, amount, previous, out var trigger) is var said && said == "admissions" ? null : said;
        var kind = right is "budget" or "opening" ? right : left ?? (right is "admissions" ? null : right) ?? Inherited(tokens, amount, previous, before);
        if (kind is null or "admissions")
        {
            return null;
        }

        if (kind == "gross" && left is not null && IsLossy(tokens[trigger].Lower) && !SpeaksOfFilm(reading, sentence, trigger, right))
        {
            return null;
        }

        if (kind == "gross" && SaysOpening(tokens, amount, previous, next))
        {
            kind = "opening";
        }

        var territory = TerritoryReader.Read(reading, sentence, amount, previous, next);
        if (kind == "budget")
        {
            if (amount.Value < SmallestBudget)
            {
                return null; // The price of a ticket.
            }

            return new Figure(amount, null, null, false, 0.95);
        }

        var measure = kind == "opening" ? BoxOfficeMeasure.OpeningWeekend : BoxOfficeMeasure.Gross;
        territory ??= before is { Measure: BoxOfficeMeasure.Admissions } && IsApposed(tokens, amount, previous) ? before.Territory : null;
        return new Figure(amount, measure, Plain(territory), territory == TerritoryReader.Overseas, 0.94);
    }

    private static string? Plain(string? territory) => territory == TerritoryReader.Overseas ? null : territory;

    private static Figure? Admissions(Reading reading, Sentence sentence, Amount amount, int previous, int next)
    {
        var tokens = reading.Prose.Tokens;
        var people = amount.Last < tokens.Count && tokens[amount.Last].Lower is "people" or "viewers" or "patrons" or "entries";
        if (people && LeftOf(reading, amount, previous, out _) is not "admissions")
        {
            return null;
        }

        if (amount.Value < 500)
        {
            return null;
        }

        var territory = TerritoryReader.Read(reading, sentence, amount, previous, next);
        return new Figure(amount, BoxOfficeMeasure.Admissions, Plain(territory), territory == TerritoryReader.Overseas, 0.94);
    }

    private static string? RightOf(List<Token> tokens, Amount amount, int next)
    {
        var at = amount.Last;
        for (var skipped = 0; at < next && skipped < 3; skipped++, at++)
        {
            if (Right.TryFind(tokens, at, next, out var kind, out _))
            {
                return kind;
            }

            if (!(tokens[at].Lower is "-" or "'s" or "+" or "-plus" or "net" or "total" or "worldwide" or "global" or "domestic" or "estimated" or "cinema" or "movie" or "cumulative" or "of" or "paid" || (tokens[at].IsCapital && Phrases.Countries.TryFind(tokens, at, next, out _, out _))))
            {
                return null;
            }
        }

        return null;
    }

    private static string? LeftOf(Reading reading, Amount amount, int previous, out int trigger)
    {
        var tokens = reading.Prose.Tokens;
        for (var k = amount.First - 1; k >= previous && amount.First - k <= LeftReach; k--)
        {
            // The phrase must end before the amount; the longest that starts here.
            if (Left.TryFind(tokens, k, amount.First, out var kind, out _))
            {
                // Before a sum, "more than" says how exact it is, not that people are counted.
                if (amount.Currency is not null && tokens[k].Is("more"))
                {
                    continue;
                }

                trigger = k;

                // A longer phrase may start earlier: "for a total of" of "total of".
                for (var earlier = Math.Max(previous, k - 4); earlier < k; earlier++)
                {
                    if (Left.TryFind(tokens, earlier, amount.First, out var longer, out var end) && end > k)
                    {
                        kind = longer;
                        trigger = earlier;
                        break;
                    }
                }

                return kind;
            }

            if (tokens[k].Lower is ";" or "." or "but")
            {
                break;
            }
        }

        trigger = -1;
        return null;
    }

    // "grossed $1 million in A and $2 million in B".
    private static string? Inherited(List<Token> tokens, Amount amount, int previous, Figure? before)
    {
        if (before?.Measure is not (BoxOfficeMeasure.Gross or BoxOfficeMeasure.OpeningWeekend))
        {
            return null;
        }

        for (var k = amount.First - 1; k >= previous && amount.First - k <= 4; k--)
        {
            if (tokens[k].Lower is "and" or "," or "plus" or "with" or "or")
            {
                return "gross";
            }
        }

        return null;
    }

    // Verbs that people do too: "he made $2 million".
    private static bool IsLossy(string verb) => verb is "made" or "makes" or "making" or "took" or "taking" or "earned" or "earning" or "earns" or "earn" or "take" or "bring" or "pull" or "generate" or "collect" or "amass" or "collected" or "brought" or "pulled" or "hit" or "reached"
        or "passed" or "crossed" or "returned" or "scored" or "total" or "sum" or "figure" or "took in" or "has" or "have" or "had" or "taken" or "garnered" or "generated" or "netted" or "totalling" or "totaling" or "accumulated" or "amassed" or "run" or "mark" or "revenue" or "returned" or "for";

    private static bool SpeaksOfFilm(Reading reading, Sentence sentence, int trigger, string? right)
    {
        if (right == "gross")
        {
            return true;
        }

        var tokens = reading.Prose.Tokens;
        for (var k = sentence.First; k < sentence.Last; k++)
        {
            if (tokens[k].Lower is "box" or "box-office" or "budget" or "worldwide" or "grossed" or "grossing" or "domestically" or "theaters" or "cinemas" or "theatres" or "released" or "tickets")
            {
                return true;
            }
        }

        // The film must be the subject: "it earned", "The Quiet Mill has made".
        for (var k = trigger - 1; k >= sentence.First && trigger - k <= 6; k--)
        {
            if (tokens[k].Lower is "he" or "she" or "they" or "i" or "who")
            {
                return false;
            }

            if (tokens[k].Is("it") || tokens[k].Lower is "film" or "movie" || reading.Focus.MentionEndsAt(k + 1))
            {
                return true;
            }
        }

        return false;
    }

    private static bool SaysOpening(List<Token> tokens, Amount amount, int previous, int next)
    {
        for (var k = previous; k + 1 < next; k++)
        {
            if (k >= amount.First && k < amount.Last)
            {
                continue;
            }

            if (tokens[k].Lower is "opening" or "debut" or "first" && tokens[k + 1].Lower is "weekend" or "week" or "day" or "three" or "days" && (k > amount.First ? k - amount.Last <= 5 : true))
            {
                return true;
            }
        }

        return false;
    }

    // "1.2 million tickets sold in Ruritania - a box office take of $8 million".
    private static bool IsApposed(List<Token> tokens, Amount amount, int previous)
    {
        for (var k = previous; k < amount.First; k++)
        {
            if (tokens[k].Lower is "-" or "(" || (tokens[k].Is(",") && k + 1 < amount.First && tokens[k + 1].Lower is "a" or "for" or "worth" or "or" or "which" or "good" or "equivalent" or "an" or "amounting" or "with" or "grossing" or "earning")
                || tokens[k].Lower is "worth" or "for")
            {
                return true;
            }
        }

        return false;
    }

    private static PhraseTable<string> Load(string side)
    {
        var table = new PhraseTable<string>();
        foreach (var (label, rest) in DataFile.Labelled("figures.txt"))
        {
            foreach (var phrase in label.StartsWith(side, StringComparison.Ordinal) ? DataFile.Phrases(rest) : [])
            {
                table.Add(phrase, label[side.Length..]);
            }
        }

        return table;
    }
}
