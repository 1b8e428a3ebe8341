using Ingest.Core.Facts.Prose;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Tells whether a sum is what a film has taken, at all or on its first weekend.</summary>
internal static class BoxOfficeReader
{
    /// <summary>The takings, or null.</summary>
    public static Figure? Read(FigureContext at, FigureTrigger? left, bool isOpening, string? right)
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

        if (FigureWords.Any("guess", tokens, at.Previous, at.Amount.First) || (owner.Kind == FigureOwnerKind.Open && FigureRivals.NamesAnother(at)))
        {
            return null;
        }

        if (owner.Kind == FigureOwnerKind.Other)
        {
            return Figure.OfOther(at, BoxOfficeMeasure.Gross);
        }

        if (owner.Kind == FigureOwnerKind.Unreal || (owner.Kind == FigureOwnerKind.Audience && left is { IsVerb: true } && !told && !at.SpeaksOfTakings))
        {
            return null;
        }

        // "added another $3 million": a part of a sum.
        if (at.Amount.Start > at.Previous && tokens[at.Amount.Start - 1].Lower is "another" or "further" or "additional" or "extra")
        {
            return Figure.Of(at, BoxOfficeMeasure.Gross, null, Figure.Unsure, owner) with { IsPartial = true };
        }

        var sure = Figure.Sure;
        if (left is { IsWeak: true } && !told)
        {
            var isFilm = owner.Kind is FigureOwnerKind.Film;
            if (!isFilm && !at.SpeaksOfTakings && !(owner.Kind == FigureOwnerKind.Pronoun || HasSubject(at, left.Value.First)))
            {
                return null;
            }

            sure = isFilm || at.SpeaksOfTakings ? Figure.Likely : Figure.Possible;
        }

        var span = isOpening ? "" : FigureSpan.Of(at);
        var isStart = span is not ("opening" or "long" or "short") && !isOpening && FigureSpan.IsStart(at, span == "weekend" || left is { Measure: "chart" });
        if (!isStart && (span is "short" or "weekend" || (span.Length == 0 && left is { Measure: "chart" } && !told)))
        {
            return Figure.Of(at, BoxOfficeMeasure.Gross, null, Figure.Unsure, owner) with { IsPartial = true };
        }

        if (isStart)
        {
            return Figure.Of(at, BoxOfficeMeasure.OpeningWeekend, TerritoryReader.Read(at), Math.Min(sure, Figure.Possible), owner);
        }

        var measure = isOpening || span.Length > 0 ? BoxOfficeMeasure.OpeningWeekend : BoxOfficeMeasure.Gross;
        if (measure == BoxOfficeMeasure.OpeningWeekend && FigureSpan.IsLater(at, left))
        {
            measure = BoxOfficeMeasure.Gross;
        }

        return Figure.Of(at, measure, TerritoryReader.Read(at), span == "long" && measure == BoxOfficeMeasure.OpeningWeekend ? Figure.Unsure : sure, owner);
    }

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
}
