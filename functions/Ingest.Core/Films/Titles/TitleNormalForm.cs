using System.Collections.Frozen;

namespace Ingest.Core.Films.Titles;

/// <summary>From a segment's words as scanned to the words in which titles are compared.</summary>
internal static class TitleNormalForm
{
    private static readonly FrozenDictionary<string, string> SameWords =
        DataTable.WordsToFirst("words").ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Articles = DataTable.Rows("articles")
        .SelectMany(row => row[1].Split(' '))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a word says that a number after it counts parts of one work.</summary>
    public static bool IsPartWord(string word) => word is "part" or "chapter" or "volume" or "episode" or "book";

    /// <summary>The words of one segment: numbers as digits, <c>No. 7</c> as <c>#7</c>, spellings of one word as one.</summary>
    public static List<string> WordsOf(List<TitleWord> segment)
    {
        var words = new List<string>(segment.Count);
        for (var at = 0; at < segment.Count;)
        {
            at += Append(words, segment, at);
        }

        return words;
    }

    /// <summary>
    /// Takes the leading article off a title's first segment, or the one after the comma of <c>Ember, The</c>; an article
    /// is no article where nothing else is left or the same word follows (<c>The The</c>, <c>La La Land</c>).
    /// </summary>
    /// <returns>The article, or an empty text.</returns>
    public static string TakeArticle(List<TitleWord> segment)
    {
        if (segment.Count < 2)
        {
            return "";
        }

        if (segment[^1].AfterComma && Articles.Contains(segment[^1].Text))
        {
            return Take(segment, segment.Count - 1);
        }

        return Articles.Contains(segment[0].Text) && segment[0].Text != segment[1].Text && !segment[1].AfterComma
            ? Take(segment, 0)
            : "";
    }

    private static string Take(List<TitleWord> segment, int at)
    {
        var article = segment[at].Text;
        segment.RemoveAt(at);
        return article;
    }

    private static int Append(List<string> words, List<TitleWord> segment, int at)
    {
        var word = segment[at];
        if (word.AfterHash && word.IsNumber)
        {
            words.Add("#" + word.Text);
            return 1;
        }

        if (NumberedAt(segment, at) is { Words: > 0 } numbered)
        {
            words.Add("#" + numbered.Digits);
            return 1 + numbered.Words;
        }

        var previous = words.Count > 0 ? words[^1] : null;
        if (previous is not null && RomanAt(segment, at, previous) is { } digits)
        {
            words.Add(digits);
            return 1;
        }

        if (TitleNumbers.At(segment, at) is { Words: > 0 } number)
        {
            words.Add(number.Digits);
            return number.Words;
        }

        var inside = previous is not null && at + 1 < segment.Count;
        words.Add(word.Text is "v" or "n" && !inside ? word.Text : SameWords.GetValueOrDefault(word.Text, word.Text));
        return 1;
    }

    // "No. 7", "No7", "Number Seven"; "no" before a number word is the English word unless a full stop follows it.
    private static (string Digits, int Words) NumberedAt(List<TitleWord> segment, int at)
    {
        if (at + 1 == segment.Count || segment[at].Text is not ("no" or "nr" or "num" or "number"))
        {
            return ("", 0);
        }

        return segment[at + 1].IsNumber || segment[at].BeforeDot || segment[at].Text == "number"
            ? TitleNumbers.At(segment, at + 1)
            : ("", 0);
    }

    // One letter is a numeral only where nothing else is likely: after "Part" and the like or as the last word.
    private static string? RomanAt(List<TitleWord> segment, int at, string previous)
    {
        var word = segment[at].Text;
        var afterPart = IsPartWord(previous);
        var isLast = at + 1 == segment.Count;
        return word switch
        {
            "i" => afterPart ? "1" : null,
            "v" or "x" or "vi" or "xi" or "xx" or "xxx" => afterPart || isLast ? TitleNumbers.OfRoman(word) : null,
            _ => TitleNumbers.OfRoman(word),
        };
    }
}
