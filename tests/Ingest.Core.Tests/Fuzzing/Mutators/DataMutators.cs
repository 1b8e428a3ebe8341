using System.Text;

namespace Ingest.Core.Tests.Fuzzing.Mutators;

/// <summary>Damage to what pages say of themselves for machines, by its structure.</summary>
internal static class DataMutators
{
    private static readonly string[] Types = ["Movie", "Review", "CriticReview", "Article", "NewsArticle", "BlogPosting", "Person", "Thing", "ItemList", "WebPage", "VideoObject", "", "movie", "https://schema.org/Movie", "schema:Movie"];

    private static readonly string[] Properties =
    [
        "@id", "@type", "@graph", "@context", "@list", "@value", "name", "alternateName", "director", "author", "creator", "actor", "character", "itemReviewed", "about", "mentions", "mainEntity", "mainEntityOfPage",
        "datePublished", "dateCreated", "duration", "countryOfOrigin", "genre", "headline", "articleBody", "reviewBody", "description", "sameAs", "url", "publisher", "inLanguage", "productionCompany", "identifier", "titleEIDR", "\\u0000", "",
    ];

    private static readonly string[] Scalars =
    [
        "null", "true", "0", "-0", "1e400", "-1e-400", "123456789012345678901234567890", "0.1", "\"\"", "\" \"", "\"\\ud83d\"", "\"\\ude00\\ud83d\"", "\"\\ud83d\\ude00\"", "\"\\u0000\\u0001\"", "\"\\u2028\"", "\"\\x41\"", "\"\\", "\"<p>&amp;amp;</p>\"",
        "\"PT2H10M\"", "\"P1Y\"", "\"PT99999999999999M\"", "\"PT-5M\"", "\"tt1234567\"", "\"https://www.imdb.com/title/tt0000001/\"", "\"https://www.wikidata.org/wiki/Q99999999999999999\"", "\"https://www.themoviedb.org/movie/0\"", "\"The Glass Orchard\"", "\"Mara Venn\"",
        "\"2014-02-30\"", "\"2014\"", "\"0\"", "\"Denmark, Sweden\"", "\"drama / comedy\"", "\"#1\"", "\"\\ud800\\u0041\"", "NaN", "undefined", "'single'", "\"a\nb\tc\"", "\"he said \"no\" then\"", "\"\u202Eabc\"", "\"é\uFFFF\"",
    ];

    public static readonly IReadOnlyList<Mutator> All =
    [
        new("JSON-LD", (page, random) => Insert(page, random, Block(random, Value(random, 5)))),
        new("deep JSON-LD", (page, random) => Insert(page, random, Block(random, Deep(random)))),
        new("wide JSON-LD", (page, random) => Insert(page, random, Block(random, Wide(random)))),
        new("JSON-LD in a circle", (page, random) => Insert(page, random, Block(random, Circle(random)))),
        new("half of a JSON-LD", (page, random) => Insert(page, random, Block(random, Value(random, 4) is var value ? value[..random.Next(value.Length + 1)] : ""))),
        new("JSON-LD of a film", (page, random) => Insert(page, random, Block(random, Film(random)))),
        new("many blocks", (page, random) => Insert(page, random, Block(random, Film(random)).Times(random.Count() % 500))),
        new("value in a script exchanged", Exchange),
        new("escape in a script", (page, random) => random.PlaceOf(page, '"') is var at && at < page.Length ? page.Insert(at + 1, random.Of(["\\", "\\u", "\\ud83d", "\\u0000", "\\x", "\\\\", "\\\"", "\u0001"])) : page),
        new("microdata", (page, random) => Insert(page, random, Microdata(random, 4))),
        new("deep microdata", (page, random) => Insert(page, random, $"<span itemprop=\"{random.Of(Properties)}\" itemscope itemtype=\"https://schema.org/{random.Of(Types)}\">".Times(random.Count()) + "x")),
        new("credit lines", (page, random) => Insert(page, random, CreditLines(random))),
    ];

    private static string Insert(string page, Random random, string text) => page.Insert(random.PlaceOf(page, '<'), text.Bytes());

