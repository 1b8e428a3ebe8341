using System.Reflection;

namespace Ingest.Core.Films;

/// <summary>The tables of general knowledge that stand beside this folder's code, embedded in the assembly.</summary>
internal static class DataTable
{
    /// <summary>The rows of one table: columns separated by a tab; lines that are empty or begin with "# " left out.</summary>
    /// <param name="name">The file's name without its ending.</param>
    public static IReadOnlyList<string[]> Rows(string name)
    {
        var resource = $"Ingest.Core.Films.Data.{name}.tsv";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The table {resource} is not embedded.");
        using var reader = new StreamReader(stream);
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))
            {
                rows.Add(line.Split('\t'));
            }
        }

        return rows;
    }

    /// <summary>From every word of the second column (separated by spaces) to the first column.</summary>
    public static Dictionary<string, string> WordsToFirst(string name) => Rows(name)
        .SelectMany(row => row[1].Split(' '), (row, word) => (word, row[0]))
        .ToDictionary(pair => pair.word, pair => pair.Item2, StringComparer.Ordinal);
}
