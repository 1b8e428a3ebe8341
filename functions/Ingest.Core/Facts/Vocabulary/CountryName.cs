using System.Collections.Frozen;
using Ingest.Core.Facts.Prose;

namespace Ingest.Core.Facts.Vocabulary;

/// <summary>Tells names of countries from what is derived from them.</summary>
internal static class CountryName
{
    private static readonly FrozenSet<string> Others = new[]
    {
        "uk", "u.k.", "us", "u.s.", "usa", "u.s.a.", "uae", "ussr", "america", "britain", "great britain", "england", "scotland", "wales", "northern ireland", "holland", "the netherlands", "the philippines", "the bahamas",
        "korea", "republic of korea", "burma", "czechia", "bosnia", "macedonia", "swaziland", "côte d'ivoire", "türkiye", "united states of america", "the united states", "the united kingdom", "mainland china", "people 's republic of china", "hongkong",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the words name the country ("Denmark"), not what is of it ("Danish").</summary>
    public static bool IsNoun(List<Token> tokens, int at, int end, string country)
    {
        var words = string.Join(' ', Enumerable.Range(at, end - at).Select(k => tokens[k].Lower));
        return words.Equals(country, StringComparison.OrdinalIgnoreCase) || Others.Contains(words);
    }
}
