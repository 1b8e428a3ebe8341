using Ingest.Core.Facts.Figures;
using Ingest.Core.Facts.People;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Credits in brackets behind a title: "(dir. Jane Roe, 1999, Ruritania)", "(Jane Roe, 1999)", "(Ruritania, 104 min)".</summary>
internal sealed class CreditBracketRecogniser : IRecogniser
{
    private const int Widest = 24;

    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known)
    {
        foreach (var mention in reading.Films.Mentions)
        {
            var tokens = reading.Prose.Tokens;
            var open = mention.Last;
            open += open < tokens.Count && tokens[open].Lower is "\"" or "'" ? 1 : 0;
            if (open + 2 < tokens.Count && tokens[open].Is("(") && reading.Prose.Closing[open] is var close && close > open && close - open <= Widest)
            {
                // A heading: "X (Jane Roe)".
                var sentence = reading.Prose.Sentences[reading.Prose.SentenceOf[mention.First]];
                var isHeading = mention.First - sentence.First <= 1 && close + 1 == sentence.Last;
                foreach (var found in Credits(reading, mention.Film, open + 1, close, isHeading))
                {
                    yield return found;
                }
            }
        }
    }

    private static IEnumerable<Found> Credits(Reading reading, Film film, int first, int limit, bool isHeading)
    {
        var tokens = reading.Prose.Tokens;
        var quote = reading.Prose.QuoteOf(first);
        var items = Items(tokens, first, limit);
        var hasYear = items.Exists(i => i.Last - i.First == 1 && tokens[i.First].IsYear(out _)) || (items.Count > 0 && tokens[items[^1].Last - 1].IsYear(out _));
        var countries = new List<(int At, string Name)>();
        var known = 0;
        foreach (var (from, last) in items)
        {
            var end = last - (last - from > 1 && tokens[last - 1].IsYear(out _) ? 1 : 0);
            if (Country(tokens, from, end) is { } country)
            {
                countries.Add((from, country));
                known++;
            }
            else if (AfterLabel(tokens, from, end) is var name && name > from && reading.Names.At(name).Parts > 1)
            {
                foreach (var billing in reading.People.List(name, limit))
                {
                    yield return new Found(film, from, new DirectorStatement(BilledName.Of(reading.Prose, reading.Names, billing, true), quote, 0.95));
                }
            }
            else if ((hasYear || (isHeading && items.Count == 1)) && reading.Names.At(from) is { Parts: > 1 } person && person.Last == end && reading.Names.CouldBePerson(person) && (from == first || !IsCastBefore(tokens, first, from)))
            {
                yield return new Found(film, from, new DirectorStatement(PersonName.Of(reading.Prose, person), quote, hasYear ? PersonDirectory.LooksLikePerson(reading.Prose, person) ? 0.9 : 0.85 : 0.87));
            }
            else if (RunningTime.Read(tokens, from, end, out var minutes, out var after) && after == end && minutes is >= 40 and <= 600)
            {
                yield return new Found(film, from, new RuntimeStatement(minutes, quote, 0.92));
            }

            known += end - from == 1 && tokens[from].IsYear(out _) ? 1 : 0;
        }

        foreach (var (at, name) in countries.Where(_ => hasYear || known == items.Count))
        {
            yield return new Found(film, at, new CountryStatement(name, quote, hasYear ? 0.93 : 0.88));
        }
    }

    private static bool IsCastBefore(List<Token> tokens, int first, int at)
    {
        for (var k = first; k < at; k++)
        {
            if (tokens[k].Lower is "with" or "starring" or "stars" or "cast" or "prod." or "produced" or "feat." or "written" or "by" or "as")
            {
                return true;
            }
        }

        return false;
    }

    private static List<(int First, int Last)> Items(List<Token> tokens, int first, int limit)
    {
        var items = new List<(int First, int Last)>();
        var from = first;
        for (var k = first; k <= limit; k++)
        {
            if (k == limit || tokens[k].Lower is "," or ";" or "/" or "|" or "-" or "and" or "&" or "·" or "•")
            {
                if (k > from)
                {
                    items.Add((from, k));
                }

                from = k + 1;
            }
        }

        return items;
    }

    private static int AfterLabel(List<Token> tokens, int at, int end)
    {
        if (tokens[at].Lower is "dir." or "dir" or "d." or "director" or "directors" or "dirs" or "dirs." && at + 1 < end)
        {
            var name = at + 1;
            name += tokens[name].Lower is ":" or "." ? 1 : 0;
            return name < end ? name : at;
        }

        return at + 2 < end && tokens[at].Is("directed") && tokens[at + 1].Is("by") ? at + 2 : at;
    }

    private static string? Country(List<Token> tokens, int at, int end) =>
        at < end && tokens[at].IsCapital && Phrases.Countries.TryFind(tokens, at, end, out var country, out var last) && last == end && CountryName.IsNoun(tokens, at, end, country) ? country : null;
}
