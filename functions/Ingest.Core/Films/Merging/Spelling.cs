using System.Collections.Immutable;
using System.Globalization;

namespace Ingest.Core.Films.Merging;

/// <summary>Which of several spellings of one thing is shown.</summary>
internal static class Spelling
{
    /// <summary>
    /// The one that most reviews use; then one that does not shout (<c>OH Dal-soo</c>), the longer, the one with more
    /// diacritics, the first by ordinal comparison.
    /// </summary>
    public static T Best<T>(IEnumerable<(string Review, T Spelling)> used)
        where T : notnull =>
        used.Distinct()
            .GroupBy(one => one.Spelling, one => one.Review)
            .Select(same => (same.Key, Support: same.Count(), Text: Convert.ToString(same.Key, CultureInfo.InvariantCulture)!))
            .OrderByDescending(spelling => spelling.Support)
            .ThenBy(spelling => Shouts(spelling.Text))
            .ThenByDescending(spelling => spelling.Text.Length)
            .ThenByDescending(spelling => spelling.Text.Count(c => c > 127))
            .ThenBy(spelling => spelling.Text, StringComparer.Ordinal)
            .First().Key;

    /// <summary>The spellings that most reviews use, at most <see cref="FilmProfile.MaxAliases"/>, in ordinal order.</summary>
    public static ImmutableArray<string> MostUsed(IEnumerable<(string Review, string Spelling)> used) =>
    [
        .. used.Distinct()
            .CountBy(one => one.Spelling, StringComparer.Ordinal)
            .OrderByDescending(spelling => spelling.Value)
            .ThenBy(spelling => spelling.Key, StringComparer.Ordinal)
            .Take(FilmProfile.MaxAliases)
            .Select(spelling => spelling.Key)
            .Order(StringComparer.Ordinal),
    ];

    private static bool Shouts(string text) =>
        text.Any(char.IsLower)
            ? text.Split(' ', '-').Any(word => word.Length > 1 && word.All(char.IsUpper))
            : text.Any(char.IsUpper);
}
