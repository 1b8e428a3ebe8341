using Ingest.Core.Facts.Patterns;
using Ingest.Core.Facts.Titles;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>The year behind a title, before it ("1999's X"), in the headline, or after "released in".</summary>
internal sealed class YearRecogniser : IRecogniser
{
    private static readonly PatternSet Phrasings = PatternSet.Load("years.txt");

    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known)
    {
        var tokens = reading.Prose.Tokens;
        foreach (var mention in reading.Films.Mentions)
        {
            if (YearBehind(reading, mention) is { } year)
            {
                yield return new Found(mention.Film, mention.First, new YearStatement(year, reading.Prose.QuoteOf(mention.First), 0.95));
            }

            if (mention.First >= 2 && tokens[mention.First - 1].Is("'s") && tokens[mention.First - 2].IsYear(out var owner))
            {
                yield return new Found(mention.Film, mention.First, new YearStatement(owner, reading.Prose.QuoteOf(mention.First), 0.93));
            }
        }

        foreach (var match in reading.Find(Phrasings))
        {
            if (match.TryGet("year", out var at, out _) && tokens[at].IsYear(out var year) && reading.Focus.At(match.First) is { } film)
            {
                yield return new Found(film, at, new YearStatement(year, reading.Prose.QuoteOf(at), match.Pattern.Confidence));
            }
        }
    }

    private static int? YearBehind(Reading reading, FilmMention mention)
    {
        var tokens = reading.Prose.Tokens;
        var at = mention.Last;
        at += at < tokens.Count && tokens[at].Lower is "\"" or "'" ? 1 : 0;
        if (at + 2 >= tokens.Count || !tokens[at].Is("(") || reading.Prose.Closing[at] is not (> 0 and var close))
        {
            return null;
        }

        // "(1999)", "(dir. Jane Roe, 1999)", "(1999, Ruritania)".
        int? found = null;
        for (var k = at + 1; k < close && k - at < 12; k++)
        {
            if (tokens[k].IsYear(out var year))
            {
                if (found is not null)
                {
                    return null;
                }

                found = year;
            }
        }

        return found;
    }
}
