using System.Security.Cryptography;
using System.Text;

namespace Ingest.Core.Films;

/// <summary>
/// The group of titles that may mean one film: the normal form of a title without its subtitle. Evidence is kept and
/// merged group by group; <see cref="FilmMerge"/> tells the films of a group apart.
/// </summary>
/// <remarks>Equal when the values are equal, ordinally. Value: lower-case letters and digits of any script, joined, with a
/// hyphen between two numbers; at most 200 UTF-16 code units; never empty. A title without letters and digits, and one too
/// long, have a hash in theirs.</remarks>
public readonly record struct TitleKey(string Value)
{
    private const int MaxLength = 200;

    /// <summary>The group that a title belongs to. Any text has one.</summary>
    public static TitleKey Of(string title) => Of(TitleForm.Of(title));

    /// <summary>The group that a title in normal form belongs to.</summary>
    public static TitleKey Of(TitleForm title)
    {
        ArgumentNullException.ThrowIfNull(title);
        var main = title.Main.Replace("#", "no", StringComparison.Ordinal);
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
    public override string ToString() => Value;

    // 64 bits of SHA-256 as 16 digits: enough to keep titles apart, and the same on every machine.
    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
