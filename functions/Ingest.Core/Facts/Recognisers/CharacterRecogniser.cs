using Ingest.Core.Facts.Patterns;
using Ingest.Core.Facts.People;
using Ingest.Core.Facts.Titles;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Who plays whom: "A plays X", "A, whose portrayal of X", "X, played by A", "She plays X".</summary>
internal sealed class CharacterRecogniser : IRecogniser
{
    private static readonly PatternSet Phrasings = PatternSet.Load("roles.txt");
    private static readonly HashSet<string> NotActing = new(StringComparer.Ordinal)
    {
        "known", "described", "regarded", "seen", "remembered", "credited", "works", "worked", "career", "serves", "served", "hailed", "considered", "director", "writer", "producer", "composer", "directed", "wrote",
    };

    /// <inheritdoc/>
    public IEnumerable<Found> Read(Reading reading, IReadOnlyList<Found> known)
    {
        foreach (var match in reading.Find(Phrasings))
        {
            var found = match.Pattern.Tag switch
            {
                "role" => FromPerson(reading, match),
                "pair" => FromPair(reading, match),
                "pronoun" => FromPronoun(reading, match),
                _ => FromPassive(reading, match),
            };
            foreach (var one in found)
            {
                yield return one;
            }
        }
    }

    private static IEnumerable<Found> FromPerson(Reading reading, PatternMatch match)
    {
        if (!match.TryGet("person", out var first, out var personLast) || !match.TryGet("role", out var roleFirst, out _) || reading.Focus.At(match.First) is not { } film)
        {
            yield break;
        }

        var limit = reading.Prose.LimitOf(first);
        var name = reading.People.Person(first, limit);
        var role = reading.Roles.Read(roleFirst, limit);
        if (!IsActing(reading, personLast, roleFirst) || (!role.IsNamed && !role.IsTitleRole) || !reading.Names.CouldBePerson(name) || CastGuard.IsNoCast(reading, match.First))
        {
            yield break;
        }

        // Of several people before the verb, the phrasing does not say who is meant; rows have their own reading.
        if (reading.People.IsInsideList(name.First))
        {
            yield break;
        }

        var character = role.IsNamed ? reading.Roles.Text(role) : TitleRole.Marker;
        yield return new Found(film, first, new CastStatement(PersonName.Of(reading.Prose, name), character, reading.Prose.QuoteOf(first), match.Pattern.Confidence));
    }

    // "A and B play X and Y".
    private static IEnumerable<Found> FromPair(Reading reading, PatternMatch match)
    {
        if (!match.TryGet("cast", out var first, out _) || !match.TryGet("role", out var one, out _) || !match.TryGet("second", out var other, out _) || reading.Focus.At(match.First) is not { } film)
        {
            yield break;
        }

        var limit = reading.Prose.LimitOf(first);
        var people = reading.People.List(first, limit);
        RoleSpan[] roles = [reading.Roles.Read(one, limit), reading.Roles.Read(other, limit)];
        if (people.Count != 2 || !roles.All(r => r.IsNamed) || CastGuard.IsNoCast(reading, match.First))
        {
            yield break;
        }

        for (var k = 0; k < 2; k++)
        {
            var name = BilledName.Of(reading.Prose, reading.Names, people[k], pairsAreKin: false);
            yield return new Found(film, first, new CastStatement(name, reading.Roles.Text(roles[k]), reading.Prose.QuoteOf(first), match.Pattern.Confidence));
        }
    }

    private static bool IsActing(Reading reading, int from, int to)
    {
        var people = 0;

        // An aside between commas says other things of the person.
        for (var k = to - 1; k > from; k--)
        {
            if (reading.Prose.Tokens[k].Is(",") && reading.Prose.Tokens[from].Is(","))
            {
                from = k;
                break;
            }
        }

        for (var k = from; k < to; k++)
        {
            if (NotActing.Contains(reading.Prose.Tokens[k].Lower))
            {
                return false;
            }

            people += reading.Names.At(k).Parts > 1 && !reading.Prose.Tokens[k - 1].Is("(") ? 1 : 0;
        }

        return people == 0;
    }

    // The person that the sentence before is about, when it names one only.
    private static IEnumerable<Found> FromPronoun(Reading reading, PatternMatch match)
    {
        var sentence = reading.Prose.SentenceOf[match.First];
        if (sentence == 0 || !match.TryGet("role", out var roleFirst, out _) || reading.Focus.At(match.First) is not { } film
            || reading.Prose.Sentences[sentence - 1].Paragraph != reading.Prose.Sentences[sentence].Paragraph)
        {
            yield break;
        }

        var before = reading.Prose.Sentences[sentence - 1];
        var people = new List<NameSpan>();
        for (var k = reading.Names.IndexFrom(before.First); k < reading.Names.Spans.Count && reading.Names.Spans[k].First < before.Last; k++)
        {
            var span = reading.Names.Spans[k];
            if (span.Parts > 1 && reading.Names.CouldBePerson(span) && reading.Focus.MentionAt(span.First) is null)
            {
                people.Add(span);
            }
        }

        var role = reading.Roles.Read(roleFirst, reading.Prose.LimitOf(roleFirst));
        if (people.Count == 1 && role.IsNamed)
        {
            yield return new Found(film, match.First, new CastStatement(
                PersonName.Of(reading.Prose, people[0]), reading.Roles.Text(role), reading.Prose.QuoteOf(match.First), match.Pattern.Confidence));
        }
    }

    // "X, played by A", "X (voiced by A)", "X is played by A".
    private static IEnumerable<Found> FromPassive(Reading reading, PatternMatch match)
    {
        if (!match.TryGet("cast", out var first, out _) || reading.Focus.At(match.First) is not { } film || CastGuard.IsNoCast(reading, match.First))
        {
            yield break;
        }

        var people = reading.People.List(first, reading.Prose.LimitOf(first));
        var character = people.Count == 1 ? CharacterBefore(reading, match.First) : null;
        foreach (var billing in people)
        {
            yield return new Found(film, billing.Name.First, new CastStatement(
                BilledName.Of(reading.Prose, reading.Names, billing, false), character, reading.Prose.QuoteOf(first), match.Pattern.Confidence - 0.03));
        }
    }

    private static string? CharacterBefore(Reading reading, int at)
    {
        var tokens = reading.Prose.Tokens;
        var k = at - 1;
        while (k > 0 && at - k <= 4 && tokens[k].Lower is "," or "(" or "is" or "was" or "who" or "as" or "-" or "beautifully" or "brilliantly" or "superbly" or "wonderfully" or "also" or "here")
        {
            k--;
        }

        if (k == at - 1)
        {
            return null;
        }

        for (var span = reading.Names.IndexFrom(Math.Max(0, k - 6)); span < reading.Names.Spans.Count && reading.Names.Spans[span].First <= k; span++)
        {
            var name = reading.Names.Spans[span];
            if (name.Last == k + 1 && reading.Focus.MentionAt(name.First) is null && reading.Prose.SentenceOf[name.First] == reading.Prose.SentenceOf[at])
            {
                return reading.Prose.Slice(name.First, name.Last);
            }
        }

        return null;
    }
}
