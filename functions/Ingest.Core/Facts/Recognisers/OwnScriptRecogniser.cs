using Ingest.Core.Facts.Patterns;
using Ingest.Core.Facts.People;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Titles;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Directors who wrote the script as well: "from her own script", "the script, which the director wrote with Jane Roe".</summary>
internal sealed class OwnScriptRecogniser : IRecogniser
{
    private const int MostNames = 12;

    private static readonly PatternSet Phrasings = PatternSet.Load("own-scripts.txt");

    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known)
    {
        ILookup<Film, Found>? directors = null;
        foreach (var match in reading.Find(Phrasings))
        {
            directors ??= known.Where(f => f.Statement is DirectorStatement).ToLookup(f => f.Film);
            if (reading.Focus.At(match.First) is not { } film || Director(reading, directors[film], match) is not { } director)
            {
                continue;
            }

            var quote = reading.Prose.QuoteOf(match.First);
            var confidence = Math.Min(match.Pattern.Confidence, director.Confidence + 0.04);
            yield return new Found(film, match.First, new WriterStatement(director.Person, quote, confidence));
            if (match.Last >= reading.Prose.LimitOf(match.First) || !(reading.Prose.Tokens[match.Last - 1].Lower is "with" or "alongside" or "and" or ","))
            {
                continue;
            }

            foreach (var billing in reading.People.List(Partner(reading, match.Last), reading.Prose.LimitOf(match.First)))
            {
                yield return new Found(film, billing.Name.First, new WriterStatement(BilledName.Of(reading.Prose, reading.Names, billing, true), quote, match.Pattern.Confidence));
            }
        }
    }

    // "with the poet Jane Roe's former student John Doe": the one whom the phrase is about.
    private static int Partner(Reading reading, int at)
    {
        var limit = reading.Prose.LimitOf(at);
        for (var next = Skip(at); next < limit; next = Skip(next))
        {
            var name = reading.Names.At(next);
            if (name.Parts == 0 || name.Last >= limit || !reading.Prose.Tokens[name.Last].Is("'s"))
            {
                return next;
            }

            next = name.Last + 1;
        }

        return at;

        int Skip(int from)
        {
            var k = from;
            while (k < limit && k - from < 4 && reading.Names.At(k).Parts == 0 && (reading.Prose.Tokens[k].IsLowerWord || reading.Prose.Tokens[k].Is(",")))
            {
                k++;
            }

            return k;
        }
    }

    // The one director of the film; for a pronoun, the last person named before it must be them.
    private static DirectorStatement? Director(Reading reading, IEnumerable<Found> directors, PatternMatch match)
    {
        var statements = directors.Select(f => (DirectorStatement)f.Statement).ToList();
        var surnames = statements.Select(s => Surname(s.Person)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (surnames.Count != 1)
        {
            return null;
        }

        return match.Pattern.Tag == "by" || IsMeant(reading, surnames[0], match.First) ? statements.MaxBy(s => s.Confidence) : null;
    }

    private static bool IsMeant(Reading reading, string surname, int at)
    {
        var paragraph = reading.Prose.Sentences[reading.Prose.SentenceOf[at]].Paragraph;
        var last = reading.Names.IndexFrom(at) - 1;
        for (var k = last; k >= 0 && last - k <= MostNames; k--)
        {
            var name = reading.Names.Spans[k];
            if (reading.Prose.Sentences[reading.Prose.SentenceOf[name.First]].Paragraph != paragraph)
            {
                return false;
            }

            if (name.First < at && reading.Names.CouldBePerson(name) && reading.Focus.MentionAt(name.First) is null)
            {
                return string.Equals(reading.Prose.Slice(name.Last - 1, name.Last), surname, StringComparison.OrdinalIgnoreCase);
            }
        }

        return false;
    }

    private static string Surname(string person) => person[(person.LastIndexOf(' ') + 1)..];
}
