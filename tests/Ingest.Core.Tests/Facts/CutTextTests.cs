using Ingest.Core.Articles;
using Ingest.Core.Facts;
using Ingest.Core.Pages;

namespace Ingest.Core.Tests.Facts;

/// <summary>A text may end, or begin, anywhere: in a bracket, behind "by", before a name.</summary>
public class CutTextTests
{
    [Fact]
    public void A_sentence_cut_anywhere_is_read_without_a_fault_and_its_quotes_stand_in_it()
    {
        var cut = 0;
        foreach (var row in SentenceCase.Tables.SelectMany(SentenceCase.Load).DistinctBy(c => c.Text))
        {
            for (var at = row.Text.IndexOf(' ', StringComparison.Ordinal); at > 0; at = row.Text.IndexOf(' ', at + 1))
            {
                foreach (var text in new[] { row.Text[..at], row.Text[(at + 1)..] })
                {
                    var article = new Article { Title = row.Headline, Text = text };
                    var films = FactReader.Read(article, PageData.None, ReadingLimits.Default);
                    Assert.All(films.SelectMany(f => f.Statements), s => Assert.True(SentenceTests.IsQuoted(article, s.Quote), $"'{s.Quote.Text}' of '{text}'"));
                    cut++;
                }
            }
        }

        Assert.True(cut > 10_000, $"only {cut} cuts");
    }
}