    private static string Block(Random random, string json) => random.Next(8) switch
    {
        0 => $"<script type='application/ld+json'><!-- {json} --></script>",
        1 => $"<script type=\"application/ld+json\">//<![CDATA[\n{json}\n//]]></script>",
        2 => $"<script type=\"application/ld+json; charset=utf-8\">{json.Replace("\"", "&quot;", StringComparison.Ordinal)}</script>",
        3 => $"<script type=\"application/ld+json\">{json}",
        _ => $"<script type=\"application/ld+json\">{json}</script>",
    };

    private static string Value(Random random, int depth) => (depth <= 0 ? 0 : random.Next(4)) switch
    {
        0 or 1 => random.Of(Scalars),
        2 => $"[{string.Join(random.Next(9) == 0 ? " " : ",", Enumerable.Range(0, random.Next(6)).Select(_ => Value(random, depth - 1)))}{(random.Next(9) == 0 ? "," : "")}]",
        _ => $"{{{string.Join(",", Enumerable.Range(0, random.Next(8)).Select(_ => $"\"{random.Of(Properties)}\":{Value(random, depth - 1)}"))}}}",
    };

    private static string Deep(Random random)
    {
        var (opened, closed) = random.Of([("[", "]"), ("{\"@graph\":[", "]}"), ("{\"itemReviewed\":", "}"), ("{\"about\":{\"author\":[", "]}}"), ("{\"@type\":\"Movie\",\"name\":\"A\",\"director\":", "}")]);
        var count = random.Count();
        return opened.Times(count) + random.Of(Scalars) + (random.Next(3) == 0 ? "" : closed.Times(count));
    }

    private static string Wide(Random random)
    {
        var (property, count) = (random.Of(Properties), random.Count() % 5_000);
        var values = Enumerable.Range(0, count).Select(n => random.Next(3) == 0 ? $"{{\"@type\":\"Person\",\"name\":\"{SentenceGrammar.Name(random)}\"}}" : $"\"{SentenceGrammar.Title(random)} {n}\"");
        return $"{{\"@type\":\"{random.Of(Types)}\",\"name\":\"{SentenceGrammar.Title(random)}\",\"{property}\":[{string.Join(',', values)}]}}";
    }

    private static string Circle(Random random)
    {
        var count = random.Next(1, 20);
        var nodes = Enumerable.Range(0, count).Select(n =>
            $"{{\"@id\":\"#{n}\",\"@type\":\"{random.Of(Types)}\",\"{random.Of(Properties)}\":{{\"@id\":\"#{random.Next(count)}\"}},\"{random.Of(Properties)}\":[{{\"@id\":\"#{(n + 1) % count}\"}},{{\"@id\":\"#{n}\"}}]}}");
        return $"{{\"@graph\":[{string.Join(',', nodes)}]}}";
    }

    private static string Film(Random random)
    {
        var film = new StringBuilder($"{{\"@context\":\"https://schema.org\",\"@type\":{(random.Next(6) == 0 ? $"[\"{random.Of(Types)}\",\"Movie\"]" : "\"Movie\"")},\"name\":\"{SentenceGrammar.Title(random)}\"");
        for (var i = random.Next(8); i > 0; i--)
        {
            var value = random.Next(3) == 0 ? Value(random, 2) : $"{{\"@type\":\"Person\",\"name\":\"{SentenceGrammar.Name(random)}\"}}";
            film.Append(",\"").Append(random.Of(Properties)).Append("\":").Append(value);
        }

        return random.Next(2) == 0 ? film.Append('}').ToString() : $"{{\"@type\":\"Review\",\"itemReviewed\":{film}}},\"author\":{Value(random, 2)}}}";
    }

    private static string Exchange(string page, Random random)
    {
        var script = page.IndexOf("<script", random.Next(page.Length + 1), StringComparison.OrdinalIgnoreCase);
        var start = script < 0 ? -1 : page.IndexOf(':', script);
        var end = start < 0 ? -1 : page.AsSpan(start).IndexOfAny(",}]");
        return end < 0 ? page : string.Concat(page.AsSpan(0, start + 1), Value(random, 3).Bytes(), page.AsSpan(start + end));
    }

    private static string Microdata(Random random, int depth)
    {
        var items = new StringBuilder($"<div itemscope{(random.Next(4) == 0 ? "" : $" itemtype=\"https://schema.org/{random.Of(Types)}\"")}{(random.Next(3) == 0 ? $" itemprop=\"{random.Of(Properties)}\"" : "")} itemref=\"a b\" id=a>");
        for (var i = random.Next(6); i > 0; i--)
        {
            items.Append(random.Next(5) switch
            {
                0 when depth > 0 => Microdata(random, depth - 1),
                1 => $"<meta itemprop=\"{random.Of(Properties)}\" content=\"{Dates.Any(random)}\">",
                2 => $"<a itemprop=\"{random.Of(Properties)} {random.Of(Properties)}\" href=\"{random.Of(["/x", "http://[", "https://www.imdb.com/title/tt0000002/"])}\">{SentenceGrammar.Title(random)}</a>",
                _ => $"<span itemprop=\"{random.Of(Properties)}\">{SentenceGrammar.Name(random)}</span>",
            });
        }

        return items.Append(random.Next(5) == 0 ? "" : "</div>").ToString();
    }

    private static string CreditLines(Random random)
    {
        var labels = new[] { "Director", "Directed by", "Cast", "Starring", "Writer", "Runtime", "Year", "Country", "Genre", "Release date", "Budget", "Rating", "Original title" };
        var values = new Func<string>[] { () => SentenceGrammar.Names(random), () => SentenceGrammar.Title(random), () => Dates.Any(random), () => SentenceGrammar.Sum(random), () => $"{random.Next(-5, 100_000)} min" };
        return string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => $"<p><b>{random.Of(labels)}:</b> {random.Of(values)()}</p>"));
    }
}
