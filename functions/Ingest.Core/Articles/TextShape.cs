using System.Globalization;

namespace Ingest.Core.Articles;

/// <summary>Measures of a text that mean the same in every script.</summary>
internal readonly record struct TextShape
{
    // A syllable or ideograph says as much as this many letters of an alphabet.
    private const float WideWeight = 2.5f;

    // Thai and Lao set no mark at a sentence's end; this many of their letters hold one.
    private const int UnmarkedSentence = 60;

    /// <summary>Amount of text, in letters of an alphabet.</summary>
    public float Mass { get; private init; }

    /// <summary>Sentences that end in it.</summary>
    public int Sentences { get; private init; }

    public int Commas { get; private init; }

    public int Digits { get; private init; }

    public int Capitals { get; private init; }

    public int Letters { get; private init; }

    /// <summary>Bars, bullets and arrows as they stand between links.</summary>
    public int Separators { get; private init; }

    public int Lines { get; private init; }

    /// <summary>How it ends: 3 sentence end, 2 colon, 1 ellipsis, 0 otherwise.</summary>
    public int Ending { get; private init; }

    /// <summary>Whether it is a paragraph of prose by itself.</summary>
    public bool IsProse => Mass >= 80 && Sentences >= 1 && Separators <= 3;

    public static TextShape Of(string text)
    {
        float mass = 0;
        int sentences = 0, commas = 0, digits = 0, capitals = 0, letters = 0, separators = 0, lines = 1, unmarked = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 0x80)
            {
                if (char.IsAsciiLetterLower(c))
                {
                    letters++;
                    mass++;
                    continue;
                }

                switch (c)
                {
                    case >= 'A' and <= 'Z':
                        letters++;
                        capitals++;
                        mass++;
                        break;
                    case >= '0' and <= '9':
                        digits++;
                        mass++;
                        break;
                    case '.' or '!' or '?':
                        sentences += i + 1 == text.Length || text[i + 1] is ' ' or '"' or '\'' or ')' or '\u201D' or '\u2019' or '\n' or ']' or '\u00BB' ? 1 : 0;
                        break;
                    case ',' or ';':
                        commas++;
                        break;
                    case '|' or '>' or '<':
                        separators++;
                        break;
                    case '\n':
                        lines++;
                        break;
                    case ' ':
                        mass++;
                        break;
                }

                continue;
            }

            switch (c)
            {
                case '。' or '！' or '？' or '…' or '؟' or '۔' or '।' or '．' or '։' or '።' or '။' or '។':
                    sentences++;
                    continue;
                case '、' or '，' or '；' or '،':
                    commas++;
                    continue;
                case '•' or '·' or '›' or '»' or '→' or '▶' or '◆' or '■' or '●' or '▸' or '∙' or '⋅':
                    separators++;
                    continue;
            }

            if (IsWide(c))
            {
                letters++;
                mass += WideWeight;
            }
            else if (char.IsLetter(c))
            {
                letters++;
                capitals += char.IsUpper(c) ? 1 : 0;
                unmarked += c is >= '\u0E00' and <= '\u0EFF' ? 1 : 0;
                mass++;
            }
        }

        return new TextShape
        {
            Mass = mass,
            Sentences = sentences + (unmarked / UnmarkedSentence),
            Commas = commas,
            Digits = digits,
            Capitals = capitals,
            Letters = letters,
            Separators = separators,
            Lines = lines,
            Ending = EndingOf(text),
        };
    }

    private static bool IsWide(char c) => c is (>= '\u1100' and <= '\u11FF') or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF')
        or (>= '\uAC00' and <= '\uD7A3') or (>= '\uF900' and <= '\uFAFF') or (>= '\uD840' and <= '\uD87F');

    private static int EndingOf(string text)
    {
        var end = text.AsSpan().TrimEnd(" \"')]\u201D\u2019\u00BB」』）");
        if (end.IsEmpty)
        {
            return 0;
        }

        if (end.EndsWith("...") || end[^1] == '…')
        {
            return 1;
        }

        return end[^1] switch
        {
            '.' or '!' or '?' or '。' or '！' or '？' or '؟' or '۔' or '।' or '։' or '።' or '။' or '។' => 3,
            ':' or '：' => 2,
            _ => 0,
        };
    }
}
