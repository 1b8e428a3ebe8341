using System.Text.RegularExpressions;

namespace Ingest.Core.Films;

/// <summary>
/// The group of titles that may mean one film: the normal form of a title without its subtitle. Evidence is kept and
/// merged group by group; <see cref="FilmMerge"/> tells the films of a group apart.
/// </summary>
/// <remarks>Equal when the values are equal, ordinally. Value: lower-case letters and digits of any script, words
/// separated by one hyphen, at most 200 UTF-16 code units; never empty.</remarks>
public readonly partial record struct TitleKey(string Value)
{
    /// <summary>The group that a title belongs to.</summary>
    public static TitleKey Of(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        return new(NotWord().Replace(title.ToLowerInvariant(), "-").Trim('-'));
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex NotWord();
}
