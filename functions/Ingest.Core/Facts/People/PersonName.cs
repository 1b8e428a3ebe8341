using System.Globalization;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.People;

/// <summary>Names of people as text.</summary>
internal static class PersonName
{
    /// <summary>Whether a last word is written as given names are where the family name stands first: <c>do-rim</c>.</summary>
    public static bool IsFamilyFirst(string lastWord)
    {
        var hyphen = lastWord.IndexOf('-', StringComparison.Ordinal);
        return hyphen is >= 2 and <= 6 && lastWord.Length - hyphen - 1 is >= 1 and <= 6 && lastWord.Length <= 12;
    }

    /// <summary>The name in a span: no honorific before it, no shouted family name (BAEK Do-rim).</summary>
    public static string Of(ProseText prose, NameSpan span)
    {
        var first = span.First;
        while (first < span.Last - (IsTitleOfOne(prose, span) ? 2 : 1) && prose.Tokens[first].Lower is "sir" or "dame" or "miss" or "mr." or "mrs." or "ms." or "dr." or "mr" or "mrs" or "ms" or "dr")
        {
            first++;
        }

        if (IsPlain(prose.Text.AsSpan(prose.Tokens[first].Start, prose.Tokens[span.Last - 1].End - prose.Tokens[first].Start)))
        {
            return prose.Slice(first, span.Last);
        }

        var words = prose.Slice(first, span.Last).Replace(", Jr", " Jr", StringComparison.Ordinal).Replace(", Sr", " Sr", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 1 && words.Any(w => w.Any(char.IsLower)))
        {
            for (var k = 0; k < words.Length; k++)
            {
                words[k] = IsShouted(words[k], words.Length) ? words[k][..1] + words[k][1..].ToLowerInvariant() : words[k];
            }
        }

        return string.Join(' ', words);
    }

    // "Dr. Roe" who goes by no other name keeps the title that the name is made of.
    private static bool IsTitleOfOne(ProseText prose, NameSpan span) => span.Last - span.First == 2 && prose.Tokens[span.First].Lower is "dr." or "dr";

    // Words with one space between them, none in capitals alone: most names, and nothing to change in them.
    private static bool IsPlain(ReadOnlySpan<char> name)
    {
        var start = 0;
        for (var at = 0; at <= name.Length; at++)
        {
            if (at < name.Length && name[at] != ' ')
            {
                if (name[at] == ',' || char.IsWhiteSpace(name[at]))
                {
                    return false;
                }

                continue;
            }

            if (at == start || (at - start > 1 && IsCapitals(name[start..at])))
            {
                return false;
            }

            start = at + 1;
        }

        return true;
    }

    private static bool IsCapitals(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsUpper(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsShouted(string word, int count)
    {
        if (count < 2 || word.Length < 2 || !word.All(char.IsUpper))
        {
            return false;
        }

        // Two letters without a vowel are initials; roman numerals stay.
        var hasVowel = word.Any(c => "AEIOUY".Contains(c, StringComparison.Ordinal));
        return hasVowel && !Words.Suffixes.Contains(word.ToLower(CultureInfo.InvariantCulture));
    }
}
