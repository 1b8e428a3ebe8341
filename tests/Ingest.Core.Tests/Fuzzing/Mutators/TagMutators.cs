namespace Ingest.Core.Tests.Fuzzing.Mutators;

/// <summary>Damage to the tags of a page.</summary>
internal static class TagMutators
{
    private static readonly string[] Names =
    [
        "a", "b", "i", "em", "span", "p", "div", "section", "article", "main", "nav", "aside", "header", "footer", "h1", "h2", "h6",
        "ul", "ol", "li", "dl", "dt", "dd", "table", "tbody", "tr", "td", "th", "caption", "colgroup", "select", "option", "form",
        "button", "label", "input", "textarea", "title", "head", "body", "html", "frameset", "frame", "noframes", "noscript", "script",
        "style", "template", "iframe", "svg", "math", "mi", "foreignObject", "desc", "plaintext", "xmp", "listing", "pre", "blockquote",
        "q", "cite", "time", "br", "hr", "img", "meta", "link", "base", "ruby", "rt", "details", "dialog", "slot", "x-y", "o:p", "image",
        "isindex", "marquee", "font", "center", "figure", "figcaption", "video", "source", "object", "param", "embed", "a:b:c", "ä",
    ];

    private static readonly string[] Pieces =
    [
        "<!--", "-->", "--!>", "<!-->", "<!--->", "<!doctype html>", "<!DOCTYPE html PUBLIC \"", "<![CDATA[", "]]>", "<?php", "?>", "<?xml version='1.0'?>",
        "</", "</>", "< ", "<", ">", "/>", "<!", "<%", "%>", "<!--[if IE]>", "<![endif]-->", "<script><!--", "<style><!--", "<p/>", "<br/ >", "</br>", "</p>",
        "<textarea>", "<title>", "<plaintext>", "<select><option>", "<template>", "<svg><title>", "<math><mi><p>", "<noscript><p>", "<base href='//x/'>",
        "<article><article>", "<body><body>", "</body></html>", "<html><html lang=x>", "<table><table>", "<a><a>", "<form><form>",
    ];

    public static readonly IReadOnlyList<Mutator> All =
    [
        new("tag inserted", (page, random) => page.Insert(random.PlaceOf(page, '<'), Tag(random))),
        new("tag nested many times", Nest),
        new("tag left open many times", (page, random) => page.Insert(random.PlaceOf(page, '<'), Tag(random).Times(random.Count()))),
        new("tag opened and closed many times", Repeat),
        new("end tags of nothing", (page, random) => page.Insert(random.PlaceOf(page, '<'), $"</{random.Of(Names)}>".Bytes().Times(random.Count()))),
        new("end tags left out", Unclose),
        new("tags exchanged", Rename),
        new("misnested tags", (page, random) => page.Insert(random.PlaceOf(page, '<'), Misnested(random))),
        new("piece of markup", (page, random) => page.Insert(random.Next(page.Length + 1), random.Of(Pieces).Times(random.Next(3) == 0 ? random.Count() : 1))),
        new("wrapped in an element", Wrap),
        new("angle brackets taken out", TakeOut),
        new("rows and cells in between", (page, random) => page.Insert(random.PlaceOf(page, '<'), "<tr><td>x<td colspan=9>y<tr>".Times(random.Count()))),
        new("two trees at once", (page, random) => page.Insert(random.PlaceOf(page, '<'), page)),
        new("upper case", (page, random) => page.ToUpperInvariant()),
    ];

    private static string Tag(Random random) => (random.Next(6) switch
    {
        0 => $"<{random.Of(Names)}/>",
        1 => $"<{random.Of(Names).ToUpperInvariant()} class=x>",
        2 => $"<{random.Of(Names)}\n\tid='y'\f hidden>",
        3 => $"</{random.Of(Names)} x=y>",
        4 => $"<{random.Of(Names)}",
        _ => $"<{random.Of(Names)}>",
    }).Bytes();

    private static string Nest(string page, Random random)
    {
        var (name, count) = (random.Of(Names).Bytes(), random.Count());
        var (start, end) = random.Part(page);
        return string.Concat(page.AsSpan(0, start), $"<{name}>".Times(count), page.AsSpan(start, end - start), $"</{name}>".Times(count)) + page[end..];
    }

    private static string Repeat(string page, Random random)
    {
        var name = random.Of(Names).Bytes();
        return page.Insert(random.PlaceOf(page, '<'), $"<{name}>{(random.Next(2) == 0 ? "" : "word ")}</{name}>".Times(random.Count()));
    }

    private static string Unclose(string page, Random random)
    {
        var end = $"</{random.Of(Names)}>".Bytes();
        return page.Replace(random.Next(4) == 0 ? "</" : end, "", StringComparison.OrdinalIgnoreCase);
    }

    private static string Rename(string page, Random random)
    {
        var at = random.PlaceOf(page, '<');
        var end = Math.Min(at + 1, page.Length);
        while (end < page.Length && char.IsAsciiLetterOrDigit(page[end]))
        {
            end++;
        }

        var (from, to) = (page[Math.Min(at + 1, page.Length)..end], random.Of(Names).Bytes());
        return from.Length == 0 ? page : page.Replace($"<{from}", $"<{to}", StringComparison.Ordinal).Replace($"</{from}", random.Next(2) == 0 ? $"</{to}" : $"</{from}", StringComparison.Ordinal);
    }

    private static string Misnested(Random random)
    {
        var names = Enumerable.Range(0, random.Next(2, 12)).Select(_ => random.Of(Names).Bytes()).ToArray();
        var opened = string.Concat(names.Select(name => $"<{name}>x"));
        random.Shuffle(names);
        return (opened + string.Concat(names.Select(name => $"</{name}>y"))).Times(random.Next(4) == 0 ? random.Count() : 1);
    }

    private static string Wrap(string page, Random random)
    {
        var (start, end) = (random.PlaceOf(page, '<'), random.PlaceOf(page, '<'));
        (start, end) = (Math.Min(start, end), Math.Max(start, end));
        var name = random.Of(Names).Bytes();
        return string.Concat(page.AsSpan(0, start), $"<{name}>", page.AsSpan(start, end - start), $"</{name}>") + page[end..];
    }

    private static string TakeOut(string page, Random random)
    {
        var sign = random.Of(["<", ">", "/", "\"", "'", "=", "-"]);
        var (start, end) = (random.Next(page.Length + 1), random.Next(page.Length + 1));
        (start, end) = (Math.Min(start, end), Math.Max(start, end));
        return string.Concat(page.AsSpan(0, start), page[start..end].Replace(sign, "", StringComparison.Ordinal), page.AsSpan(end));
    }
}
