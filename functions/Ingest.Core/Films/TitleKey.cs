using System.Security.Cryptography;
using System.Text;
using Ingest.Core.Facts;

namespace Ingest.Core.Films;

/// <summary>
/// The group of titles that may mean one film: the normal form of a title, with or without its subtitle. Evidence is kept
/// and merged group by group; <see cref="FilmMerge"/> tells the films of a group apart. An id elsewhere has a group too.
/// </summary>
/// <remarks>Equal when the values are equal, ordinally. Value: lower-case letters and digits of any script, joined, with a
/// hyphen between two numbers; at most 200 UTF-16 code units; never empty. A title without letters and digits, and one too
/// long, have a hash in theirs. The group of an id begins with a tilde, which no title's does. In order, titles come before
/// ids, else by ordinal comparison.</remarks>
public readonly record struct TitleKey(string Value) : IComparable<TitleKey>
{
    private const int MaxLength = 200;
    private const char IdMark = '~';

    /// <summary>Whether the group is that of an id elsewhere.</summary>
    public bool IsId => Value[0] == IdMark;

    /// <summary>The group of a film's id elsewhere.</summary>
    public static TitleKey Of(ExternalIdStatement id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var key = $"{IdMark}{id.Source}-{id.Id}";
        return new(key.Length <= MaxLength ? key : $"{IdMark}{Hash(key)}");
    }

    /// <summary>The group that a title belongs to. Any text has one.</summary>
    public static TitleKey Of(string title) => Of(TitleForm.Of(title));

    /// <summary>The group that a title in normal form belongs to.</summary>
    public static TitleKey Of(TitleForm title)
    {
        ArgumentNullException.ThrowIfNull(title);
        return OfForm(title.Main);
    }

    /// <summary>The group of all writings of a whole title, its subtitle included.</summary>
    public static TitleKey OfWhole(TitleForm title)
    {
        ArgumentNullException.ThrowIfNull(title);
        return OfForm(title.Sound);
    }

    /// <summary>The group of the second where two titles are written together, <c>Ember (The Long Way)</c>; else that of the
    /// whole title.</summary>
    public static TitleKey OfSecond(TitleForm title)
    {
        ArgumentNullException.ThrowIfNull(title);
        return OfForm(title.Other ?? title.Sound);
    }

    private static TitleKey OfForm(string form)
    {
        var main = form.Replace("#", "no", StringComparison.Ordinal);
        if (!Rune.IsLetterOrDigit(Rune.GetRuneAt(main, 0)))
        {
            return new("untitled-" + Hash(main));
        }

        if (main.Length <= MaxLength)
        {
            return new(main);
        }

        var cut = MaxLength - 17;
        return new(main[..(char.IsHighSurrogate(main[cut - 1]) ? cut - 1 : cut)] + "-" + Hash(main));
    }

    /// <inheritdoc/>
    public int CompareTo(TitleKey other) =>
        IsId == other.IsId ? string.CompareOrdinal(Value, other.Value) : IsId ? 1 : -1;

    /// <summary>Whether one comes before the other.</summary>
    public static bool operator <(TitleKey left, TitleKey right) => left.CompareTo(right) < 0;

    /// <summary>Whether one comes after the other.</summary>
    public static bool operator >(TitleKey left, TitleKey right) => left.CompareTo(right) > 0;

    /// <summary>Whether one comes before the other, or both are the same.</summary>
    public static bool operator <=(TitleKey left, TitleKey right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one comes after the other, or both are the same.</summary>
    public static bool operator >=(TitleKey left, TitleKey right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public override string ToString() => Value;

    // 64 bits of SHA-256 as 16 digits: enough to keep titles apart, and the same on every machine.
    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
