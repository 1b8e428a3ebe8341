using System.Collections.Frozen;

namespace Ingest.Core.Films.People;

/// <summary>Short forms of given names that stand for one formal name only, and the spellings of names.</summary>
internal static class Nicknames
{
    private static readonly FrozenDictionary<string, string> Formal =
        DataTable.WordsToFirst("nicknames").ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Usual =
        DataTable.WordsToFirst("spellings").ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A name's folded words, the first as a formal given name, and all in their usual spelling.</summary>
    public static string[] FormalOf(params ReadOnlySpan<string> words)
    {
        var formal = words.ToArray();
        for (var at = 0; at < formal.Length; at++)
        {
            var word = at == 0 ? Formal.GetValueOrDefault(formal[at], formal[at]) : formal[at];
            formal[at] = Usual.GetValueOrDefault(word, word);
        }

        return formal;
    }
}
