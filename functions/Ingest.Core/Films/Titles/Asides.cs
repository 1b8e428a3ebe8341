using System.Collections.Frozen;

namespace Ingest.Core.Films.Titles;

/// <summary>What stands behind a title and says which cut or which film it is, and is no other title of the film.</summary>
internal static class Asides
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Words = DataTable.Rows("asides")
        .ToFrozenDictionary(row => row[0], row => row[1].Split(' ').ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    private static readonly FrozenSet<string> Cuts = FrozenSet.Create(
        StringComparer.Ordinal, "cut", "edition", "restoration", "remastered", "restored", "unrated", "uncut");

    /// <summary>Whether words in brackets say only which cut or copy is meant: <c>(Director's Cut)</c>.</summary>
    public static bool IsCopy(IEnumerable<string> words) =>
        words.All(word => Words["cut"].Contains(word) || word.Length > 2 && char.IsAsciiDigit(word[0]) && word.EndsWith("th", StringComparison.Ordinal));

    /// <summary>Whether a subtitle says only which cut is meant: <c>The Extended Edition</c>.</summary>
    public static bool IsCut(List<TitleWord> segment) =>
        Cuts.Contains(segment[^1].Text) && segment.Count > 1 && IsCopy(segment.Select(word => word.Text));

    /// <summary>Whether words in brackets can be another title of the film.</summary>
    public static bool CanBeTitle(IReadOnlyList<string> words) =>
        words.Sum(word => word.Length) > 2
        && !words.Any(word => Words["film"].Contains(word) || char.IsAsciiDigit(word[0]) || word[0] == '#');
}
