using System.Globalization;
using System.Text;
using HtmlAgilityPack;
using Ingest.Core.Articles;
using Ingest.Core.Pages;

namespace Ingest.Core.Tests.Pages;

[Collection(nameof(Alone))]
public class MarkupGuardTests
{
    private const string Prose = "The Salt Orchard opens on a field that the sea has taken back, and for eleven minutes nobody speaks a word.";

    /// <summary>Pages that grow with a number, each hostile in its own way.</summary>
    public static TheoryData<string, int> Hostile => new()
    {
        { "nested divs", 100_000 },
        { "nested bold", 100_000 },
        { "nested lists", 50_000 },
        { "nested tables", 20_000 },
        { "siblings", 200_000 },
        { "unclosed paragraphs", 100_000 },
        { "unclosed items", 100_000 },
        { "unclosed links", 100_000 },
        { "end tags of nothing", 200_000 },
        { "deep and end tags of nothing", 100_000 },
        { "one long attribute", 1_000_000 },
        { "many attributes", 100_000 },
        { "unclosed comments", 100_000 },
        { "unclosed styles", 100_000 },
        { "unclosed drawings", 100_000 },
        { "drawings and half a tag", 100_000 },
        { "tags in character data", 100_000 },
        { "authors", 30_000 },
        { "a state of many small values", 100_000 },
        { "bare angle brackets", 300_000 },
        { "one long word", 1_000_000 },
        { "ampersands", 300_000 },
        { "custom elements", 100_000 },
        { "nested microdata", 50_000 },
        { "quotes that never end", 100_000 },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_hostile_page_keeps_its_text_and_takes_time_in_proportion(string kind, int size)
    {
        var whole = Encoding.UTF8.GetBytes(Page(kind, size));
        var quarter = Encoding.UTF8.GetBytes(Page(kind, size / 4));
        Time(quarter);

        // Four times the page; sixteen times the time would be quadratic. Below half a second nothing can be told. Other
        // work on the machine only ever adds time, so the shortest of some runs counts, and a pair that agrees ends it.
        var small = TimeSpan.MaxValue;
        var large = TimeSpan.MaxValue;
        for (var run = 0; run < 5 && !InProportion(small, large); run++)
        {
            small = Min(small, Time(quarter));
            large = Min(large, Time(whole));
        }

        Assert.True(InProportion(small, large), $"{kind}: {small} for a quarter, {large} for the whole");
        Assert.Contains(Prose, Read(whole)?.Text ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void No_tree_is_deeper_than_the_bound(string kind, int size)
    {
        var document = new HtmlDocument();
        document.LoadHtml(MarkupGuard.Guard(Page(kind, size / 10)).Markup);

        Assert.InRange(DepthOf(document.DocumentNode), 0, MarkupGuard.MaxDepth + 2);
    }

    [Theory]
    [InlineData("<div><p>a</p><p>b <b>c</b></p></div>")]
    [InlineData("<ul><li>a</li><li>b</li></ul>")]
    [InlineData("<p class=\"x\" id='y'>a<br><img></p>")]
    public void Well_formed_markup_is_returned_as_it_came(string markup) =>
        Assert.Same(markup, MarkupGuard.Guard(markup).Markup);

    [Theory]
    [InlineData("<p>a<p>b", "<p>a</p><p>b")]
    [InlineData("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>")]
    [InlineData("<dl><dt>a<dd>b<dt>c<dd>d</dl>", "<dl><dt>a</dt><dd>b</dd><dt>c</dt><dd>d</dd></dl>")]
    [InlineData("<table><tr><td>a<td>b<tr><td>c</table>", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>")]
    [InlineData("<p>a<div>b</div>", "<p>a</p><div>b</div>")]
    [InlineData("<b>a<i>b</b>c</i>", "<b>a<i>b</i></b>c")]
    [InlineData("<div><b>a<p>b</b></p>c</div>", "<div><b>a<p>b</p></b>c</div>")]
    [InlineData("<a href>a<a href>b</a>", "<a href>a</a><a href>b</a>")]
    [InlineData("a</div></span>b", "ab")]
    [InlineData("<div/>a", "<div>a")]
    [InlineData("a</br>b", "a<br>b")]
    [InlineData("a < b <3", "a &lt; b &lt;3")]
    [InlineData("a<!-- b -->c<style>d</style>e<svg><text>f</text></svg>g", "aceg")]
    [InlineData("a<![CDATA[b]]>c", "abc")]
    [InlineData("a<![CDATA[<div>b</div>]]>c", "a&lt;div>b&lt;/div>c")]
    [InlineData("<!--->a<!-- b -->c", "ac")]
    [InlineData("<!-- a <p>b", " a <p>b")]
    [InlineData("<td><div>a</td></div>", "<td><div>a</div></td>")]
    [InlineData("<body>a</body>b</html>", "<body>ab")]
    public void Broken_markup_is_mended_as_browsers_do(string markup, string mended) =>
        Assert.Equal(mended, MarkupGuard.Guard(markup).Markup);

    [Theory]
    [InlineData("<p class=x title=y onclick=z>a</p>", "<p class=x>a</p>")]
    [InlineData("<p data-a='1' data-b='2' id=x data-c>a</p>", "<p id=x>a</p>")]
    [InlineData("<img src=\"a.png\" alt=\"b\" class=c>", "<img>")]
    [InlineData("<a href=\"/x?y=1\" target=_blank rel=author>a</a>", "<a href rel=author>a</a>")]
    [InlineData("<a href=\"/x\" itemprop=url>a</a>", "<a href=\"/x\" itemprop=url>a</a>")]
    [InlineData("<img src=\"a.png\" itemprop=image width=3>", "<img src=\"a.png\" itemprop=image>")]
    [InlineData("<meta name=author content=\"Jane Roe\" data-x=y>", "<meta name=author content=\"Jane Roe\">")]
    [InlineData("<link rel=canonical href=\"/x\" type=y>", "<link rel=canonical href=\"/x\">")]
    [InlineData("<div style=\"color:red\">a</div><div style=\"display: none\">b</div>", "<div>a</div><div style=\"display: none\">b</div>")]
    [InlineData("<P CLASS=x TITLE=y>a</P>", "<P CLASS=x>a</P>")]
    [InlineData("<html lang=en><p lang=en>a</p>", "<html lang=en><p>a</p>")]
    [InlineData("<p aria-hidden=false>a</p><p aria-hidden=true>b</p>", "<p>a</p><p aria-hidden=true>b</p>")]
    [InlineData("<META itemProp=author CONTENT=x Lang=en>", "<META itemProp=author CONTENT=x>")]
    public void Attributes_that_nothing_reads_are_left_out(string markup, string trimmed) =>
        Assert.Equal(trimmed, MarkupGuard.Guard(markup).Markup);

    [Theory]
    [InlineData("<p>a <span class=x>b</span> c</p>", "<p>a b c</p>")]
    [InlineData("<p><font size=2>a <span id=b>c</p><p>d", "<p>a c</p><p>d")]
    [InlineData("<div><span><p>a</span></p>b</div>", "<div><p>a</p>b</div>")]
    [InlineData("<p><span class=x hidden>a</span><span class=byline>b</span><em class=x>c</em></p>", "<p><span class=x hidden>a</span><span class=byline>b</span><em>c</em></p>")]
    [InlineData("<p><SPAN itemprop=name class=x>a</SPAN></p>", "<p><SPAN itemprop=name class=x>a</SPAN></p>")]
    [InlineData("a<wbr>b<input name=c><link rel=stylesheet href=d><LINK REL=canonical href=e>", "ab<LINK REL=canonical href=e>")]
    [InlineData("<p><span class=x>a</span><span class=y>b</span> <span>c</span></p>", "<p>a<span>b</span> c</p>")]
    public void Elements_that_say_nothing_are_left_out_around_their_text(string markup, string trimmed) =>
        Assert.Equal(trimmed, MarkupGuard.Guard(markup).Markup);

    [Theory]
    [InlineData("<div><b>a</b>\n</div>\n<b>b</b> c", "<div><b>a</b></div><b>b</b> c")]
    [InlineData("<div>\n  <p>a</p>\n  <p>b</p>\n</div>", "<div><p>a</p><p>b</p></div>")]
    [InlineData("<p>a <b>b</b> <i>c</i></p>", "<p>a <b>b</b> <i>c</i></p>")]
    [InlineData("<p> <b>a</b> b</p>", "<p><b>a</b> b</p>")]
    [InlineData("<div> <!-- x --> <script>y</script> <p>a</p></div>", "<div><p>a</p></div>")]
    [InlineData("<div>a <!-- x --> <b>b</b></div>", "<div>a  <b>b</b></div>")]
    [InlineData("<pre>\n <b>a</b>\n  <div> </div> <i>b</i></pre>\n<p>c</p>", "<pre>\n <b>a</b>\n  <div> </div> <i>b</i></pre><p>c</p>")]
    [InlineData("<div>< <b>a</b></div>", "<div>&lt; <b>a</b></div>")]
    [InlineData("<td>a</td>\n<td>b</td>", "<td>a</td><td>b</td>")]
    public void White_space_that_shows_nowhere_is_left_out(string markup, string trimmed) =>
        Assert.Equal(trimmed, MarkupGuard.Guard(markup).Markup);

    [Fact]
    public void Scripts_are_taken_out_and_kept_aside()
    {
        var guarded = MarkupGuard.Guard("a<script type=\"application/ld+json\" id=x>{\"a\":\"</p>\"}</script>b<SCRIPT>1 < 2</SCRIPT>c");

        Assert.Equal("abc", guarded.Markup);
        Assert.Equal([("application/ld+json", "x", "{\"a\":\"</p>\"}"), ("", "", "1 < 2")], guarded.Scripts.Select(script => (script.Type, script.Id, script.Text.ToString())));
    }

    private static string Page(string kind, int size)
    {
        var article = $"<main><article><h1>The Salt Orchard</h1><p>{Prose}</p><p>{Prose.Replace("The", "That", StringComparison.Ordinal)}</p></article></main>";
        string Repeat(string text) => new StringBuilder(text.Length * size).Insert(0, text, size).ToString();
        return "<html><body>" + kind switch
        {
            "nested divs" => Repeat("<div>") + article + Repeat("</div>"),
            "nested bold" => article + "<p>" + Repeat("<b>") + "x",
            "nested lists" => article + Repeat("<ul><li>x"),
            "nested tables" => article + Repeat("<table><tr><td>x"),
            "siblings" => article + Repeat("<i>x</i>"),
            "unclosed paragraphs" => article + Repeat("<p>x"),
            "unclosed items" => article + "<ul>" + Repeat("<li>x"),
            "unclosed links" => article + Repeat("<a href=x>x"),
            "end tags of nothing" => article + Repeat("</div></b>"),
            "deep and end tags of nothing" => article + Repeat("<div>") + Repeat("</p>"),
            "one long attribute" => $"<div title=\"{Repeat("x")}\">{article}</div>",
            "many attributes" => $"<div {Repeat("a=1 ")}>{article}</div>",
            "unclosed comments" => article + Repeat("<!-- x"),
            "unclosed styles" => article + Repeat("<style>x"),
            "unclosed drawings" => article + Repeat("<svg>x"),
            "drawings and half a tag" => article + Repeat("<svg>") + "<svg ",
            "tags in character data" => article + "<p>x<![CDATA[" + Repeat("<div>") + "]]>",
            "authors" => article + "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"author\":[" + string.Join(',', Enumerable.Range(0, size).Select(i => $"\"{Letters(i)}\"")) + "]}</script>",
            "a state of many small values" => article[..0] + $"<p>{Prose}</p><script>window.s = {{\"body\":[{string.Join(',', Enumerable.Repeat($"\"{Prose}\"", 2000))}],{string.Join(',', Enumerable.Range(0, size).Select(i => $"\"a{i}\":1"))}}}</script>",
            "bare angle brackets" => article + Repeat("< "),
            "one long word" => article + "<p>" + Repeat("x"),
            "ampersands" => article + "<p>" + Repeat("&am "),
            "custom elements" => article + Repeat("<x-y>z"),
            "nested microdata" => article + Repeat("<span itemprop=a itemscope>x"),
            "quotes that never end" => article + Repeat("<a title=\"x>y"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    private static string Letters(int number) => string.Concat(number.ToString("x", CultureInfo.InvariantCulture).Select(digit => (char)('a' + Convert.ToInt32(digit.ToString(), 16))));

    private static Article? Read(byte[] bytes) => ArticleReader.Read(PageReader.Read(bytes, ReadingLimits.Default).Page!, ReadingLimits.Default);

    // The processor's time: other work on the machine does not count.
    private static TimeSpan Time(byte[] bytes)
    {
        var began = Environment.CpuUsage.TotalTime;
        Read(bytes);
        return Environment.CpuUsage.TotalTime - began;
    }

    private static bool InProportion(TimeSpan small, TimeSpan large) =>
        large != TimeSpan.MaxValue && (large < TimeSpan.FromSeconds(0.5) || large < 12 * small);

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static int DepthOf(HtmlNode root)
    {
        var deepest = 0;
        var open = new Stack<(HtmlNode Node, int Depth)>([(root, 0)]);
        while (open.TryPop(out var top))
        {
            deepest = Math.Max(deepest, top.Depth);
            for (var child = top.Node.FirstChild; child is not null; child = child.NextSibling)
            {
                open.Push((child, top.Depth + 1));
            }
        }

        return deepest;
    }
}
