using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Titles;

/// <summary>Where noun phrases end.</summary>
internal static class NounPhrase
{
    /// <summary>Whether a noun before a token is the last of its phrase: "drama" of "a drama about", not of "a drama teacher".</summary>
    public static bool EndsAt(List<Token> tokens, int at, int limit)
    {
        if (at >= limit)
        {
            return true;
        }

        var token = tokens[at];
        if (token.Kind == TokenKind.Mark)
        {
            return !token.Is("'s") && (!token.Is("-") || token.AfterSpace);
        }

        if (token.IsCapital || token.Kind == TokenKind.Number)
        {
            return true;
        }

        return Words.Blockers.Contains(token.Lower) || Words.Verbs.Contains(token.Lower) || Words.NeverInNames.Contains(token.Lower)
            || token.Lower.EndsWith("ed", StringComparison.Ordinal) || token.Lower.EndsWith("ing", StringComparison.Ordinal) || token.Lower.EndsWith("ly", StringComparison.Ordinal)
            || token.Lower is "begins" or "starts" or "opens" or "ends" or "follows" or "centers" or "centres" or "revolves" or "traces" or "charts" or "explores" or "unfolds" or "concerns" or "depicts" or "chronicles" or "remains" or "seems"
            || token.Lower is "loosely" or "worth" or "full" or "rich" or "ever" or "yet" or "again" or "made" or "shot" or "told" or "penned" or "helmed" or "co-written" or "adapted" or "deserving";
    }
}
