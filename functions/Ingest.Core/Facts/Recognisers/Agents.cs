namespace Ingest.Core.Facts.Recognisers;

/// <summary>Words that mean people by how they end: "ferryman", "fixer", "violinist".</summary>
internal static class Agents
{
    // What "plays" may have behind it that is no character, though the word ends as those for people do.
    private static readonly HashSet<string> NoPeople = new(StringComparer.Ordinal)
    {
        "number", "matter", "factor", "corner", "order", "letter", "paper", "chapter", "center", "centre", "water", "answer", "offer", "power", "picture", "feature", "poker", "soccer", "guitar", "counter", "color", "colour", "humor", "humour", "other", "another", "former", "latter", "ever", "never",
        "over", "under", "after", "rather", "whether", "together", "further", "however", "better", "either", "neither", "later", "for", "or", "nor", "her", "per", "floor", "door", "summer", "winter", "weather", "dinner", "theater", "theatre", "important", "significant", "constant", "instant", "man-child",
    };

    /// <summary>Whether a word ends as words for those who do something.</summary>
    public static bool IsAgent(string word) =>
        word.Length > 4 && !NoPeople.Contains(word)
        && (word.EndsWith("er", StringComparison.Ordinal) || word.EndsWith("or", StringComparison.Ordinal) || word.EndsWith("ist", StringComparison.Ordinal) || word.EndsWith("ian", StringComparison.Ordinal)
            || word.EndsWith("man", StringComparison.Ordinal) || word.EndsWith("woman", StringComparison.Ordinal) || word.EndsWith("ess", StringComparison.Ordinal) || word.EndsWith("eer", StringComparison.Ordinal));

    /// <summary>A plural's singular, by its ending.</summary>
    public static string Singular(string word) =>
        word.EndsWith("men", StringComparison.Ordinal) ? word[..^2] + "an" : word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y" : word.EndsWith('s') ? word[..^1] : word;
}
