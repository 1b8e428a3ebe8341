using System.Collections.Frozen;
using Ingest.Core.Facts.Prose;
using Ingest.Core.Facts.Vocabulary;

namespace Ingest.Core.Facts.Recognisers;

/// <summary>The words of <c>figures.txt</c> and <c>peoples.txt</c>.</summary>
internal static class FigureWords
{
    private static readonly FrozenDictionary<string, PhraseTable<string>> Tables = DataFile.Labelled("figures.txt")
        .GroupBy(l => l.Label.StartsWith("left-admissions", StringComparison.Ordinal) ? "people" : l.Label.StartsWith("left-", StringComparison.Ordinal) ? "left" : l.Label.StartsWith("right-", StringComparison.Ordinal) ? "right" : l.Label.StartsWith("noun-", StringComparison.Ordinal) ? "noun" : l.Label, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, Table, StringComparer.Ordinal);

    /// <summary>Before a sum: what it counts, as "gross", "gross-verb", "gross-weak".</summary>
    public static PhraseTable<string> Left { get; } = Tables["left"];

    /// <summary>Before a count of people or tickets: "admissions", "admissions-verb".</summary>
    public static PhraseTable<string> LeftOfPeople { get; } = Tables["people"];

    /// <summary>Behind a sum: what it counts.</summary>
    public static PhraseTable<string> Right { get; } = Tables["right"];

    /// <summary>Nouns whose sum a verb brings.</summary>
    public static PhraseTable<string> Nouns { get; } = Tables["noun"];

    /// <summary>What the people of a country are called; the value is the country.</summary>
    public static PhraseTable<string> Peoples { get; } = ReadPeoples();

    /// <summary>Whether a word of the list starts at a token.</summary>
    public static bool Is(string list, List<Token> tokens, int at, int limit) => Tables[list].TryFind(tokens, at, limit, out _, out _);

    /// <summary>Where the phrase of the list that starts at a token ends; -1 where none does.</summary>
    public static int End(string list, List<Token> tokens, int at, int limit) => Tables[list].TryFind(tokens, at, limit, out _, out var end) ? end : -1;

    /// <summary>Whether a phrase of the list stands between two tokens.</summary>
    public static bool Any(string list, List<Token> tokens, int first, int limit)
    {
        for (var k = first; k < limit; k++)
        {
            if (Is(list, tokens, k, limit))
            {
                return true;
            }
        }

        return false;
    }

    private static PhraseTable<string> Table(IGrouping<string, (string Label, string Value)> lines)
    {
        var table = new PhraseTable<string>();
        foreach (var (label, rest) in lines)
        {
            foreach (var phrase in DataFile.Phrases(rest))
            {
                table.Add(phrase, lines.Key == label ? label : label[(label.IndexOf('-', StringComparison.Ordinal) + 1)..]);
            }
        }

        return table;
    }

    private static PhraseTable<string> ReadPeoples()
    {
        var table = new PhraseTable<string>();
        foreach (var (country, rest) in DataFile.Labelled("peoples.txt"))
        {
            foreach (var phrase in DataFile.Phrases(rest))
            {
                table.Add(phrase, country);
            }
        }

        // Koreans, Italians: the adjective with an s.
        foreach (var (country, rest) in DataFile.Labelled("countries.txt"))
        {
            foreach (var phrase in DataFile.Phrases(rest).Where(p => p.EndsWith("an", StringComparison.Ordinal) || p.EndsWith("ian", StringComparison.Ordinal)))
            {
                table.Add(phrase + "s", country);
            }
        }

        return table;
    }
}
