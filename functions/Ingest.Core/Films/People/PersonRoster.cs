namespace Ingest.Core.Films.People;

/// <summary>
/// The people of one film: tells which spellings are one person's. Spellings of one name always join; a shorter mention
/// (initials, a name left out, the family name alone) joins where exactly one person fits.
/// </summary>
/// <remarks>Does not depend on the order of the names. About linear in their number: names meet in tables of their forms.</remarks>
internal sealed class PersonRoster
{
    // Beyond this many people of one family name in one film, initials are no evidence.
    private const int MaxSameSurname = 100;

    private readonly List<PersonName> names;
    private readonly int[] joined;
    private readonly Dictionary<string, int> indexes;

    private PersonRoster(IEnumerable<PersonName> people)
    {
        names =
        [
            .. people.DistinctBy(name => name.Written, StringComparer.Ordinal)
                .OrderByDescending(name => name.Words.Length)
                .ThenBy(name => name.Written, StringComparer.Ordinal),
        ];
        joined = [.. Enumerable.Range(0, names.Count)];
        indexes = names.Select((name, at) => (name.Written, at)).ToDictionary(pair => pair.Written, pair => pair.at, StringComparer.Ordinal);
    }

    /// <summary>The people behind these names.</summary>
    public static PersonRoster Of(IEnumerable<PersonName> people)
    {
        var roster = new PersonRoster(people);
        roster.JoinWhereAnyIsShared(name => name.Forms);
        roster.JoinWhereAnyIsShared(name => name.FormalForms);
        roster.JoinInitials();
        roster.JoinShorter(name => name.ShorterForms, name => name.Forms);
        roster.JoinShorter(name => name.ShorterFormalForms, name => name.FormalForms);
        roster.JoinShorter(name => name.FormsWithoutGeneration, name => name.Forms);
        roster.JoinShorter(name => name.SurnameForms, name => name.Words.Length <= 2 ? [Romanisation.Plain(name.Words)] : []);
        return roster;
    }

    /// <summary>The person of a name, by any number that its other spellings share.</summary>
    public int PersonOf(PersonName name) => RootOf(indexes[name.Written]);

    private void JoinWhereAnyIsShared(Func<PersonName, IEnumerable<string>> formsOf)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < names.Count; at++)
        {
            foreach (var form in formsOf(names[at]))
            {
                if (!seen.TryAdd(form, at))
                {
                    Join(seen[form], at);
                }
            }
        }
    }

    private void JoinInitials()
    {
        foreach (var family in Enumerable.Range(0, names.Count)
            .Where(at => names[at].Words.Length > 1)
            .GroupBy(at => Romanisation.Plain([names[at].Words[^1]]))
            .Where(family => family.Count() <= MaxSameSurname))
        {
            foreach (var at in family.Where(at => names[at].HasInitials))
            {
                JoinIfOne(at, family.Where(other => other != at && names[other].AgreesInInitialsWith(names[at])));
            }
        }
    }

    private void JoinShorter(
        Func<PersonName, IEnumerable<string>> shorterFormsOf,
        Func<PersonName, IEnumerable<string>> formsOf)
    {
        var longer = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var at = 0; at < names.Count; at++)
        {
            foreach (var form in shorterFormsOf(names[at]).Distinct())
            {
                if (!longer.TryGetValue(form, out var list))
                {
                    longer[form] = list = [];
                }

                list.Add(at);
            }
        }

        // Names of most words come first, so that a chain of ever shorter mentions ends at one person.
        for (var at = 0; at < names.Count; at++)
        {
            JoinIfOne(at, formsOf(names[at]).SelectMany(form => longer.GetValueOrDefault(form, [])));
        }
    }

    private void JoinIfOne(int shorter, IEnumerable<int> candidates)
    {
        var own = RootOf(shorter);
        var people = candidates.Select(RootOf).Where(person => person != own).Distinct().Take(2).ToList();
        if (people.Count == 1)
        {
            Join(people[0], own);
        }
    }

    private void Join(int one, int other)
    {
        var (a, b) = (RootOf(one), RootOf(other));
        joined[Math.Max(a, b)] = Math.Min(a, b);
    }

    private int RootOf(int at)
    {
        while (joined[at] != at)
        {
            joined[at] = joined[joined[at]];
            at = joined[at];
        }

        return at;
    }
}
