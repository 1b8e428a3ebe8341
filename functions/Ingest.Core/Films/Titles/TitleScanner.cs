using System.Text;

namespace Ingest.Core.Films.Titles;

/// <summary>From a folded title to its words, segment by segment: the title proper, then its subtitles.</summary>
/// <remarks>One pass, linear. What separates segments: a colon (not that of a time, <c>3:10</c>), a dash with a space
/// beside it, an em dash, an opening bracket after the first words, a slash between spaces.</remarks>
internal sealed class TitleScanner
{
    private readonly string text;
    private readonly int lastBracket;

    // "Ember / The Long Way" are two titles, "Love / Hate" is one.
    private readonly bool hasManyWords;
    private readonly List<List<TitleWord>> segments = [];
    private readonly StringBuilder run = new();
    private List<TitleWord> segment = [];
    private bool afterComma;
    private bool afterHash;
    private bool beginsOther;

    private TitleScanner(string folded)
    {
        text = folded;
        hasManyWords = folded.AsSpan().Count(' ') > 2;
        lastBracket = folded.Length > 0 && folded[^1] is ')' or ']' ? folded.LastIndexOfAny(['(', '[']) : -1;
    }

    /// <summary>The segments that have words, in order; none when the title has neither letter nor digit.</summary>
    public static List<List<TitleWord>> Scan(string folded)
    {
        var scanner = new TitleScanner(folded);
        for (var at = 0; at < folded.Length;)
        {
            at += scanner.Read(at);
        }

        scanner.EndSegment();
        return scanner.segments;
    }

    private int Read(int at)
    {
        if (Rune.TryGetRuneAt(text, at, out var rune) && Folding.IsWord(rune))
        {
            run.Append(text, at, rune.Utf16SequenceLength);
            return rune.Utf16SequenceLength;
        }

        switch (text[at])
        {
            case '\'' when run.Length > 0:
            case ',' when IsThousands(at):
                break;
            case ':' when !IsBetweenDigits(at):
            case '-' when IsSpacedDash(at):
            case '\u2013' when IsSpacedDash(at):
            case '\u2014':
            case '(' or '[' when run.Length == 0:
                EndSegment();
                beginsOther = at == lastBracket;
                break;
            case '/' when IsSpacedSlash(at):
                EndSegment();
                beginsOther = hasManyWords;
                break;
            case '&':
            case '+' when IsSpacedDash(at):
                EndWord();
                segment.Add(new TitleWord("and", false, false, false));
                break;
            case ',':
                EndWord();
                afterComma = true;
                break;
            case '#':
                EndWord();
                afterHash = true;
                break;
            default:
                EndWord(text[at] == '.');
                break;
        }

        return 1;
    }

    private void EndWord(bool beforeDot = false)
    {
        if (run.Length == 0)
        {
            return;
        }

        var word = run.ToString();
        run.Clear();
        if (TitleNumbers.IsOrdinal(word))
        {
            Add(word, beforeDot);
            return;
        }

        if (TitleNumbers.Unstyled(word) is { } number)
        {
            Add(number, beforeDot);
            return;
        }

        if (TitleNumbers.AsLetters(word) is { } letters)
        {
            Add(letters, beforeDot);
            return;
        }

        // "No7" and "Alien3" are two words each.
        var start = 0;
        for (var at = 1; at < word.Length; at++)
        {
            if (char.IsAsciiDigit(word[at]) != char.IsAsciiDigit(word[at - 1]))
            {
                Add(word[start..at], beforeDot: false);
                start = at;
            }
        }

        Add(word[start..], beforeDot);
    }

    private void Add(string word, bool beforeDot)
    {
        segment.Add(new TitleWord(word, afterComma, beforeDot, afterHash, beginsOther));
        beginsOther = false;
        afterComma = false;
        afterHash = false;
    }

    private void EndSegment()
    {
        EndWord();
        afterComma = false;
        afterHash = false;
        if (segment.Count > 0)
        {
            segments.Add(segment);
            segment = [];
        }
    }

    private bool IsSpacedSlash(int at) => at > 0 && at + 1 < text.Length && text[at - 1] == ' ' && text[at + 1] == ' ';

    private bool IsBetweenDigits(int at) => IsDigitAt(at - 1) && IsDigitAt(at + 1);

    private bool IsThousands(int at) =>
        IsDigitAt(at - 1) && IsDigitAt(at + 1) && IsDigitAt(at + 2) && IsDigitAt(at + 3) && !IsDigitAt(at + 4);

    private bool IsDigitAt(int at) => at >= 0 && at < text.Length && char.IsAsciiDigit(text[at]);

    private bool IsSpacedDash(int at) =>
        (at > 0 && text[at - 1] is ' ' or '-') || (at + 1 < text.Length && text[at + 1] is ' ' or '-');
}
