namespace Ingest.Core.Articles;

/// <summary>What the words before a day say it is.</summary>
internal enum DayKind
{
    Published,
    Updated,
    Other,
}

/// <summary>Tells days of publication from days of changes and from those of the films, by the words before them.</summary>
internal static class DayWords
{
    private static readonly string[] Updated = Load("updated");

    private static readonly string[] Others = Load("other");

    /// <summary>What the end of a text says about the day behind it.</summary>
    public static DayKind KindOf(ReadOnlySpan<char> before)
    {
        Span<char> lower = stackalloc char[32];
        before = before.TrimEnd(" :：.-–—|(（[\u00A0\n");
        before = before[Math.Max(0, before.Length - lower.Length)..];
        var end = lower[..before.ToLowerInvariant(lower)];
        return EndsWith(end, Updated) ? DayKind.Updated : EndsWith(end, Others) ? DayKind.Other : DayKind.Published;
    }

    // "on" and its like may stand between the word and the day.
    private static bool EndsWith(ReadOnlySpan<char> text, string[] words)
    {
        var space = text.LastIndexOf(' ');
        var small = space > 0 && text.Length - space <= 4;
        foreach (var word in words)
        {
            if (EndsIn(text, word) || (small && EndsIn(text[..space].TrimEnd(" :"), word)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsIn(ReadOnlySpan<char> text, string word) =>
        text.EndsWith(word, StringComparison.Ordinal) && (text.Length == word.Length || word[0] > '\u1100' || !char.IsLetter(text[^(word.Length + 1)]));

    private static string[] Load(string kind)
    {
        using var stream = typeof(DayWords).Assembly.GetManifestResourceStream("Ingest.Core.Articles.Data.day-words.txt")!;
        using var reader = new StreamReader(stream);
        var line = reader.ReadToEnd().Split('\n').First(line => line.StartsWith(kind + ":", StringComparison.Ordinal));
        return line[(kind.Length + 1)..].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}
