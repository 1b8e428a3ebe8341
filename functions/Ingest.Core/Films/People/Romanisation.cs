using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Ingest.Core.Films.People;

/// <summary>
/// Spellings of one sound brought to one, by tradition, so that two romanisations of a name are equal. Lossy: it serves to
/// compare the names of one film, not to write them.
/// </summary>
internal static class Romanisation
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    private static readonly Regex KoreanSyllables = new(
        "^(?:(?:kk|tt|pp|ss|jj|ch|sh|gh|[kgndtlrmbpsjh])?[wy]?[aeiou]{1,3}(?:ng|ck|[nmlrkgpbth])?){1,3}$", Linear);

    private static readonly Regex ChineseSyllables = new(
        "^(?:(?:zh|ch|sh|hs|ts|tz|sz|[bpmfdtnlgkhjqxrzcsyw])?[aeiou]{1,3}(?:ng|n|r|h)?){1,3}$", Linear);

    private static readonly Regex JapaneseSyllables = new(
        "^(?:(?:[kgnhmrbp]y|kk|ss|tt|pp|sh|ssh|ts|tts|ch|tch|cch|dz|[kstnhfmyrwgzjdbp])?[aiueo]{1,3}h?|n|m){1,6}$", Linear);

    private static readonly Regex SlavicEnding = new(
        "(?:sk(?:y|iy|ii|ij|yi|yj|i)|[oe]v|[oe]ff|ova|eva|skaya|skaia|skaja|enko|[vw]i(?:ch|tch|tsch|cz|c)|[iy]n|ina)$", Linear);

    private static readonly FrozenDictionary<string, (string From, string To)[]> Rules = RulesOf(atEnd: false);
    private static readonly FrozenDictionary<string, (string From, string To)[]> EndRules = RulesOf(atEnd: true);

    private static readonly FrozenDictionary<string, string> KoreanSurnames = Surnames("ko");
    private static readonly FrozenDictionary<string, string> ChineseSurnames = Surnames("zh");

    /// <summary>Whether a folded word is a family name that stands first in Korean or Chinese names.</summary>
    public static bool IsFirstStandingSurname(string word) => KoreanSurnames.ContainsKey(word) || ChineseSurnames.ContainsKey(word);

    /// <summary>All words in one, double letters and the usual ways to write umlauts as one.</summary>
    public static string Plain(ReadOnlySpan<string> words) => Apply("any", string.Concat(words));

    /// <summary>
    /// All words in one, in letters that say the same in most languages written the same: <c>Anthony</c> and <c>Antony</c>,
    /// <c>Deepak</c> and <c>Dipak</c>, <c>Viktor</c> and <c>Victor</c>.
    /// </summary>
    public static string Loose(ReadOnlySpan<string> words) => Sound("loose", words);

    /// <summary>Family name and given name in one Korean form, or null when the name cannot be Korean.</summary>
    public static string? Korean(string surname, ReadOnlySpan<string> given) =>
        KoreanSurnames.TryGetValue(surname, out var family) && AllMatch(given, KoreanSyllables) && KoreanSyllables.IsMatch(string.Concat(given))
            ? $"ko:{family} {Sound("ko", given)}"
            : null;

    /// <summary>Family name and given name in one Chinese form, or null when the name cannot be Chinese.</summary>
    public static string? Chinese(string surname, ReadOnlySpan<string> given) =>
        ChineseSurnames.TryGetValue(surname, out var family) && AllMatch(given, ChineseSyllables) && ChineseSyllables.IsMatch(string.Concat(given))
            ? $"zh:{Sound("zh", [family])} {Sound("zh", given)}"
            : null;

    /// <summary>The words in Japanese form, or null when one of them cannot be Japanese.</summary>
    public static string[]? Japanese(string[] words) =>
        AllMatch(words, JapaneseSyllables) ? [.. words.Select(word => Sound("ja", [word]))] : null;

    /// <summary>The words of a name with a Slavic family name in one form, or null for other names.</summary>
    public static string[]? Slavic(string[] words) =>
        words.Any(word => word.Length > 3 && SlavicEnding.IsMatch(word)) ? [.. words.Select(word => Sound("ru", [word]))] : null;

    /// <summary>Whether all words may be Korean, Chinese or Japanese in Latin letters.</summary>
    public static bool IsKorean(string[] words) => AllMatch(words, KoreanSyllables);

    /// <inheritdoc cref="IsKorean"/>
    public static bool IsChinese(string[] words) => AllMatch(words, ChineseSyllables);

    /// <inheritdoc cref="IsKorean"/>
    public static bool IsJapanese(string[] words) => AllMatch(words, JapaneseSyllables);

    /// <summary>A folded word by the rules of one tradition.</summary>
    public static string Sound(string tradition, string word) => Sound(tradition, [word]);

    private static bool AllMatch(ReadOnlySpan<string> words, Regex syllables)
    {
        foreach (var word in words)
        {
            if (word.Length > 20 || !syllables.IsMatch(word))
            {
                return false;
            }
        }

        return words.Length > 0;
    }

    private static string Sound(string tradition, ReadOnlySpan<string> words)
    {
        var ended = "";
        foreach (var word in words)
        {
            var text = word;
            foreach (var (from, to) in EndRules.GetValueOrDefault(tradition, []))
            {
                text = text.EndsWith(from, StringComparison.Ordinal) ? text[..^from.Length] + to : text;
            }

            ended += text;
        }

        return Apply(tradition, ended);
    }

    private static string Apply(string tradition, string text)
    {
        foreach (var (from, to) in Rules.GetValueOrDefault(tradition, []))
        {
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        return text;
    }

    private static FrozenDictionary<string, (string From, string To)[]> RulesOf(bool atEnd) => DataTable.Rows("romanisation")
        .Where(row => row[1].EndsWith('$') == atEnd)
        .GroupBy(row => row[0], row => (row[1].TrimEnd('$'), row[2]))
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    private static FrozenDictionary<string, string> Surnames(string tradition) => DataTable.Rows("surnames")
        .Where(row => row[0] == tradition)
        .SelectMany(row => row[2].Split(' ', StringSplitOptions.RemoveEmptyEntries).Prepend(row[1]), (row, name) => (name, row[1]))
        .DistinctBy(pair => pair.name)
        .ToFrozenDictionary(pair => pair.name, pair => pair.Item2, StringComparer.Ordinal);
}
