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
            if (match.TryGet("year", out var at, out var last) && tokens[at].IsYear(out var year) && FilmOf(reading, match, last) is { } film)
            {
                yield return new Found(film, at, new YearStatement(year, reading.Prose.QuoteOf(at), match.Pattern.Confidence));
            }
        }
    }

    private static Film? FilmOf(Reading reading, PatternMatch match, int last)
    {
        if (match.Pattern.Tag != "ofFilm")
        {
            return reading.Focus.At(match.First);
        }

        if (match.TryGet("film", out var at, out _))
        {
            return reading.Focus.MentionAt(at)?.Film ?? reading.Focus.DefaultAt(at);
        }

        // "Made in 1983, banned a year later, X": what follows must be a film, or nothing says what was made.
        for (var k = last; k < reading.Prose.LimitOf(last) && k - last <= 25; k++)
        {
            if (reading.Slots.References.ContainsKey(k) && k > 0 && reading.Prose.Tokens[k - 1].Lower is "," or "\"" or "'")
            {
                return reading.Focus.MentionAt(k)?.Film ?? reading.Focus.DefaultAt(k);
            }
        }

        return null;
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
