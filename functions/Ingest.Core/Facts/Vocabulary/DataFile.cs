using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Ingest.Core.Facts.Vocabulary;

/// <summary>The word lists and phrasings that the reading knows, as embedded text files of <c>Facts/Data</c>.</summary>
internal static class DataFile
{
    /// <summary>Lines of a file without comments and blank lines.</summary>
    public static ImmutableArray<string> Lines(string name)
    {
        using var stream = typeof(DataFile).Assembly.GetManifestResourceStream("Ingest.Core.Facts.Data." + name)
            ?? throw new InvalidOperationException($"The data file {name} is not part of the assembly.");
        using var reader = new StreamReader(stream);
        var lines = ImmutableArray.CreateBuilder<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                lines.Add(line.Trim());
            }
        }

        return lines.ToImmutable();
    }

    /// <summary>All words of a file, separated by white space, in lower case.</summary>
    public static FrozenSet<string> WordSet(string name) => Lines(name).SelectMany(Split).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words of each line that starts with a label and a colon.</summary>
    public static FrozenDictionary<string, FrozenSet<string>> LabelledWords(string name) =>
        Labelled(name).ToFrozenDictionary(l => l.Label, l => Split(l.Value).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Lines of the form <c>label: rest</c>, in their order.</summary>
    public static IEnumerable<(string Label, string Value)> Labelled(string name)
    {
        foreach (var line in Lines(name))
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            yield return (line[..colon], line[(colon + 2)..].Trim());
        }
    }

    /// <summary>Phrases separated by a sign, trimmed; empty ones left out.</summary>
    public static IEnumerable<string> Phrases(string text, char separator = ',') =>
        text.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Split(string line) =>
        line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(w => w.ToLowerInvariant());
}
