namespace Ingest.Core.Tests.Facts;

/// <summary>One case of the tables in <c>Sentences</c>; see the README there.</summary>
public sealed record SentenceCase(string Film, string Text, IReadOnlyList<string> Stated, IReadOnlyList<string> Unstated)
{
    public static IEnumerable<SentenceCase> Load(string table)
    {
        var film = "The Glass Orchard";
        var text = "";
        var stated = new List<string>();
        var unstated = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Facts", "Sentences", table + ".txt")).Append(""))
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            if (line.Length > 0)
            {
                film = line.StartsWith("film: ", StringComparison.Ordinal) ? line[6..] : film;
                text = line.StartsWith("text: ", StringComparison.Ordinal) ? line[6..].Replace("\\n", "\n\n", StringComparison.Ordinal) : text;
                (line[0] == '+' ? stated : line[0] == '-' ? unstated : []).Add(line[2..]);
                continue;
            }

            if (text.Length > 0)
            {
                yield return new SentenceCase(film, text, [.. stated], [.. unstated]);
            }

            (film, text) = ("The Glass Orchard", "");
            stated.Clear();
            unstated.Clear();
        }
    }
}
