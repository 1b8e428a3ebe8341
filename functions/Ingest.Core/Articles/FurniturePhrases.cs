using System.Collections.Frozen;

namespace Ingest.Core.Articles;

/// <summary>Tells furniture by how its text begins, in many languages.</summary>
internal static class FurniturePhrases
{
    private const int LongestPhrase = 60;

    private static readonly FrozenDictionary<int, Phrase[]> ByFirstLetters = Load();

    /// <summary>Number of kinds.</summary>
    public static int Kinds { get; private set; }

    /// <summary>The kind a text begins like, from 1; 0 when it begins like none.</summary>
    public static int KindOf(string text)
    {
        var start = 0;
        while (start < text.Length && !char.IsLetterOrDigit(text[start]) && text[start] is not ('©' or '¿' or '(' or 'ⓒ'))
        {
            start++;
        }

        Span<char> lower = stackalloc char[LongestPhrase + 1];
        var length = Math.Min(text.Length - start, lower.Length);
        for (var i = 0; i < length; i++)
        {
            lower[i] = char.ToLowerInvariant(text[start + i]);
        }

        var begin = lower[..length];
        if (length == 0 || !ByFirstLetters.TryGetValue(KeyOf(begin), out var phrases))
        {
            return 0;
        }

        foreach (var phrase in phrases)
        {
            if (phrase.Begins(begin, text.Length - start))
            {
                return phrase.Kind;
            }
        }

        return 0;
    }

    private static int KeyOf(ReadOnlySpan<char> text) => text.Length > 1 ? (text[0] << 16) | text[1] : text[0] << 16;

    private static FrozenDictionary<int, Phrase[]> Load()
    {
        using var stream = typeof(FurniturePhrases).Assembly.GetManifestResourceStream("Ingest.Core.Articles.Data.furniture-phrases.txt")!;
        using var lines = new StreamReader(stream);
        var phrases = new List<Phrase>();
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon))
            {
                continue;
            }

            Kinds++;
            foreach (var phrase in line[(colon + 1)..].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                phrases.Add(new Phrase(phrase.TrimStart('='), Kinds, phrase.StartsWith('=')));
            }
        }

        // The longest phrase wins, so that "related to" does not hide behind "related".
        return phrases
            .Where(phrase => phrase.Text.Length is > 0 and <= LongestPhrase)
            .GroupBy(phrase => KeyOf(phrase.Text))
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Text.Length).ToArray());
    }

    private readonly record struct Phrase(string Text, int Kind, bool Whole)
    {
        public bool Begins(ReadOnlySpan<char> text, int full)
        {
            if (!text.StartsWith(Text, StringComparison.Ordinal))
            {
                return false;
            }

            var rest = text[Text.Length..];
            return Whole
                ? full <= Text.Length + 3 && !rest.ContainsAnyInRange('a', 'z')
                : rest.IsEmpty || !char.IsLetterOrDigit(rest[0]) || Text[^1] >= '\u1100' || !char.IsLetterOrDigit(Text[^1]);
        }
    }
}
