using System.Buffers;
using System.Collections.Frozen;
using Ingest.Core.Pages;

namespace Ingest.Core.Articles;

/// <summary>Reads who wrote an article from a line that pages set beside its headline: "By NAME, 3 May 2021",
/// "Words: NAME | 4 min read".</summary>
internal static class NameLine
{
    private const int LongestName = 60;
    private const int MostWords = 5;

    // Of words that may be first names too.
    private const int LongestFirstName = 4;

    // What stands before a name; longer forms first.
    private static readonly string[] ByWords = Lines("by-words.txt", ' ');

    // What stands before a name only with a colon after it.
    private static readonly string[] Labels = Lines("by-words.txt", ':');

    // What stands behind a name.
    private static readonly FrozenSet<string> Behind = Lines("by-words.txt", '+').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // What writers are.
    private static readonly FrozenSet<string> Roles = Lines("by-words.txt", ',').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> NoName = SearchValues.Create("?!:@/…");

    // Words that end a name: what follows them is the day, the place or the length.
    private static readonly FrozenSet<string> Ends = Lines("by-words.txt", '/').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>A name without the words before it; the text itself when there are none.</summary>
    public static string WithoutBy(string text) => WithoutWord(text, ByWords, " :：/=＝\u00A0") ?? WithoutWord(text, Labels, ":：") ?? text;

    /// <summary>The same for what is said to be a name, in which such a word may be one: "Di Golding".</summary>
    public static string WithoutByWord(string name)
    {
        var bare = WithoutBy(name);
        var word = name[..^bare.Length].TrimEnd();
        return word.Length is > 0 and <= LongestFirstName && char.IsUpper(word[0]) && char.IsLetter(word[^1]) && !word.Equals("by", StringComparison.OrdinalIgnoreCase) && !bare.Contains(' ', StringComparison.Ordinal)
            ? name
            : bare;
    }

    /// <summary>Whether a text begins with what stands before a name.</summary>
    public static bool BeginsWithBy(string text) => WithoutBy(text).Length < text.Length;

    /// <summary>Whether a text is only what stands before a name: "By".</summary>
    public static bool IsBy(string text) =>
        ByWords.Contains(text.TrimEnd(':', '：', ' '), StringComparer.OrdinalIgnoreCase) || text.EndsWith(" by", StringComparison.OrdinalIgnoreCase);

    /// <summary>The name that a line is about; null when it names nobody.</summary>
    /// <param name="line">A block's text.</param>
    /// <param name="said">Whether something around the line says that it names the author, so that "by" may be missing.</param>
    public static string? Of(string line, bool said)
    {
        foreach (var part in line.Split('\n', '|', '·', '•', '●', '⋅', '/', '–', '—', '»', '│', '='))
        {
            var text = part.Trim();
            if (IsBy(text))
            {
                said = true;
                continue;
            }

            if (BeforeWord(text) is { } before)
            {
                return before;
            }

            text = AfterDay(text);
            var name = WithoutBy(text);
            var by = name.Length < text.Length;
            if ((said || by) && Cut(name) is { } cut && IsName(cut, by && cut.Length == name.Length))
            {
                return cut;
            }

            // Only the first part can do without "by".
            said &= text.Length == 0;
        }

        return null;
    }

    // "NAME" of "NAME 기자".
    private static string? BeforeWord(string text)
    {
        var words = text.Split(' ', '\u00A0');
        var word = Array.FindIndex(words, Behind.Contains);
        return word is 1 or 2 && string.Join(' ', words[..word]) is var name && IsName(name, false) ? name : null;
    }

    // "by NAME" of "Posted on 3 May 2021 by NAME"; the text itself where no day stands before such a word.
    private static string AfterDay(string text)
    {
        foreach (var word in ByWords)
        {
            var middle = text.IndexOf($" {word} ", StringComparison.OrdinalIgnoreCase);
            if (middle > 0 && DayText.Parse(text[..middle]) is not null)
            {
                return text[(middle + 1)..];
            }
        }

        return text;
    }

    // What stands before the first number, or before a word that begins something else.
    private static string? Cut(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var count = 0;
        while (count < words.Length && words[count][0] != '(' && !words[count].Any(char.IsDigit) && !Ends.Contains(words[count].Trim(',', ':', '.', '(', '-')))
        {
            count++;
            if (words[count - 1][^1] is ';' or '(')
            {
                break;
            }
        }

        // "NAME May 2, 2013": the month belongs to the number, unless another month follows it.
        if (count > 0 && count < words.Length && DayText.IsMonth(words[count - 1]) && !(count + 1 < words.Length && DayText.IsMonth(words[count + 1])))
        {
            count--;
        }

        var name = WithoutRole(string.Join(' ', words[..count])).Trim(' ', ',', ';', ':', '-', '(', ')');
        return name.Length > 1 ? name : null;
    }

    // "NAME" of "NAME, Chief Film Critic" and of "NAME, em Lisboa": what follows a comma is another name only if it looks like one.
    private static string WithoutRole(string name)
    {
        for (var comma = name.IndexOf(','); comma > 0; comma = name.IndexOf(',', comma + 1))
        {
            var words = name[(comma + 1)..].Split(',')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0 && ((char.IsLower(words[0][0]) && words[0].Length > 1 && words.Length > 1 && words[0] is not ("and" or "und" or "et")) || words.Any(Roles.Contains)))
            {
                return name[..comma];
            }
        }

        return name;
    }

    // Few words, each with a capital where its script has them, but for particles. A whole line of "by" and one more word
    // may name its writer as sites do, in small letters.
    private static bool IsName(string text, bool whole)
    {
        var words = text.Split(' ');
        return text.Length <= LongestName
            && words.Count(word => word.Length > 3 || !char.IsLower(word[0])) <= MostWords
            && (!char.IsLower(words[0][0]) || (whole && words.Length == 1))
            && words.All(word => char.IsLetter(word[0]) && (whole || !char.IsLower(word[0]) || word.Length <= 4 || word[1] is '\'' or '’'))
            && !(words.Length == 1 && DayText.IsMonth(text))
            && !text.AsSpan().ContainsAny(NoName);
    }

    private static string? WithoutWord(string text, string[] words, string after)
    {
        foreach (var word in words)
        {
            if (text.Length > word.Length && text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && after.Contains(text[word.Length], StringComparison.Ordinal))
            {
                return text[(word.Length + 1)..].TrimStart(' ', ':', '：', '/', '=', '＝');
            }
        }

        return null;
    }

    // Lines of the file that begin with a mark, longest first.
    private static string[] Lines(string file, char mark)
    {
        using var stream = typeof(NameLine).Assembly.GetManifestResourceStream($"Ingest.Core.Articles.Data.{file}")!;
        using var lines = new StreamReader(stream);
        return [.. lines.ReadToEnd().Split('\n')
            .Where(line => line.Length > 2 && line[0] == mark)
            .SelectMany(line => line[1..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .OrderByDescending(word => word.Length)];
    }
}
