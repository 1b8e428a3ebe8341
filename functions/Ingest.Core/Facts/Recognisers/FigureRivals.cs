using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Finds names of films beside a sum that no mention has told apart.</summary>
internal static class FigureRivals
{
    private const int OpenerReach = 12;

    /// <summary>A name or a title in quotes that no film of the article has: the sum is likelier that one's.</summary>
    public static bool NamesAnother(FigureContext at)
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
}
