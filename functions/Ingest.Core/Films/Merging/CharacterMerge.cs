using System.Collections.Immutable;
using Ingest.Core.Facts;
using Ingest.Core.Films.People;

namespace Ingest.Core.Films.Merging;

/// <summary>The character of one cast member: the best supported, under the fullest name that the reviews give it.</summary>
internal static class CharacterMerge
{
    /// <summary>The character and its other names; characters that disagree go to the conflicts.</summary>
    public static (string? Character, ImmutableArray<string> Aliases) Of(
        IEnumerable<Saying> sayings,
        NormalForms forms,
        ConflictList conflicts)
    {
        var characters = Together(sayings
            .Select(said => (Said: said, Name: Tidy(((CastStatement)said.Statement).Character!)))
            .Where(one => one.Name.Length > 0)
            .ToList(), forms);
        if (characters.Count == 0)
        {
            return (null, []);
        }

        var standing = characters[0];
        foreach (var other in characters.Skip(1))
        {
            conflicts.Add("cast.character", other.Value[0], standing.Value[0], other.Backing, standing.Backing.Support);
        }

        return (standing.Value[0], standing.Value[1..]);
    }

    // "Anna" is "Anna Ember": the words of one name are among the other's. The value lists the names, fullest first.
    private static List<Candidate<ImmutableArray<string>>> Together(
        List<(Saying Said, string Name)> said,
        NormalForms forms)
    {
        var groups = new List<(string[] Words, List<(Saying Said, string Name)> Members)>();
        var byWord = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var same in said.GroupBy(one => string.Join(' ', forms.Character(one.Name)))
            .OrderByDescending(same => same.Key.Count(c => c == ' '))
            .ThenByDescending(same => same.Select(one => one.Said.Review).Distinct().Count())
            .ThenBy(same => same.Key, StringComparer.Ordinal))
        {
            var words = same.Key.Split(' ');
            if (FullerOf(words, groups, byWord) is { } fuller)
            {
                groups[fuller].Members.AddRange(same);
                continue;
            }

            foreach (var word in words)
            {
                (byWord.TryGetValue(word, out var list) ? list : byWord[word] = new(1)).Add(groups.Count);
            }

            groups.Add((words, [.. same]));
        }

        return
        [
            .. groups.Select(group => new Candidate<ImmutableArray<string>>(NamesOf(group.Members, forms), Backing.Of([.. group.Members.Select(one => one.Said)])))
                .OrderByDescending(group => group.Backing.Support)
                .ThenByDescending(group => group.Backing.Belief)
                .ThenByDescending(group => group.Backing.Times)
                .ThenBy(group => group.Backing.Rank)
                .ThenBy(group => group.Value[0], StringComparer.Ordinal),
        ];
    }

    // Only the groups of the rarest word need looking at.
    private static int? FullerOf(
        string[] words,
        List<(string[] Words, List<(Saying Said, string Name)> Members)> groups,
        Dictionary<string, List<int>> byWord)
    {
        List<int>? rarest = null;
        foreach (var word in words)
        {
            if (!byWord.TryGetValue(word, out var having))
            {
                return null;
            }

            rarest = rarest is null || having.Count < rarest.Count ? having : rarest;
        }

        foreach (var group in rarest!)
        {
            if (Array.TrueForAll(words, word => Array.IndexOf(groups[group].Words, word) >= 0))
            {
                return group;
            }
        }

        return null;
    }

    private static ImmutableArray<string> NamesOf(List<(Saying Said, string Name)> members, NormalForms forms)
    {
        if (members.Count == 1)
        {
            return [members[0].Name];
        }

        var most = members.Max(one => forms.Character(one.Name).Length);
        var fullest = Spelling.Best(members
            .Where(one => forms.Character(one.Name).Length == most)
            .Select(one => (one.Said.Review, one.Name)));
        return [fullest, .. Spelling.MostUsed(members.Where(one => one.Name != fullest).Select(one => (one.Said.Review, one.Name)))];
    }

    private static string Tidy(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
