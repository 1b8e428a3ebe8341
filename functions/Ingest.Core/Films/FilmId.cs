using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ingest.Core.Films;

/// <summary>A film's readable id: <c>miracle-in-cell-no-7-2013</c>.</summary>
/// <remarks>Equal when the values are equal, ordinally. Value: lower-case letters and digits of any script (Latin and Greek
/// without diacritics) in words separated by one hyphen, at most 120 UTF-16 code units, never empty; so it stands in a
/// table key and, percent-encoded, in one segment of a URL.</remarks>
public readonly record struct FilmId
{
    private const int MaxLength = 120;
    private const int MaxSuffixLength = 40;

    private FilmId(string value) => Value = value;

    /// <summary>The id as text.</summary>
    public string Value { get; }

    /// <summary>The id of a film by its title as written and its year.</summary>
    /// <param name="title">The title as shown.</param>
    /// <param name="year">The year, where it is known.</param>
    /// <param name="suffix">What tells it from another film of the same title and year: a country, a director, a
    /// number.</param>
    public static FilmId Of(string title, int? year, string? suffix = null)
    {
        ArgumentNullException.ThrowIfNull(title);
        var slug = Slug(title, MaxLength - MaxSuffixLength - 10);
        if (slug.Length == 0)
        {
            slug = "film-" + Hash(title);
        }

        var end = year is { } known ? "-" + known.ToString(CultureInfo.InvariantCulture) : EndsLikeAYear(slug) ? "-film" : "";
        var told = Slug(suffix ?? "", MaxSuffixLength - 1);
        return new(slug + end + (told.Length > 0 ? "-" + told : ""));
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    // "Ember 1982" without a known year is another film than "Ember" of 1982.
    private static bool EndsLikeAYear(string slug) =>
        slug.LastIndexOf('-') is > 0 and var hyphen
        && slug.Length - hyphen == 5
        && slug.AsSpan(hyphen + 1).IndexOfAnyExceptInRange('0', '9') < 0;

    private static string Slug(string text, int maxLength)
    {
        var slug = new StringBuilder();
        var pending = false;
        foreach (var rune in Folding.Fold(text).EnumerateRunes())
        {
            if (!Folding.IsWord(rune))
            {
                pending |= rune.Value != '\'';
                continue;
            }

            if (pending && slug.Length > 0)
            {
                slug.Append('-');
            }

            pending = false;
            slug.Append(rune.ToString());
        }

        if (slug.Length <= maxLength)
        {
            return slug.ToString();
        }

        // Titles too long stay apart by a hash of the whole.
        var cut = maxLength - 9;
        return slug.ToString(0, char.IsHighSurrogate(slug[cut - 1]) ? cut - 1 : cut).TrimEnd('-') + "-" + Hash(slug.ToString());
    }

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));
}
