using System.Buffers;

namespace Ingest.Core.Films.Titles;

/// <summary>Swear words with letters masked, <c>f**k</c>, written out.</summary>
internal static class MaskedWords
{
    private const int MaxLength = 16;
    private static readonly SearchValues<char> Masks = SearchValues.Create("*@#$\u2013\u2014-!_");
    private static readonly string[] Known = [.. DataTable.Rows("swearwords").SelectMany(row => row[1].Split(' '))];

    /// <summary>The folded title with such words written out; other words as they are.</summary>
    public static string WrittenOut(string folded)
    {
        if (folded.AsSpan().IndexOfAny(Masks) < 0)
        {
            return folded;
        }

        var words = folded.Split(' ');
        for (var at = 0; at < words.Length; at++)
        {
            words[at] = WordOf(words[at]);
        }

        return string.Join(' ', words);
    }

    private static string WordOf(string written)
    {
        var bare = written.TrimEnd(':', ',', '.', '?', ')');
        var start = bare.AsSpan().IndexOfAny(Masks);
        if (start <= 0 || bare.Length > MaxLength)
        {
            return written;
        }

        var end = bare.AsSpan().LastIndexOfAny(Masks) + 1;
        if (bare.AsSpan(start, end - start).ContainsAnyExcept(Masks) || !IsMask(bare[start..end], isInside: end < bare.Length))
        {
            return written;
        }

        var (head, tail) = (bare[..start], bare[end..]);
        var fitting = Known.Where(word => word.Length > head.Length + tail.Length
            && word.StartsWith(head, StringComparison.Ordinal)
            && word.EndsWith(tail, StringComparison.Ordinal)).ToList();
        var word = fitting.Find(word => word.Length == bare.Length) ?? (fitting.Count == 1 || tail.Length > 0 ? fitting.FirstOrDefault() : null);
        return word is null ? written : word + written[bare.Length..];
    }

    // One hyphen is none, "Kick-Ass", and punctuation at the end is none, "Damn!!".
    private static bool IsMask(string run, bool isInside) =>
        run.AsSpan().IndexOfAnyExcept("*@#$") < 0 || (isInside && (run.Length > 1 || run == "!"));
}
