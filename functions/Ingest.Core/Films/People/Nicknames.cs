using System.Collections.Frozen;

namespace Ingest.Core.Films.People;

/// <summary>Short forms of given names that stand for one formal name only.</summary>
internal static class Nicknames
{
    private static readonly FrozenDictionary<string, string> Formal =
        DataTable.WordsToFirst("nicknames").ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The formal name of a folded given name, or the name itself.</summary>
    public static string FormalOf(string given) => Formal.GetValueOrDefault(given, given);
}
