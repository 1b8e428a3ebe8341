using Ingest.Core.Facts.People;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Which character each person of a row plays.</summary>
internal static class RolesInRow
{
    /// <summary>The character of one person of the row, or null.</summary>
    public static string? Of(Reading reading, List<Billing> people, int index)
    {
        var role = people[index].Role;
        var (first, last) = GroupOf(people, index);
        if (last > first && people[last].Role.IsNamed && RolesOf(reading, people[last].Role) is { Count: > 1 } roles)
        {
            // "A, B and C as X, Y and Z" gives each one.
            return roles.Count == last - first + 1 ? roles[index - first] : null;
        }

        if (index == last && last - first == 1 && IsPair(reading, people, index))
        {
            return null; // "A and B as X" does not say whose it is.
        }

        return role.IsNamed ? reading.Roles.Text(role) : role.IsTitleRole ? TitleRole.Marker : null;
    }

    /// <summary>The names of roles in a row; "Anna and Tom Roe" share their surname.</summary>
    public static List<string> Texts(Reading reading, List<RoleSpan> roles)
    {
        var texts = roles.ConvertAll(reading.Roles.Text);
        if (texts.Count == 2 && !texts[0].Contains(' ', StringComparison.Ordinal) && texts[1].LastIndexOf(' ') is > 0 and var space && roles[1].First == roles[0].Last + 1
            && Words.GivenNames.Contains(texts[0].ToLowerInvariant()) && Words.GivenNames.Contains(texts[1][..texts[1].IndexOf(' ', StringComparison.Ordinal)].ToLowerInvariant()))
        {
            texts[0] += texts[1][space..];
        }

        return texts;
    }

    // The people up to the next "as", who share it.
    private static (int First, int Last) GroupOf(List<Billing> people, int index)
    {
        var first = index;
        while (first > 0 && people[first - 1].Role.Last == 0)
        {
            first--;
        }

        var last = index;
        while (last + 1 < people.Count && people[last].Role.Last == 0)
        {
            last++;
        }

        return (first, last);
    }

    // Two people joined by "and" before one "as".
    private static bool IsPair(Reading reading, List<Billing> people, int index)
    {
        var tokens = reading.Prose.Tokens;
        var before = people[index].Name.First - 1;
        return before > 0 && tokens[before].Lower is "and" or "&" && !tokens[before - 1].Is(",") && people[index - 1].Role.Last == 0
            && (index < 2 || people[index - 2].Role.Last > 0);
    }

    private static List<string>? RolesOf(Reading reading, RoleSpan role) =>
        reading.Roles.ReadRow(role, reading.Prose.LimitOf(role.First)) is { } row ? Texts(reading, row) : null;
}
