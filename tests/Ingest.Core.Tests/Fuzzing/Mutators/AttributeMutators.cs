namespace Ingest.Core.Tests.Fuzzing.Mutators;

/// <summary>Damage to attributes.</summary>
internal static class AttributeMutators
{
    private static readonly string[] Names =
    [
        "class", "id", "href", "style", "hidden", "aria-hidden", "role", "lang", "xml:lang", "itemprop", "itemscope", "itemtype", "itemref", "itemid",
        "rel", "property", "name", "content", "http-equiv", "datetime", "data-x", "src", "alt", "title", "dir", "charset", "type", "colspan", "onload", "\"", "'", "=", "<", "`", "ä",
    ];

    private static readonly string[] Values =
    [
        "", "article", "comment", "nav sidebar footer", "author byline", "display:none", "visibility: hidden", "true", "en", "ko-KR", "x-klingon-zz-zz-zz", "name", "director actor",
        "https://schema.org/Movie", "http://schema.org/Review", "datePublished", "articleBody", "og:title", "article:published_time", "canonical", "javascript:alert(1)",
        "2024-02-30", "0000-00-00", "99999-12-31T99:99:99Z", "2011-05-07T00:00+99:99", "//", "http://[::1", "http://" , "\u0000", "&quot;", "&#0;", "&#xD800;", "\u202E", "é", "\uFFFF",
        "-1", "99999999999999999999", "NaN", "utf-16", "a b c d e f g h i j k l m n o p", "\n\n", "<p>", "]]>", "--", "{\"a\":1}",
    ];

    private static readonly string[] MetaNames =
    [
        "author", "og:title", "og:site_name", "og:url", "og:type", "og:locale", "description", "article:published_time", "article:modified_time", "date", "dc.date", "pubdate", "datePublished",
        "content-language", "content-type", "twitter:title", "application-name", "citation_author", "title", "refresh", "robots",
    ];

    public static readonly IReadOnlyList<Mutator> All =
    [
        new("attribute", (page, random) => Into(page, random, Attribute(random))),
        new("many attributes", (page, random) => Into(page, random, string.Concat(Enumerable.Range(0, random.Count() % 20_000).Select(_ => Attribute(random))))),
        new("one attribute many times", (page, random) => Into(page, random, Attribute(random).Times(random.Count()))),
        new("giant attribute", (page, random) => Into(page, random, $" {random.Of(Names)}=\"{random.Of(Values)} ".Bytes() + random.Of(["x", "a ", "&amp;", "é", "<p>"]).Bytes().Times(random.Count()) + "\"")),
        new("quotation mark taken out", (page, random) => random.PlaceOf(page, '"') is var at && at < page.Length ? page.Remove(at, 1) : page),
        new("quotation mark put in", (page, random) => Into(page, random, random.Of(["\"", "'", " = ", "=\"", "='", "/", " / "]))),
        new("value exchanged", Exchange),
        new("every class one", (page, random) => page.Replace("class=\"", $"class=\"{random.Of(Values).Bytes()} ", StringComparison.Ordinal)),
        new("every attribute of one name", (page, random) => page.Replace(" class=", $" {random.Of(Names).Bytes()}=", StringComparison.Ordinal).Replace(" id=", $" {random.Of(Names).Bytes()}=", StringComparison.Ordinal)),
        new("meta element", (page, random) => page.Insert(random.PlaceOf(page, '<'), $"<meta {random.Of(["name", "property", "itemprop", "http-equiv"])}=\"{random.Of(MetaNames)}\" content=\"{random.Of(Values)}\">".Bytes().Times(random.Next(5) == 0 ? random.Count() : 1))),
        new("time element", (page, random) => page.Insert(random.PlaceOf(page, '<'), $"<time {(random.Next(2) == 0 ? "pubdate " : "")}datetime=\"{Dates.Any(random)}\">{Dates.Any(random)}</time>".Bytes())),
    ];

    private static string Attribute(Random random)
    {
        var (name, value) = (random.Of(Names), random.Of(Values));
        return (random.Next(5) switch
        {
            0 => $" {name}",
            1 => $" {name}={value}",
            2 => $" {name}='{value}'",
            3 => $"\t{name.ToUpperInvariant()} = \"{value}\"",
            _ => $" {name}=\"{value}\"",
        }).Bytes();
    }

    // Behind the name of a tag.
    private static string Into(string page, Random random, string inserted)
    {
        var at = Math.Min(page.Length, random.PlaceOf(page, '<') + 1);
        while (at < page.Length && char.IsAsciiLetterOrDigit(page[at]))
        {
            at++;
        }

        return page.Insert(at, inserted);
    }

    private static string Exchange(string page, Random random)
    {
        var start = random.PlaceOf(page, '"');
        var end = start + 1 < page.Length ? page.IndexOf('"', start + 1) : -1;
        return end < 0 ? page : string.Concat(page.AsSpan(0, start + 1), random.Of(Values).Bytes(), page.AsSpan(end));
    }
}
