using Ingest.Core.Facts.People;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>Which character each person of a row plays.</summary>
internal static class RolesInRow
{
    /// <summary>The character of one person of the row, or null.</summary>
    public static string? Of(Reading reading, List<Billing> people, int index)
    {
        var role = people[index].Role;
        if (index > 0 && role.Last > 0 && IsPair(reading, people, index))
        {
            // "A and B as X and Y" gives each one; "A and B as X" does not say whose it is.
            return RolesOf(reading, role) is { Count: 2 } pair ? pair[1] : null;
        }

        if (role.Last == 0 && index + 1 < people.Count && people[index + 1].Role.Last > 0 && IsPair(reading, people, index + 1))
        {
            return RolesOf(reading, people[index + 1].Role) is { Count: 2 } pair ? pair[0] : null;
        }

        return role.IsNamed ? reading.Roles.Text(role) : role.IsTitleRole ? TitleRole.Marker : null;
    }

    // Two people joined by "and" before one "as".
    private static bool IsPair(Reading reading, List<Billing> people, int index)
    {
        var tokens = reading.Prose.Tokens;
        var before = people[index].Name.First - 1;
        return before > 0 && tokens[before].Lower is "and" or "&" && !tokens[before - 1].Is(",") && people[index - 1].Role.Last == 0
            && (index < 2 || people[index - 2].Role.Last > 0);
    }

    private static List<string>? RolesOf(Reading reading, RoleSpan role)
    {
        var tokens = reading.Prose.Tokens;
        if (!role.IsNamed || role.Last + 1 >= tokens.Count || !tokens[role.Last].Is("and"))
        {
            return null;
        }

        var second = reading.Roles.Read(role.Last + 1, reading.Prose.LimitOf(role.Last));
        return second.IsNamed ? [reading.Roles.Text(role), reading.Roles.Text(second)] : null;
    }
}
