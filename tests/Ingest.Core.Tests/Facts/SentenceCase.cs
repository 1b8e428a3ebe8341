namespace Ingest.Core.Tests.Facts;

/// <summary>One case of the tables in <c>Sentences</c>; see the README there.</summary>
public sealed record SentenceCase(string Film, string Headline, string Text, IReadOnlyList<string> Stated, IReadOnlyList<string> Unstated)
{
    private const string UsualFilm = "The Glass Orchard";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Facts", "Sentences");

    /// <summary>The tables; those that begin with <c>never-</c> hold what must not be read.</summary>
    public static IReadOnlyList<string> Tables { get; } =
    [
        "cast-plays", "cast-brackets", "cast-lists", "cast-reviews", "names", "crew-directors", "crew-writers", "headlines", "titles", "kinds", "kinds-asides", "comparisons", "articles", "paragraphs", "money-more", "money-reports", "crew-more", "crew-asides", "crew-reviews", "titles-more", "titles-reviews", "titles-talk", "money-gross", "money-budget", "admissions", "release", "cast-talk",
        "never-plot", "never-people", "never-titles", "never-money", "never-figures", "never-kinds", "never-others", "never-crew-reviews",
    ];

    public static IEnumerable<SentenceCase> Load(string table)
    {
        var (film, headline, text) = (UsualFilm, "", "");
        var stated = new List<string>();
        var unstated = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(Folder, table + ".txt")).Append(""))
        {
            var (key, value) = line.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? (line[..space], line[(space + 1)..]) : (line, "");
            switch (key)
            {
                case "film:":
                    film = value;
                    break;
                case "headline:":
                    headline = value;
                    break;
                case "text:":
                    text = value.Replace("\\n", "\n\n", StringComparison.Ordinal);
                    break;
                case "+":
                    stated.Add(value);
                    break;
                case "-":
                    unstated.Add(value);
                    break;
                case "":
                    if (text.Length > 0)
                    {
                        yield return new SentenceCase(film, headline.Length > 0 ? headline : film + " review", text, [.. stated], [.. unstated]);
                    }

                    (film, headline, text) = (UsualFilm, "", "");
                    stated.Clear();
                    unstated.Clear();
                    break;
                default:
                    if (!line.StartsWith('#'))
                    {
                        throw new FormatException($"{table}: '{line}' is no line of a case.");
                    }

                    break;
            }
        }
    }
}
