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

    // Articles only where they stand behind the title, "Ember, O": elsewhere they are other words in other languages.
    private static readonly FrozenSet<string> BehindComma = FrozenSet.Create(
        StringComparer.Ordinal, "o", "os", "um", "uma", "un", "une", "una", "uno", "lo", "gli", "die", "ein", "eine", "de", "den", "det", "een");

    /// <summary>Whether a word is an article with which titles begin.</summary>
    public static bool IsArticle(string word) => Articles.Contains(word);

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

        TurnPartRound(words);
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

        if (segment[^1].AfterComma && BehindComma.Contains(segment[^1].Text) && segment.Count(word => word.AfterComma) == 1)
        {
            segment.Insert(0, new TitleWord(segment[^1].Text, false, false, false));
            segment.RemoveAt(segment.Count - 1);
            return "";
        }

        return (Articles.Contains(segment[0].Text) || IsPortuguese(segment)) && segment[0].Text != segment[1].Text && !segment[1].AfterComma
            ? Take(segment, 0)
            : "";
    }

    // "O" and "Os" are articles before words that all end as Portuguese words do; "O Lucky Man" is no such title.
    private static bool IsPortuguese(List<TitleWord> segment)
    {
        if (segment.Count < 3 || segment[0].Text is not ("o" or "os"))
        {
            return false;
        }

        var rest = segment.Skip(1).Select(word => word.Text[^1]).ToList();
        return rest.TrueForAll(last => last is 'a' or 'e' or 'o' or 's' or 'm' or 'r' or 'l' or 'z') && rest.Exists(last => last is 'a' or 'o');
    }

    // "Second Part", "2nd Part", "2a parte": as "Part 2", where it is the end of the title or all of a subtitle.
    private static void TurnPartRound(List<string> words)
    {
        if (words.Count < 2)
        {
            return;
        }

        var part = SameWords.GetValueOrDefault(words[^1], words[^1]);
        var split = words.Count > 2 && words[^2] is "a" or "o" or "e" or "er" or "eme" or "da" or "do" or "ra";
        var number = split ? words[^3] : TitleNumbers.IsOrdinal(words[^2]) ? words[^2][..^2] : "";
        if (IsPartWord(part) && number.Length > 0 && number.All(char.IsAsciiDigit))
        {
            words.RemoveRange(words.Count - (split ? 3 : 2), split ? 3 : 2);
            words.AddRange([part, number]);
        }
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

        words.Add(IsMeantAsWritten(segment, at, previous) ? word.Text : SameWords.GetValueOrDefault(word.Text, word.Text));
        return 1;
    }

    // What stands for "and" or "versus" does so between two words; "St." before one.
    private static bool IsMeantAsWritten(List<TitleWord> segment, int at, string? previous)
    {
        var isLast = at + 1 == segment.Count;
        return segment[at].Text switch
        {
            "v" or "n" or "und" or "et" or "og" or "och" or "ve" => previous is null || isLast,
            "y" or "e" or "\u0438" => previous is not { Length: > 1 } || char.IsAsciiDigit(previous[0]) || isLast || segment[at + 1].Text.Length < 2,
            "st" => isLast,
            _ => false,
        };
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
