using Ingest.Core.Articles;
using Ingest.Core.Facts;
using Ingest.Core.Facts.Titles;
using Ingest.Core.Pages;

namespace Ingest.Core.Tests.Facts;

public class SentenceTests
{
    public static TheoryData<string, string, string> Cases()
    {
        var cases = new TheoryData<string, string, string>();
        foreach (var table in SentenceCase.Tables)
        {
            foreach (var row in SentenceCase.Load(table))
            {
                cases.Add(table, row.Text, row.Headline);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_sentence_gives_the_facts_it_states_and_no_others(string table, string text, string headline)
    {
        var row = SentenceCase.Load(table).First(c => c.Text == text && c.Headline == headline);
        var article = new Article { Title = row.Headline, Text = row.Text };

        var films = FactReader.Read(article, PageData.None, ReadingLimits.Default);

        var missed = row.Stated.Where(fact => !IsRead(fact, row.Film, films)).Select(fact => $"does not read '{fact}'");
        var invented = row.Unstated.Where(fact => IsReadAnywhere(fact, row.Film, films)).Select(fact => $"reads '{fact}'");
        var faults = missed.Concat(invented).ToList();
        var read = string.Join("; ", films.SelectMany(f => f.Statements.Select(s => $"[{f.Title}] {StatedFact.Of(s)}")));
        Assert.True(faults.Count == 0, $"'{row.Text}' of {row.Headline}: it {string.Join(", ", faults)}. It reads: {read}");
        Assert.All(films.SelectMany(f => f.Statements), statement => Assert.True(IsQuoted(article, statement.Quote)));
    }

    [Fact]
    public void The_tables_hold_enough_cases_and_a_third_of_them_must_not_fire()
    {
        var cases = Cases().Count;
        // A row that also states a fact is counted only in the tables of what must not be read.
        var silent = SentenceCase.Tables.Sum(table => SentenceCase.Load(table)
            .Count(c => c.Unstated.Count > 0 && (c.Stated.Count == 0 || table.StartsWith("never-", StringComparison.Ordinal))));

        Assert.True(cases >= 350 && 3 * silent >= cases, $"{silent} of {cases}");
    }

    [Fact]
    public void No_case_stands_in_the_tables_twice()
    {
        var texts = SentenceCase.Tables.SelectMany(SentenceCase.Load).Select(c => $"{c.Headline}: {c.Text}");

        Assert.Empty(texts.GroupBy(text => text).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    internal static bool IsQuoted(Article article, Quote quote) =>
        quote.Start is { } start && quote.End is { } end ? article.Text[start..end] == quote.Text : quote.Start is null && quote.End is null && quote.Text.Contains(": ", StringComparison.Ordinal);

    private static bool IsRead(string line, string headlineFilm, IReadOnlyList<FilmStatements> films)
    {
        var (film, fact) = Split(line, headlineFilm);
        return fact.StartsWith("film ", StringComparison.Ordinal)
            ? films.Any(f => SameTitle(f.Title, fact[5..]))
            : films.Any(f => SameTitle(f.Title, film) && f.Statements.Any(s => StatedFact.Says(fact, s)));
    }

    private static bool IsReadAnywhere(string line, string headlineFilm, IReadOnlyList<FilmStatements> films)
    {
        var (only, fact) = Split(line, "");
        var isOther = fact is "film *" && films.Any(f => !SameTitle(f.Title, headlineFilm));
        var isNamed = fact.StartsWith("film ", StringComparison.Ordinal) && films.Any(f => SameTitle(f.Title, fact[5..]));
        return isOther || isNamed || films.Any(f => (only.Length == 0 || SameTitle(f.Title, only)) && f.Statements.Any(s => StatedFact.Says(fact, s)));
    }

    private static (string Film, string Fact) Split(string fact, string film) =>
        fact[0] == '[' ? (fact[1..fact.IndexOf(']', StringComparison.Ordinal)], fact[(fact.IndexOf(']', StringComparison.Ordinal) + 2)..]) : (film, fact);

    private static bool SameTitle(string one, string other) => TitleWords.Of(one).SequenceEqual(TitleWords.Of(other), StringComparer.Ordinal);
}
