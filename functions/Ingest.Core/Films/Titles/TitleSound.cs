using System.Collections.Frozen;
using Ingest.Core.Films.People;

namespace Ingest.Core.Films.Titles;

/// <summary>
/// The words of a title, or of one of its subtitles, as they sound in the language they are in, so that two romanisations
/// of a title are equal, and two ways to write its umlauts.
/// </summary>
/// <remarks>Titles in other languages are left alone, and short ones, which are one letter apart too often.</remarks>
internal static class TitleSound
{
    private const int MinLetters = 8;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Telling = DataTable.Rows("titlewords")
        .ToFrozenDictionary(row => row[0], row => row[1].Split(' ').ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    private static readonly string[] RussianEndings = ["aya", "aia", "aja", "oye", "iye", "iy", "yi"];
    private static readonly string[] RussianLetters = ["zh", "shch"];
    private static readonly string[] IndianBeginnings = ["bh", "dh", "jh", "kh", "chh"];

    /// <summary>One word for each word.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<string> words)
    {
        if (words.Sum(word => word.Length) < MinLetters)
        {
            return words;
        }

        var plain = words.Select(word => Romanisation.Sound("long", word)).ToArray();
        return LanguageOf(plain) is { } language
            ? plain.Select(word => language == "ar" && word == "el" ? "al" : Romanisation.Sound(language, word))
            : plain;
    }

    private static string? LanguageOf(string[] words)
    {
        var letters = words.Where(word => !char.IsAsciiDigit(word[0]) && word[0] != '#' && !TitleNormalForm.IsPartWord(word)).ToArray();
        if (IsIndian(letters))
        {
            return "hi";
        }

        if (IsRussian(letters))
        {
            return "ru";
        }

        if (IsArabic(letters))
        {
            return "ar";
        }

        if (letters.Any(Telling["de"].Contains))
        {
            return "de";
        }

        return Romanisation.IsKorean(letters) && letters.Any(IsKoreanOnly) ? "ko"
            : Romanisation.IsJapanese(letters) ? "ja"
            : null;
    }

    // "kh" is Russian and Arabic too.
    private static bool IsIndian(string[] words) =>
        words.Any(Telling["hi"].Contains)
        || (!words.Any(EndsInRussian) && words.Any(word => IndianBeginnings.Any(letters => word.StartsWith(letters, StringComparison.Ordinal))));

    private static bool IsRussian(string[] words) =>
        words.Any(EndsInRussian) || (words.Any(HasRussianLetters) && !Romanisation.IsChinese(words));

    // The article stands before a word; "el" is Spanish too, and no Arabic word ends in "o" when written in Latin letters.
    private static bool IsArabic(string[] words) =>
        words.SkipLast(1).Any(Telling["ar"].Contains)
        && !words.Any(word => Telling["romance"].Contains(word) || word.EndsWith('o') || word.EndsWith("os", StringComparison.Ordinal))
        && !Romanisation.IsJapanese(words);

    private static bool EndsInRussian(string word) =>
        word.Length > 4 && RussianEndings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal));

    private static bool IsKoreanOnly(string word) =>
        word.Contains("eo", StringComparison.Ordinal)
        || word.Contains("eu", StringComparison.Ordinal)
        || word.EndsWith("ui", StringComparison.Ordinal);

    private static bool HasRussianLetters(string word) =>
        RussianLetters.Any(letters => word.Contains(letters, StringComparison.Ordinal));
}
