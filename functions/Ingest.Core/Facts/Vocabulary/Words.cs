using System.Collections.Frozen;

namespace Ingest.Core.Facts.Vocabulary;

/// <summary>Single words by what they are good for, in lower case.</summary>
internal static class Words
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> NotNames = DataFile.LabelledWords("not-names.txt");

    /// <summary>Words with a full stop that does not end a sentence, with the stop.</summary>
    public static FrozenSet<string> Abbreviations { get; } = DataFile.WordSet("abbreviations.txt");

    /// <summary>Lower-case parts of names: de, van, bin.</summary>
    public static FrozenSet<string> Particles { get; } = DataFile.WordSet("particles.txt");

    /// <summary>Titles before a name: Dr., Sir.</summary>
    public static FrozenSet<string> Honorifics { get; } = DataFile.WordSet("honorifics.txt");

    /// <summary>What stands after a name: Jr., III.</summary>
    public static FrozenSet<string> Suffixes { get; } = DataFile.WordSet("suffixes.txt");

    /// <summary>What people are: actor, director, newcomer.</summary>
    public static FrozenSet<string> Occupations { get; } = DataFile.WordSet("occupations.txt");

    /// <summary>Whether a word says what somebody is, also as "singer-turned-actor" and "actor-director".</summary>
    public static bool IsOccupation(string lower)
    {
        var hyphen = lower.LastIndexOf('-');
        return Occupations.Contains(lower) || (hyphen > 0 && Occupations.Contains(lower[(hyphen + 1)..]));
    }

    /// <summary>Words that make a capitalised name no person: Studios, Award.</summary>
    public static FrozenSet<string> Institutions { get; } = DataFile.LabelledWords("organisations.txt")["institution"];

    /// <summary>Words that make a capitalised name no person where no given name begins it: Bay, Park.</summary>
    public static FrozenSet<string> Organisations { get; } = DataFile.LabelledWords("organisations.txt")["place"];

    /// <summary>Words that never stand in a name.</summary>
    public static FrozenSet<string> NeverInNames { get; } = NotNames["strong"];

    /// <summary>Words that do not begin a name when they begin a sentence.</summary>
    public static FrozenSet<string> Openings { get; } = NotNames["opening"];

    /// <summary>Finite verbs that follow the subject of a clause.</summary>
    public static FrozenSet<string> Verbs { get; } = DataFile.WordSet("verbs.txt");

    /// <summary>What characters are: daughter, rookie, sheriff.</summary>
    public static FrozenSet<string> PersonNouns { get; } = DataFile.WordSet("person-nouns.txt");

    /// <summary>Words that end a run of adjectives before a name.</summary>
    public static FrozenSet<string> Blockers { get; } = DataFile.WordSet("blockers.txt");

    /// <summary>Languages.</summary>
    public static FrozenSet<string> Languages { get; } = DataFile.WordSet("languages.txt");

    /// <summary>Common given names.</summary>
    public static FrozenSet<string> GivenNames { get; } = DataFile.WordSet("given-names.txt");

    /// <summary>Lower-case words inside titles.</summary>
    public static FrozenSet<string> Connectors { get; } = DataFile.WordSet("connectors.txt");

    /// <summary>January to December, and their short forms.</summary>
    public static FrozenDictionary<string, int> Months { get; } = Numbered("months.txt");

    /// <summary>One to ninety, and hundred.</summary>
    public static FrozenDictionary<string, int> Numbers { get; } = Numbered("numbers.txt");

    /// <summary>Million, crore, bn.</summary>
    public static FrozenDictionary<string, decimal> Scales { get; } = DataFile.Labelled("scales.txt")
        .ToFrozenDictionary(l => l.Label, l => decimal.Parse(l.Value, System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private static FrozenDictionary<string, int> Numbered(string file) => DataFile.Labelled(file)
        .ToFrozenDictionary(l => l.Label, l => int.Parse(l.Value, System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
