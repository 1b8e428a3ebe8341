using Ingest.Core.Articles;
using Ingest.Core.Facts;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Pages;

namespace Ingest.Core.Tests.Facts;

public class SentenceTests
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var table in new[] { "cast", "crew", "crew-more", "films", "money", "never" })
        {
            foreach (var row in SentenceCase.Load(table))
            {
                cases.Add(table, row.Text);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_sentence_gives_the_facts_it_states_and_no_others(string table, string text)
    {
        var row = SentenceCase.Load(table).First(c => c.Text == text);
        var article = new Article { Title = row.Film + " review", Text = row.Text };

        var films = FactReader.Read(article, PageData.None, ReadingLimits.Default);

        var read = string.Join("; ", films.SelectMany(f => f.Statements.Select(s => $"[{f.Title}] {StatedFact.Of(s)}")));
        foreach (var fact in row.Stated)
        {
            var (film, rest) = Split(fact, row.Film);
            Assert.True(
                rest.StartsWith("film ", StringComparison.Ordinal)
                    ? films.Any(f => SameTitle(f.Title, rest[5..]))
                    : films.Any(f => SameTitle(f.Title, film) && f.Statements.Any(s => StatedFact.Says(rest, s))),
                $"It does not read '{fact}' but: {read}");
        }

        foreach (var line in row.Unstated)
        {
            var (only, fact) = Split(line, "");
            var isOther = fact is "film *" && films.Any(f => !SameTitle(f.Title, row.Film));
            var isNamed = fact.StartsWith("film ", StringComparison.Ordinal) && films.Any(f => SameTitle(f.Title, fact[5..]));
            Assert.False(isOther || isNamed || films.Any(f => (only.Length == 0 || SameTitle(f.Title, only)) && f.Statements.Any(s => StatedFact.Says(fact, s))), $"It reads '{fact}': {read}");
        }

        Assert.All(films.SelectMany(f => f.Statements), statement => Assert.True(IsQuoted(article, statement.Quote)));
    }

    [Fact]
    public void The_tables_hold_enough_cases_and_a_third_of_them_must_not_fire()
    {
        var cases = Cases().Count;
        var silent = Cases().Select(c => SentenceCase.Load(c.Data.Item1).First(r => r.Text == c.Data.Item2)).Count(c => c.Unstated.Count > 0);

        Assert.True(cases >= 150 && 3 * silent >= cases, $"{silent} of {cases}");
    }

    internal static bool IsQuoted(Article article, Quote quote) =>
        quote.Start is { } start && quote.End is { } end ? article.Text[start..end] == quote.Text : quote.Start is null && quote.End is null && quote.Text.Contains(": ", StringComparison.Ordinal);

    private static (string Film, string Fact) Split(string fact, string film) =>
        fact[0] == '[' ? (fact[1..fact.IndexOf(']', StringComparison.Ordinal)], fact[(fact.IndexOf(']', StringComparison.Ordinal) + 2)..]) : (film, fact);

    private static bool SameTitle(string one, string other) => TitleWords.Of(one).SequenceEqual(TitleWords.Of(other), StringComparer.Ordinal);
}
