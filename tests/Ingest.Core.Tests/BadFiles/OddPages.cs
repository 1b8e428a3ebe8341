namespace Ingest.Core.Tests.BadFiles;

/// <summary>Reviews in forms that a strict reader would refuse. They must be ingested.</summary>
internal static class OddPages
{
    private static readonly string Text = Made.Article["<article>".Length..^"</article>".Length];

    public static readonly IReadOnlyList<BadFile> All =
    [
        Page("page as it should be", Made.Page),
        Page("page with a short name.htm", Made.Page),
        Page("article alone", Made.Article),
        Page("paragraphs alone", Text),
        Page("one paragraph", "<p>The Glass Orchard opens on a frozen lake, and it takes the film a good ten minutes to let anybody walk out onto the ice.</p>"),
        Page("XHTML", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"xhtml1-strict.dtd\">\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>A</title></head><body>" + Made.Article + "</body></html>"),
        Page("XHTML with a prefix", "<?xml version=\"1.0\"?>\n<html:html xmlns:html=\"http://www.w3.org/1999/xhtml\"><body>" + Made.Article + "</body></html:html>"),
        Page("A fragment as a word processor writes it", "<?xml:namespace prefix = o ns = \"urn:schemas-microsoft-com:office:office\" /><o:p></o:p>" + Made.Article),
        Page("XHTML with comments before it", "<?xml version=\"1.0\"?><!-- a --><!-- <rss> --><html xmlns=\"http://www.w3.org/1999/xhtml\"><body>" + Made.Article + "</body></html>"),
        Page("upper case", Made.Page.Replace("<article>", "<ARTICLE>", StringComparison.Ordinal).Replace("<p>", "<P>", StringComparison.Ordinal).Replace("</p>", "</P>", StringComparison.Ordinal).Replace("<html", "<HTML", StringComparison.Ordinal)),
        Page("no end tags", Made.Page.Replace("</p>", "", StringComparison.Ordinal).Replace("</article>", "", StringComparison.Ordinal).Replace("</body></html>", "", StringComparison.Ordinal)),
        Page("old doctype", "<!DOCTYPE HTML PUBLIC \"-//IETF//DTD HTML 2.0//EN\">" + Made.Page["<!DOCTYPE html>".Length..]),
        Page("text before the doctype", "Notice: undefined variable\n" + Made.Page),
        Page("comment before the doctype", "<!-- saved from url=(0030)http://example.com/ -->\r\n" + Made.Page),
        Page("white space before the doctype", "\n\n\t   " + Made.Page),
        Page("answer with its headers", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 900\r\n\r\n" + Made.Page),
        Page("instructions of a server", "<?php session_start(); ?>\n<%@ page %>\n" + Made.Page),
        Page("line breaks of old", Made.Page.Replace("><", ">\r<", StringComparison.Ordinal)),
        Page("everything in one line", Made.Page.Replace("\n", "", StringComparison.Ordinal)),
        Page("a tag on each line", Made.Page.Replace(">", "\n>\n", StringComparison.Ordinal)),
        Page("layout in tables", Made.Body($"<table><tr><td><a href=/>Home</a></td><td>{Text}</td></tr></table>")),
        Page("text between line breaks", Made.Body("<div>" + Text.Replace("<p>", "", StringComparison.Ordinal).Replace("</p>", "<br><br>", StringComparison.Ordinal) + "</div>")),
        Page("text in fonts", Made.Body("<center><font size=2 face=Arial>" + Text + "</font></center>")),
        Page("text in bold", Made.Body("<b>" + Text + "</b>")),
        Page("text in elements of its own", Made.Body($"<my-page><my-article>{Text}</my-article></my-page>")),
        Page("text that opens when clicked", Made.Body($"<details><summary>Review</summary>{Text}</details>")),

        // Whoever saved it had the script show it.
        Page("text hidden until a script shows it", Made.Body($"<div hidden>{Made.Article}</div><script src=/show.js></script>")),
        Page("text that its style hides until a script shows it", Made.Body($"<div style=\"display:none\">{Made.Article}</div><script src=/show.js></script>")),
        Page("text set as it is", Made.Body("<pre>" + Text.Replace("<p>", "", StringComparison.Ordinal).Replace("</p>", "\n\n", StringComparison.Ordinal) + "</pre>")),
        Page("text of a word processor", Made.Body("<div class=WordSection1>" + Text.Replace("<p>", "<p class=MsoNormal><o:p></o:p><span lang=EN-GB style='mso-bidi-font-size:11.0pt'>", StringComparison.Ordinal) + "</div>")),
        Page("page for phones", "<!doctype html><html amp lang=en><head><style amp-boilerplate>body{}</style></head><body>" + Made.Article + "<amp-ad></amp-ad></body></html>"),
        Page("attributes without quotation marks", Made.Page.Replace("\"", "", StringComparison.Ordinal)),
        Page("attributes with too many quotation marks", Made.Page.Replace("<article>", "<article class=\"a\"\" id='b''>", StringComparison.Ordinal)),
        Page("tags misnested", Made.Page.Replace("<p>Hanna", "<p><b><i>Hanna</b></i>", StringComparison.Ordinal)),
        Page("two bodies", Made.Page + Made.Page),
        Page("text after the end", "<html><body></body></html>" + Made.Article),
        Page("text in the head", "<html><head>" + Made.Article + "</head><body></body></html>"),
        Page("text in character data", Made.Body("<p><![CDATA[The Glass Orchard opens on a frozen lake, and it takes the film a good ten minutes to let anybody out.]]></p>")),
        Page("text in a script's data", $"<html><head><title>A</title><script type=\"application/ld+json\">{{\"@type\":\"Review\",\"reviewBody\":\"{"The Glass Orchard opens on a frozen lake, and it takes the film a good ten minutes. ".Times(4)}\"}}</script></head><body><div id=root></div></body></html>"),
        Page("page that begins like an image", "BM is how it begins. " + Made.Page),
        Page("page that begins with a bracket", "[edit] " + Made.Page),
        Page("page with a feed in it", Made.Page.Replace("<nav>", "<!-- <rss version=2.0> --><nav>", StringComparison.Ordinal)),
        Page("page about JSON", Made.Page.Replace("<h1>", "<pre>{\"title\": \"a\"}</pre><h1>", StringComparison.Ordinal)),
        Page("Hebrew", Made.Body("<article><h1>פרדס הזכוכית</h1><p>הסרט נפתח באגם קפוא, ועוברות עשר דקות טובות עד שמישהו מעז לצעוד החוצה אל הקרח הדק.</p><p>הצילום האחרון מחזיר לאלמנה את כל מה שהראשון לקח ממנה, וזה הרגע החזק ביותר בסרט.</p></article>")),
        Page("Chinese without spaces", Made.Body("<article><h1>玻璃果园</h1><p>影片从一片冰封的湖面开始，过了整整十分钟才有人敢走到冰上去，而这十分钟里没有一句对白。</p><p>最后一个镜头把第一个镜头夺走的一切都还给了那位寡妇，这是全片最有力量的地方。</p></article>")),
        Page("many small faces", Made.Page.Replace(" and ", " 😀👨‍👩‍👧 and ", StringComparison.Ordinal)),
    ];

    private static BadFile Page(string name, string page) => new(name, null, () => page.Utf8());
}
