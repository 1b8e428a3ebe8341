using System.Text;
using Ingest.Core.Articles;
using Ingest.Core.Pages;

namespace Ingest.Core.Tests.Articles;

public class ArticleSpanTests
{
    private const string Page = """
        <html lang="en"><body><main><article><h1>The Salt Orchard</h1>
        <p>The <em>Salt   Orchard</em> opens on a field that the sea has taken back, and for eleven minutes nobody speaks a word.</p>
        <h2>A field</h2>
        <p>It was written by <a href="/mv"><strong>Marta Velling</strong></a>, whose two earlier films do not prepare you for how still she can be.</p>
        <blockquote><p>We had no money for rain, so we waited, and on the tenth day it rained and we had a film.</p></blockquote>
        <ul><li>The first tree is sold in the rain, to a man whom nobody in the house can stand.</li>
        <li>The second one falls by itself, in the night before the buyers come to see it.</li></ul>
        <p>By the end the orchard has become a kind of witness, and one of the most patient of the year.</p>
        </article></main></body></html>
        """;

    [Theory]
    [InlineData(SpanKind.Emphasis, "Salt Orchard")]
    [InlineData(SpanKind.Heading, "A field")]
    [InlineData(SpanKind.Link, "Marta Velling")]
    [InlineData(SpanKind.Strong, "Marta Velling")]
    [InlineData(SpanKind.Quotation, "We had no money for rain, so we waited, and on the tenth day it rained and we had a film.")]
    [InlineData(SpanKind.ListItem, "The second one falls by itself, in the night before the buyers come to see it.")]
    public void A_span_covers_the_text_that_its_markup_sets_off(SpanKind kind, string text)
    {
        var article = Read(Page);

        Assert.Contains(text, article.Spans.Where(span => span.Kind == kind).Select(span => article.Text[span.Start..span.End]));
    }

    [Fact]
    public void Spans_stand_in_order_and_never_cross_a_paragraph()
    {
        var article = Read(Page);

        Assert.Equal(article.Spans.OrderBy(span => span.Start), article.Spans.AsEnumerable());
        Assert.All(article.Spans, span => Assert.DoesNotContain("\n\n", article.Text[span.Start..span.End], StringComparison.Ordinal));
    }

    [Fact]
    public void A_caption_that_belongs_to_the_text_is_marked_as_one_when_it_is_kept()
    {
        var article = Read(Page.Replace("<h2>A field</h2>", "<figure><img src='a.jpg'><figcaption>The field in the third week, after the rain came and the water had begun to stand.</figcaption></figure><h2>A field</h2>", StringComparison.Ordinal));
        var start = article.Text.IndexOf("The field in the third week", StringComparison.Ordinal);

        Assert.Equal(start >= 0, article.Spans.Any(span => span.Kind == SpanKind.Caption && span.Start == start));
    }

    private static Article Read(string page) =>
        ArticleReader.Read(PageReader.Read(Encoding.UTF8.GetBytes(page), ReadingLimits.Default).Page!, ReadingLimits.Default)!;
}
