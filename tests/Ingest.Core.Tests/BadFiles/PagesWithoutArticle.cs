namespace Ingest.Core.Tests.BadFiles;

/// <summary>Web pages without an article.</summary>
internal static class PagesWithoutArticle
{
    public static readonly IReadOnlyList<BadFile> All =
    [
        None("page without a body", "<!DOCTYPE html><html><head><title>The Glass Orchard</title></head></html>"),
        None("page with an empty body", Made.Body("")),
        None("page of white space", Made.Body("<div> </div><p>&nbsp;</p><br>&#8203;<span>\n</span>")),
        None("doctype alone", "<!DOCTYPE html>"),
        None("tags alone", "<html><body><div><div></div></div></body></html>"),
        None("comments alone", Made.Body("<!-- The Glass Orchard opens on a frozen lake, and it takes ten minutes to let anybody walk out. -->")),
        None("scripts alone", Made.Body("<script>console.log('The Glass Orchard opens on a frozen lake.')</script>")),
        None("styles alone", Made.Body("<style>p { content: 'The Glass Orchard opens on a frozen lake.' }</style>")),
        None("template alone", Made.Body($"<template>{Made.Article}</template>")),
        None("hidden words alone", Made.Body("<div hidden><a href=/>Home</a></div><div style=\"display:none\"><button>Close</button></div>")),
        None("navigation alone", Made.Body("<nav><ul><li><a href=/>Home</a></li><li><a href=/f>Films</a></li><li><a href=/b>Books</a></li></ul></nav>")),
        None("links alone", Made.Body(string.Concat(Enumerable.Range(1, 40).Select(n => $"<li><a href=/{n}>Review number {n}</a></li>")))),
        None("footer alone", Made.Body("<footer><a href=/imprint>Imprint</a> <a href=/privacy>Privacy</a></footer>")),
        None("frames", "<html><head><title>Frames</title></head><frameset cols=\"20%,80%\"><frame src=\"nav.html\"><frame src=\"main.html\"></frameset></html>"),
        None("redirect", "<html><head><meta http-equiv=\"refresh\" content=\"0; url=http://example.com/\"></head><body></body></html>"),
        None("redirect with a link", "<html><head><meta http-equiv=refresh content='0;url=/x'><title>Moved</title></head><body><a href=/x>here</a></body></html>"),
        None("gallery", Made.Body(string.Concat(Enumerable.Range(1, 30).Select(n => $"<a href=/p{n}><img src=/p{n}.jpg alt=\"Still {n} of The Glass Orchard\"></a>")))),
        None("form for signing in", Made.Body("<form action=/login><label>Name <input name=u></label><label>Password <input type=password name=p></label><button>Sign in</button></form>")),
        None("form for searching", Made.Body("<form><input type=search placeholder=\"Search reviews\"><button>Search</button></form>")),
        None("shell of an application", "<!DOCTYPE html><html><head><title>App</title></head><body><div id=root></div><script src=/main.js></script></body></html>"),
        None("state without text", Made.Body("<div id=app></div><script>window.__STATE__={\"user\":null,\"films\":[1,2,3],\"open\":false}</script>")),
        None("video alone", Made.Body("<video src=/trailer.mp4 controls></video><iframe src=//example.com/embed/1></iframe>")),
        None("drawing in a page", Made.Body("<svg><text>The Glass Orchard opens on a frozen lake, and it takes ten minutes to let anybody walk out.</text></svg>")),
        None("choices alone", Made.Body("<select><option>The Glass Orchard</option><option>Paper Lighthouse</option></select>")),
        None("text field alone", Made.Body("<textarea>The Glass Orchard opens on a frozen lake, and it takes ten minutes to let anybody walk out.</textarea>")),
        None("folder", "<html><head><title>Index of /reviews</title></head><body><h1>Index of /reviews</h1><pre><a href=\"a.html\">a.html</a> 04-Mar-2014 10:00 12K\n<a href=\"b.html\">b.html</a> 05-Mar-2014 10:00 13K\n</pre></body></html>"),
        None("results of a search", Made.Body("<h1>Results</h1><ul>" + string.Concat(Enumerable.Range(1, 12).Select(n => $"<li><a href=/r{n}>Result {n}</a> <span>4 March</span></li>")) + "</ul><a href=/next>Next</a>")),
        None("JSON-LD alone", "<html><head><script type=\"application/ld+json\">{\"@type\":\"Movie\",\"name\":\"The Glass Orchard\"}</script></head><body></body></html>"),
        None("meta elements alone", "<html><head><meta property=\"og:title\" content=\"The Glass Orchard\"><meta name=description content=\"A review of The Glass Orchard.\"></head><body></body></html>"),
    ];

    private static BadFile None(string name, string page) => new(name, RejectionReason.NoArticle, () => page.Utf8());
}
