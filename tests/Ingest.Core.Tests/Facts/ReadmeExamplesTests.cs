using Ingest.Core.Articles;
using Ingest.Core.Facts;
using Ingest.Core.Pages;

namespace Ingest.Core.Tests.Facts;

/// <summary>What README promises of sentences holds.</summary>
public class ReadmeExamplesTests
{
    private const string Film = "The Glass Orchard";

    public static TheoryData<string, string> Examples()
    {
        var examples = new TheoryData<string, string>();
        var lines = File.ReadLines(Path.Combine(SharedData.RepositoryRoot(), "README.md")).SkipWhile(l => !l.StartsWith("| fact | said", StringComparison.Ordinal)).Skip(2);
        foreach (var line in lines.TakeWhile(l => l.StartsWith('|')))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            examples.Add(cells[2], cells[3].Trim('`'));
        }

        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_sentence_of_the_table_gives_what_the_table_says(string sentence, string kept)
    {
        var (film, fact) = kept[0] == '[' ? (kept[1..kept.IndexOf(']', StringComparison.Ordinal)], kept[(kept.IndexOf(']', StringComparison.Ordinal) + 2)..]) : (Film, kept);

        var films = FactReader.Read(new Article { Title = Film + " review", Text = sentence }, PageData.None, ReadingLimits.Default);

        Assert.Contains(films, f => f.Title == film && f.Statements.Any(s => StatedFact.Says(fact, s)));
    }

    [Fact]
    public void Every_kind_of_statement_that_prose_gives_has_an_example()
    {
        var kinds = Examples().Select(e => e.Data.Item2.Split("] ")[^1].Split(' ')[0]).ToHashSet();

        Assert.Superset(new HashSet<string> { "film", "alternate", "year", "country", "genre", "director", "writer", "cast", "gross", "opening", "admissions", "budget", "runtime", "release", "compared" }, kinds);
    }
}
