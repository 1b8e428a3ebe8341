using System.Text;
using Ingest.Core.Pages;

namespace Ingest.Core.Tests.Pages;

public class PageDataTests
{
    [Theory]
    [InlineData("{\"name\":\"a\"}", "a")]
    [InlineData("[{\"name\":\"a\"},{\"name\":\"b\"}]", "a b")]
    [InlineData("{\"@context\":\"x\",\"@graph\":[{\"name\":\"a\"},{\"name\":\"b\"}]}", "a b")]
    [InlineData("{\"name\":\"a\",}", "a")]
    [InlineData("<!-- {\"name\":\"a\"} -->", "a")]
    [InlineData("//<![CDATA[\n{\"name\":\"a\"}\n//]]>", "a")]
    [InlineData("/* note */ {\"name\":\"a\"} // end", "a")]
    [InlineData("{\"name\":\"a\"} {\"name\":\"b\"}", "a b")]
    [InlineData("{\"name\":\"a\"};", "a")]
    [InlineData("{\"text\":\"one\ntwo\tthree\",\"name\":\"a\"}", "a")]
    [InlineData("{\"text\":\"she said \"no\" twice\",\"name\":\"a\"}", "a")]
    [InlineData("{&quot;name&quot;:&quot;a&quot;}", "a")]
    [InlineData("{\"name\":\"a\",\"list\":[1,2", "a")]
    [InlineData("{\"name\":\"a\\ud83d\"}", "a\uFFFD")]
    [InlineData("{\"name\":\"\\udc00a\\ud83d\\ude00\\\\ud83d\"}", "\uFFFDa\U0001F600\\ud83d")]
    [InlineData("not json", "")]
    [InlineData("", "")]
    public void Json_ld_is_read_as_pages_hold_it(string block, string names)
    {
        var data = Read($"<html><head><script type=\"application/ld+json\">{block}</script></head><body><p>x</p></body></html>");

        Assert.Equal(names, string.Join(' ', data.JsonLd.Select(value => value.GetProperty("name").GetString())));
    }

    [Theory]
    [InlineData("<dl><dt>Director</dt><dd>Marta Velling</dd></dl>", "Director", "Marta Velling")]
    [InlineData("<dl><dt>Cast:</dt><dd>Ane Holm</dd><dd>Bo Tarn</dd></dl>", "Cast", "Ane Holm\nBo Tarn")]
    [InlineData("<table><tr><th>Running time</th><td>127 min</td></tr></table>", "Running time", "127 min")]
    [InlineData("<table><tr><td>Cast</td><td><ul><li>Ane Holm</li><li>Bo Tarn</li></ul></td></tr></table>", "Cast", "Ane Holm\nBo Tarn")]
    [InlineData("<ul><li><b>Director:</b> Marta Velling</li></ul>", "Director", "Marta Velling")]
    [InlineData("<ul><li><strong>Budget</strong> $3.1 million</li></ul>", "Budget", "$3.1 million")]
    [InlineData("<p>Running time: 127 min</p>", "Running time", "127 min")]
    [InlineData("<p>감독： 한서리</p>", "감독", "한서리")]
    [InlineData("<p><b>Director:</b> Marta Velling<br><b>Cast:</b> Ane Holm, Bo Tarn</p>", "Cast", "Ane Holm, Bo Tarn")]
    public void A_labelled_line_is_a_credit_line(string markup, string label, string value) =>
        Assert.Contains(new CreditLine(label, value), Read($"<html><body>{markup}</body></html>").CreditLines);

    [Theory]
    [InlineData("""<aside><ul><li><a href="/n/1">Box office: The Clay Pigeon takes $11 million</a></li></ul></aside>""")]
    [InlineData("""<ul class="related-posts"><li>Director: Hanna Lindqvist</li></ul>""")]
    [InlineData("""<section id="comments"><div><b>kit</b><p>Budget: $9 million, can you believe it?</p><dl><dt>Cast</dt><dd>my uncle</dd></dl></div></section>""")]
    [InlineData("""<nav><ul><li>Genre: all</li></ul></nav>""")]
    public void What_leads_to_other_pages_and_what_readers_write_holds_no_credit_lines(string markup) =>
        Assert.Empty(Read($"<html><body><article><h1>The Quiet Mill</h1><p>One.</p><p>Two.</p><p>Three.</p></article>{markup}</body></html>").CreditLines);

    [Theory]
    [InlineData("""<p><b>Director:</b> <a href="/p/1">Hanna Lindqvist</a></p>""")]
    [InlineData("""<dl><dt><a href="/d">Director</a></dt><dd><a href="/p/1">Hanna Lindqvist</a></dd></dl>""")]
    [InlineData("""<table><tr><th><a href="/d">Director</a></th><td><a href="/p/1">Hanna Lindqvist</a></td></tr></table>""")]
    public void A_credit_line_may_hold_links(string markup) =>
        Assert.Contains(new CreditLine("Director", "Hanna Lindqvist"), Read($"<html><body><article><h1>The Quiet Mill</h1><p>One.</p><p>Two.</p>{markup}</article></body></html>").CreditLines);

    [Theory]
    [InlineData("<p>The film that everybody in the small town by the sea talks about: a comedy.</p>")]
    [InlineData("<p>Nobody speaks.</p>")]
    [InlineData("<table><tr><td>a</td><td>b</td><td>c</td></tr></table>")]
    [InlineData("<p><b>A whole paragraph in bold, which is no label of anything.</b> It goes on.</p>")]
    public void Prose_is_no_credit_line(string markup) => Assert.Empty(Read($"<html><body>{markup}</body></html>").CreditLines);

    [Fact]
    public void Microdata_items_nest()
    {
        var data = Read("""
            <html><body><div itemscope itemtype="https://schema.org/Movie"><span itemprop="name">The  Salt Orchard</span>
            <div itemprop="director" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Marta Velling</b></div>
            <meta itemprop="duration" content="PT127M"><time itemprop="datePublished" datetime="2023-10-04">last week</time></div></body></html>
            """);

        var movie = Assert.Single(data.Microdata);
        Assert.Equal("Movie", movie.Type);
        Assert.Equal(
            [("name", "The Salt Orchard"), ("director", "Marta Velling"), ("duration", "PT127M"), ("datePublished", "2023-10-04")],
            movie.Properties.Select(property => (property.Name, property.Text)));
        Assert.Equal("Person", movie.Properties[1].Item?.Type);
    }

    [Fact]
    public void The_first_meta_of_a_name_counts()
    {
        var data = Read("<html><head><meta property=\"OG:Title\" content=\"A &amp; B\"><meta property=\"og:title\" content=\"C\"></head><body><p>x</p></body></html>");

        Assert.Equal("A & B", data.Meta["og:title"]);
    }

    private static PageData Read(string page) => PageReader.Read(Encoding.UTF8.GetBytes(page), ReadingLimits.Default).Page!.Data;
}
