using System.Collections.Frozen;

namespace Ingest.Core.Films.People;

/// <summary>A name as written, taken apart into folded words.</summary>
internal static class NameWords
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Honorifics = DataTable.Rows("honorifics")
        .ToFrozenDictionary(row => row[0], row => row[1].Split(' ').ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>
    /// The words and the generation ("jr", "sr", "ii") of a person's name. Forms of address and a nickname in quotes are left
    /// out, <c>J.K.</c> and <c>JK</c> are two initials, <c>Family, Given</c> is turned round.
    /// </summary>
    public static (string[] Words, string Generation) OfPerson(string written)
    {
        var words = Split(TurnedRound(WithoutAside(written)), initialsApart: true);
        var generation = "";
        if (words.Count > 1 && Honorifics["generation"].Contains(words[^1]))
        {
            generation = words[^1] switch { "junior" => "jr", "senior" => "sr", var other => other };
            words.RemoveAt(words.Count - 1);
        }

        while (words.Count > 2 && Honorifics["address"].Contains(words[0]))
        {
            words.RemoveAt(0);
        }

        return ([.. words], generation);
    }

    /// <summary>The words of a character's name, without ranks, forms of address and "the young" before it.</summary>
    public static string[] OfCharacter(string written)
    {
        var words = Split(written, initialsApart: false);
        var start = 0;
        while (start + 1 < words.Count
            && (Honorifics["address"].Contains(words[start]) || Honorifics["character"].Contains(words[start])))
        {
            start++;
        }

        return [.. words.Skip(start)];
    }

    // Ryan "The Ox" Ember, Ryan (Bobby) Ember: what is set off is no part of the name where something else is left.
    private static string WithoutAside(string written)
    {
        var open = written.AsSpan().IndexOfAny("\"\u201c(");
        var close = open < 0 ? -1 : written.AsSpan(open + 1).IndexOfAny("\"\u201d)");
        return close < 0 ? written : string.Concat(written.AsSpan(0, open), " ", written.AsSpan(open + close + 2));
    }

    private static string TurnedRound(string written)
    {
        var parts = written.Split(',');
        return parts.Length != 2 || Honorifics["generation"].Contains(Folding.Fold(parts[1]).Trim(' ', '.'))
            ? written
            : $"{parts[1]} {parts[0]}";
    }

    private static List<string> Split(string written, bool initialsApart)
    {
        var words = new List<string>();
        foreach (var part in Parts(written))
        {
            if (initialsApart && IsInitials(part, written))
            {
                words.AddRange(part.Select(letter => char.ToLowerInvariant(letter).ToString()));
            }
            else if (Folding.Fold(part) is { Length: > 0 } word)
            {
                words.Add(word);
            }
        }

        return words;
    }

    private static IEnumerable<string> Parts(string written)
    {
        var start = -1;
        for (var at = 0; at <= written.Length; at++)
        {
            var inside = at < written.Length && (char.IsLetterOrDigit(written[at]) || char.IsSurrogate(written[at])
                || char.GetUnicodeCategory(written[at]) is System.Globalization.UnicodeCategory.NonSpacingMark
                    or System.Globalization.UnicodeCategory.SpacingCombiningMark);
            if (inside && start < 0)
            {
                start = at;
            }
            else if (!inside && start >= 0 && !(at + 1 < written.Length && IsApostrophe(written[at]) && char.IsLetter(written[at + 1])))
            {
                yield return string.Concat(written[start..at].Where(c => !IsApostrophe(c)));
                start = -1;
            }
        }
    }

    // "JK Ember", but not "OH Ember" (a family name in capitals) nor "JK EMBER" (everything in capitals).
    private static bool IsInitials(string part, string written) =>
        part.Length == 2 && part.All(char.IsAsciiLetterUpper) && written.Any(char.IsLower)
        && (part[1] == 'J' || !part.Any(letter => letter is 'A' or 'E' or 'I' or 'O' or 'U'));

    private static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '\u02bc' or '`';
}
