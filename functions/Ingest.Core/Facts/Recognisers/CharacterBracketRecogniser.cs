using Ingest.Core.Facts.People;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>
/// "Anna (Jane Roe)", "the pilot (Roe)" and "Jane Roe (Anna)": who is outside and who inside the bracket, the rest of the
/// article tells.
/// </summary>
internal sealed class CharacterBracketRecogniser : IRecogniser
{
    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known)
    {
        var directory = new PersonDirectory(reading, known);
        var films = new Titles.Filmographies(reading).Films().Select(f => f.First).ToHashSet();
        var tokens = reading.Prose.Tokens;
        for (var open = 1; open < tokens.Count; open++)
        {
            var close = reading.Prose.Closing[open];
            if (close <= open || !tokens[open].Is("(") || films.Contains(open + 1))
            {
                continue;
            }

            var inside = reading.Names.At(open + 1);
            if (inside.Parts == 0 || inside.Last != close || reading.Focus.MentionAt(inside.First) is not null || reading.Focus.At(open) is not { } film)
            {
                continue;
            }

            var outside = Before(reading, open);
            if (Pair(reading, directory, outside, inside, open) is { } pair)
            {
                yield return new Found(film, open, new CastStatement(pair.Person, pair.Character, reading.Prose.QuoteOf(open), pair.Confidence));
            }
        }
    }

    private static (string Person, string? Character, double Confidence)? Pair(Reading reading, PersonDirectory directory, NameSpan outside, NameSpan inside, int open)
    {
        var inner = PersonName.Of(reading.Prose, inside);
        var outer = outside.Parts > 0 ? PersonName.Of(reading.Prose, outside) : null;
        var innerPerson = directory.Credited(inner);
        var outerPerson = outer is null ? null : directory.Credited(outer);
        if (outerPerson is not null)
        {
            // "Jane Roe (Anna)": a single name that the article also uses outside brackets.
            return innerPerson is null && directory.IsUsedElsewhere(inside) ? (outerPerson, inner, 0.9) : null;
        }

        if (innerPerson is not null)
        {
            return (innerPerson, outer is null ? null : reading.Prose.Slice(outside.First, outside.Last), 0.94);
        }

        if (inside.Parts < 2 || !reading.Names.CouldBePerson(inside))
        {
            return null;
        }

        // "Anna (Jane Roe)", "his daughter (Jane Roe)": a person can only be the actor there; else the name itself must tell.
        var before = reading.Prose.Tokens[open - 1];
        var isCharacter = outer is null ? Words.PersonNouns.Contains(before.Lower) : IsCharacter(reading, outside);
        if (!isCharacter && !PersonDirectory.LooksLikePerson(reading.Prose, inside))
        {
            return null;
        }

        if (outer is not null)
        {
            return outside.Parts > 1 && PersonDirectory.LooksLikePerson(reading.Prose, outside) && !directory.IsUsedElsewhere(outside) ? null : (inner, reading.Prose.Slice(outside.First, outside.Last), 0.9);
        }

        return reading.Prose.Tokens[open - 1].IsLowerWord ? (inner, null, 0.88) : null;
    }

    private static bool IsCharacter(Reading reading, NameSpan outside)
    {
        var first = reading.Prose.Tokens[outside.First].Lower;
        return (outside.Parts == 1 && Words.GivenNames.Contains(first)) || (outside.Parts > 1 && Words.Honorifics.Contains(first));
    }

    private static NameSpan Before(Reading reading, int open)
    {
        for (var k = reading.Names.IndexFrom(Math.Max(0, open - 8)); k < reading.Names.Spans.Count && reading.Names.Spans[k].First < open; k++)
        {
            if (reading.Names.Spans[k].Last == open)
            {
                return reading.Names.Spans[k];
            }
        }

        return Apposed(reading, open);
    }

    // "Anna, a retired judge (Jane Roe)": the name before the apposition.
    private static NameSpan Apposed(Reading reading, int open)
    {
        var tokens = reading.Prose.Tokens;
        var first = reading.Prose.Sentences[reading.Prose.SentenceOf[open]].First;
        var k = open - 1;
        while (k > first && open - k <= 8 && tokens[k].IsLowerWord && tokens[k].Lower is not ("a" or "an" or "the" or "his" or "her" or "their" or "and" or "who" or "that" or "with"))
        {
            k--;
        }

        if (k <= first + 1 || k == open - 1 || tokens[k].Lower is not ("a" or "an" or "the" or "his" or "her" or "their") || !tokens[k - 1].Is(","))
        {
            return default;
        }

        for (var span = reading.Names.IndexFrom(Math.Max(first, k - 7)); span < reading.Names.Spans.Count && reading.Names.Spans[span].First < k; span++)
        {
            if (reading.Names.Spans[span].Last == k - 1)
            {
                return reading.Names.Spans[span];
            }
        }

        return default;
    }
}
