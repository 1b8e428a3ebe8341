using Ingest.Core.Facts.Figures;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Titles;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Gross, opening weekend, admissions and budget, with territory and qualifier.</summary>
internal sealed class MoneyRecogniser : IRecogniser
{
    private const int WidestEquivalent = 8;
    private const decimal SmallestCount = 10_000;
    private const decimal SmallestAudience = 50;
    private const double Undecided = 0.78;
    private const double Concluded = 0.88;
    private const double Unnamed = 0.86;

    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known)
    {
        var countries = known.Where(f => f.Statement is CountryStatement).ToLookup(f => f.Film, f => ((CountryStatement)f.Statement).Country);
        List<(Film Film, Figure Figure, bool IsNamed)> found = [.. reading.Prose.Sentences.SelectMany(s => Read(reading, s))];

        // Where several films have sums, or some stand before their film is named, one that names no film may be that of a film that was not made out.
        var mentioned = found.Count == 0 ? [] : reading.Focus.References.Where(r => r.Film is not null).GroupBy(r => r.Film!).ToDictionary(g => g.Key, g => g.First().First);
        var isReport = found.Select(f => f.Film).Distinct().Skip(1).Any() || found.Exists(f => !f.IsNamed && mentioned.TryGetValue(f.Film, out var first) && first > f.Figure.Amount.First);
        foreach (var (film, figure, isNamed) in found)
        {
            var settled = Settle(figure, countries[film]);
            settled = isReport && !isNamed ? settled with { Confidence = Math.Min(settled.Confidence, Unnamed) } : settled;
            yield return new Found(film, figure.Amount.First, settled.ToStatement(reading.Prose.QuoteOf(figure.Amount.First)));
        }
    }

    private static IEnumerable<(Film Film, Figure Figure, bool IsNamed)> Read(Reading reading, Sentence sentence)
    {
        var figures = Figures(reading, sentence);
        for (var k = 0; k < figures.Count; k++)
        {
            var figure = figures[k];
            if (figure.IsPartial || IsSplit(figure, figures) || IsOthers(reading, sentence, figures, k))
            {
                continue;
            }

            if ((figure.Film ?? FilmBehind(reading, figure.Amount) ?? FilmBefore(reading, sentence, figures, k)) is { } named)
            {
                yield return (named, figure, true);
            }
            else if (reading.Focus.At(figure.Amount.First) is { } film)
            {
                yield return (film, figure, reading.Focus.Before(sentence, sentence.Last).Any(r => r.Film == film));
            }
        }
    }

    private static List<Figure> Figures(Reading reading, Sentence sentence)
    {
        var amounts = AmountReader.Read(reading.Prose.Tokens, sentence).Where(a => !IsInTitle(reading, a) && !IsNumeral(a)).ToList();
        var figures = new List<Figure>();
        var before = default(Figure);
        for (var k = 0; k < amounts.Count; k++)
        {
            var figure = IsEquivalent(reading.Prose.Tokens, amounts, k)
                ? before is null || before.Measure == BoxOfficeMeasure.Admissions ? null : before with { Amount = amounts[k] }
                : FigureReader.Read(ContextOf(reading, sentence, amounts, k), before);
            before = figure;
            if (figure is not null)
            {
                figures.Add(figure);
            }
        }

        return figures;
    }

    // "The first film made $80 million on a $10 million budget": both sums are that one's.
    private static bool IsOthers(Reading reading, Sentence sentence, List<Figure> figures, int at) =>
        figures[at].Owner == FigureOwnerKind.Open
        && ((at > 0 && IsOther(figures[at - 1]) && !SpeaksBetween(reading, sentence, figures[at - 1], figures[at]))
            || (at + 1 < figures.Count && IsOther(figures[at + 1]) && !SpeaksBetween(reading, sentence, figures[at], figures[at + 1]) && !reading.Focus.Before(sentence, figures[at].Amount.First).Any()));

    private static bool IsOther(Figure figure) => figure.Owner == FigureOwnerKind.Other;

    private static Film? FilmBefore(Reading reading, Sentence sentence, List<Figure> figures, int at) =>
        at > 0 && figures[at].Owner == FigureOwnerKind.Open && figures[at - 1].Film is { } film && !SpeaksBetween(reading, sentence, figures[at - 1], figures[at]) ? film : null;

    private static bool SpeaksBetween(Reading reading, Sentence sentence, Figure one, Figure other) =>
        reading.Focus.Before(sentence, other.Amount.First).Any(r => r.First >= one.Amount.Last);

    // "$3 million at home and $5 million abroad": the second is a part of what the sentence sums up.
    private static bool IsSplit(Figure figure, List<Figure> figures) =>
        figure.Territory == TerritoryReader.International && figures.Any(f => f.Measure is BoxOfficeMeasure.Gross && !IsOther(f) && f != figure && f.Territory is not (null or "worldwide" or TerritoryReader.International));

    // The home market is the country of a film that has only one.
    private static Figure Settle(Figure figure, IEnumerable<string> countries)
    {
        if (figure.Territory == TerritoryReader.International)
        {
            return figure with { Territory = null, Confidence = Math.Min(figure.Confidence, Undecided) };
        }

        if (figure.Territory != TerritoryReader.Domestic)
        {
            return figure;
        }

        List<string> homes = [.. countries.Distinct(StringComparer.Ordinal).Take(2)];
        return homes.Count == 1
            ? figure with { Territory = homes[0], Confidence = Math.Min(figure.Confidence, Concluded) }
            : figure with { Territory = null, Confidence = Math.Min(figure.Confidence, Undecided) };
    }

    private static FigureContext ContextOf(Reading reading, Sentence sentence, List<Amount> amounts, int at)
    {
        var tokens = reading.Prose.Tokens;
        var previous = at > 0 ? amounts[at - 1].Last : sentence.First;
        var follower = at + 1;
        var behind = amounts[at].Last;
        while (follower < amounts.Count && IsEquivalent(tokens, amounts, follower))
        {
            behind = amounts[follower].Last;
            behind += behind < sentence.Last && tokens[behind].Lower is ")" or "]" ? 1 : 0;
            follower++;
        }

        return new FigureContext(reading, sentence, amounts[at], previous, behind, follower < amounts.Count ? amounts[follower].First : sentence.Last);
    }

    // "14.2 billion won (US$12.6 million)", "30 million kronor, or about $3 million": one sum in two currencies.
    private static bool IsEquivalent(List<Token> tokens, List<Amount> amounts, int at)
    {
        if (at == 0 || amounts[at].Currency is null || amounts[at - 1].Currency is null || amounts[at].Currency == amounts[at - 1].Currency)
        {
            return false;
        }

        var first = amounts[at - 1].Last;
        if (first >= amounts[at].First || amounts[at].First - first > WidestEquivalent)
        {
            return false;
        }

        var opens = tokens[first].Lower is "(" or "[" or "=" or "/" or "or" || (tokens[first].Is(",") && first + 1 < amounts[at].First && tokens[first + 1].Lower is "or" or "equivalent" or "about" or "roughly");
        for (var k = first + 1; opens && k < amounts[at].Start; k++)
        {
            opens = tokens[k].Lower is "or" or "about" or "approximately" or "around" or "roughly" or "equivalent" or "to" or "some" or "at" or "the" or "time" or "then" or "worth" or "=" or "a" or "little" or "just";
        }

        return opens;
    }

    // "at No. 1 with $3 million": no sum that parts a sentence.
    private static bool IsNumeral(Amount amount) => amount is { Currency: null, IsSouthAsian: false, Value: < SmallestAudience };

    private static bool IsInTitle(Reading reading, Amount amount)
    {
        for (var k = Math.Max(0, amount.First - 6); k < amount.Last; k++)
        {
            if (reading.Focus.MentionAt(k) is { } mention && mention.Last > amount.First && (mention.First < amount.First || mention.Film.IsSubject || amount.Value < SmallestCount))
            {
                return true;
            }
        }

        return false;
    }

    // "the $3 million-budgeted The Quiet Mill": the film stands right behind.
    private static Film? FilmBehind(Reading reading, Amount amount)
    {
        for (var k = amount.Last; k < amount.Last + 4 && k < reading.Prose.Tokens.Count; k++)
        {
            if (reading.Focus.MentionAt(k) is { } mention)
            {
                return k > amount.Last && reading.Prose.Tokens[k - 1] is { } before && before.Lower is "budgeted" or "film" or "movie" ? mention.Film : null;
            }
        }

        return null;
    }
}
