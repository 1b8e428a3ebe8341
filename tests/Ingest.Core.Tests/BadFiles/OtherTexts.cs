namespace Ingest.Core.Tests.BadFiles;

/// <summary>Text that is no web page.</summary>
internal static class OtherTexts
{
    private const string Prose = "The Glass Orchard opens on a frozen lake, and nobody who walks out on it comes back quite the same.";

    public static readonly IReadOnlyList<BadFile> All =
    [
        NotHtml("plain text", Prose),
        NotHtml("plain text with signs of less and more", "It cost < 3 million & took > 80 million. <3 it."),
        NotHtml("Markdown", $"# The Glass Orchard\n\n{Prose}\n\n* *Director:* Hanna Lindqvist\n* [more](http://example.com)\n"),
        NotHtml("JSON object", $$"""{"title": "The Glass Orchard", "html": "<p>{{Prose}}</p>"}"""),
        NotHtml("JSON list", $$"""[{"html": "<article><p>{{Prose}}</p></article>"}]"""),
        NotHtml("JSON lines", "{\"a\":\"<p>one</p>\"}\n{\"a\":\"<p>two</p>\"}\n"),
        NotHtml("RSS feed", $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Reviews</title><item><description>&lt;p>{Prose}</description></item></channel></rss>"),
        NotHtml("Atom feed", $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- made by hand -->\n<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Reviews</title><entry><content>{Prose}</content></entry></feed>"),
        NotHtml("RDF feed", "<?xml version=\"1.0\"?><rdf:RDF xmlns:rdf=\"x\"><item><title>A</title></item></rdf:RDF>"),
        NotHtml("site map", "<?xml version=\"1.0\"?><urlset xmlns=\"x\"><url><loc>http://example.com/</loc></url></urlset>"),
        NotHtml("drawing", $"<svg xmlns=\"http://www.w3.org/2000/svg\"><title>Orchard</title><text>{Prose}</text></svg>"),
        NotHtml("drawing with a prolog", "<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"svg11.dtd\"><svg><a><text>x</text></a></svg>"),
        NotHtml("outline of feeds", "<?xml version=\"1.0\"?><opml version=\"2.0\"><head><title>Feeds</title></head><body><outline text=\"a\"/></body></opml>"),
        NotHtml("property list", "<?xml version=\"1.0\"?><plist version=\"1.0\"><dict><key>URL</key><string>http://example.com/</string></dict></plist>"),
        NotHtml("map", "<?xml version=\"1.0\"?><kml xmlns=\"x\"><Placemark><name>Lake</name></Placemark></kml>"),
        NotHtml("catalogue in XML", $"<?xml version=\"1.0\"?>\n<catalogue><film id=\"1\"><title>The Glass Orchard</title><p>{Prose}</p></film></catalogue>"),
        NotHtml("e-book in XML", $"<?xml version=\"1.0\"?><FictionBook><body><section><p>{Prose}</p></section></body></FictionBook>"),
        NotHtml("text document in XML", $"<?xml version=\"1.0\"?><w:wordDocument xmlns:w=\"x\"><w:body><w:p>{Prose}</w:p></w:body></w:wordDocument>"),
        NotHtml("message of a service", "<?xml version=\"1.0\"?><soap:Envelope xmlns:soap=\"x\"><soap:Body><a>1</a></soap:Body></soap:Envelope>"),
        NotHtml("comma-separated table", "title,year,director\nThe Glass Orchard,2014,Hanna Lindqvist\n"),
        NotHtml("tab-separated table", "title\tyear\nThe Glass Orchard\t2014\n"),
        NotHtml("YAML", "title: The Glass Orchard\nyear: 2014\ncast:\n  - Mara Venn\n"),
        NotHtml("settings", "[review]\ntitle = The Glass Orchard\n"),
        NotHtml("LaTeX", "\\documentclass{article}\\begin{document}\\title{The Glass Orchard}\\maketitle " + Prose + "\\end{document}"),
        NotHtml("source in C#", "using System;\nvar titles = new List<string>();\nDictionary<string, Film> films = [];\nif (1 < 2) { }\n"),
        NotHtml("source in C", "#include <stdio.h>\n#include <string.h>\nint main(void) { return 1 < 2; }\n"),
        NotHtml("source in Python", "def review(film):\n    return film.year < 2014\n"),
        NotHtml("style sheet", "body > p { color: red } /* none */ a:hover { color: blue }"),
        NotHtml("SQL", "SELECT title FROM films WHERE year < 2014 AND gross > 3;\n"),
        NotHtml("changes of a file", "--- a/review.txt\n+++ b/review.txt\n@@ -1 +1 @@\n-The Orchard\n+The Glass Orchard\n"),
        NotHtml("log", "2014-03-04T10:00:00Z INFO read review.html in 12 ms\n2014-03-04T10:00:01Z WARN none left\n"),
        NotHtml("calendar", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:The Glass Orchard\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"),
        NotHtml("visiting card", "BEGIN:VCARD\r\nFN:Mara Venn\r\nEND:VCARD\r\n"),
        NotHtml("subtitles", "WEBVTT\n\n00:01.000 --> 00:04.000\nNobody walks on the ice.\n"),
        NotHtml("certificate", $"-----BEGIN CERTIFICATE-----\n{Convert.ToBase64String(Made.Noise(600))}\n-----END CERTIFICATE-----\n"),
        NotHtml("a page in base64", Convert.ToBase64String(Made.Page.Utf8())),
        NotHtml("internet shortcut", "[InternetShortcut]\r\nURL=http://example.com/review\r\n"),
        NotHtml("one address", "http://example.com/reviews/the-glass-orchard.html"),
        NotHtml("mail of plain text", $"From: a@example.com\r\nTo: b@example.com\r\nSubject: review\r\nMIME-Version: 1.0\r\n\r\n{Prose}\r\n"),
        NotHtml("mail with a page in it", $"Return-Path: <a@example.com>\r\nReceived: by example.com\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n{Made.Page}\r\n--x--\r\n"),
        NotHtml("web archive", $"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n{Made.Page}\r\n--x--\r\n"),
        NotHtml("web archive of a browser", $"From: <Saved by Blink>\r\nSnapshot-Content-Location: http://example.com/\r\nSubject: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n\r\n{Made.Page}"),
        NotHtml("marks that mean nothing", "<<<>>> <123> </> <!> < >"),
        NotHtml("one word", "Orchard"),
    ];

    private static BadFile NotHtml(string name, string text) => new(name, RejectionReason.NotHtml, () => text.Utf8());
}
