using System.Collections.Frozen;
using Ingest.Core.Facts.People;
using Ingest.Core.Facts.Prose;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Who is named beside somebody as theirs: "by Jane Roe and her brother John", "by Jane Roe and her husband, John Doe".</summary>
internal static class Kin
{
    private const int LongestNote = 3;

    // Of these, the family name goes without saying.
    private static readonly FrozenSet<string> OneFamily = FrozenSet.Create(StringComparer.Ordinal, "brother", "sister", "twin", "sibling", "father", "mother", "son", "daughter");

    private static readonly FrozenSet<string> Others = FrozenSet.Create(StringComparer.Ordinal, "husband", "wife", "partner", "spouse", "friend", "cousin", "collaborator", "co-writer", "colleague");

    /// <summary>The other's name, with the token that it starts at; null where nobody is named so.</summary>
    public static (string Name, int Token)? Of(Reading reading, NameSpan name, int limit)
    {
        var tokens = reading.Prose.Tokens;
        var at = name.Last;
        if (at + 3 >= limit || !(tokens[at].Lower is "and" or "with") || !(tokens[at + 1].Lower is "his" or "her" or "their"))
        {
            return null;
        }

        var noun = -1;
        for (var k = at + 2; k < limit && k - at - 2 <= LongestNote && (tokens[k].IsLowerWord || tokens[k].Is(",")); k++)
        {
            if (OneFamily.Contains(tokens[k].Lower) || Others.Contains(tokens[k].Lower))
            {
                noun = k;
                break;
            }
        }

        if (noun < 0)
        {
            return null;
        }

        // "her husband, the playwright John Doe".
        var next = noun + 1;
        while (next < limit && next - noun <= LongestNote && (tokens[next].Is(",") || tokens[next].IsLowerWord) && reading.Names.At(next).Parts == 0)
        {
            next++;
        }

        var other = next < limit ? reading.Names.At(next) : default;
        if (other.Parts == 0 || !reading.Names.CouldBePerson(other))
        {
            return null;
        }

        var text = PersonName.Of(reading.Prose, other);
        return other.Parts > 1 ? (text, next)
            : OneFamily.Contains(tokens[noun].Lower) ? (text + " " + reading.Prose.Slice(name.Last - 1, name.Last), next)
            : null;
    }
}
