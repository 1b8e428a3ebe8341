namespace Ingest.Core.Tests.BadFiles;

/// <summary>Files that are large, or that would be if somebody took them at their word.</summary>
internal static class HugeFiles
{
    private const int Limit = 32 * 1024 * 1024;

    public static readonly IReadOnlyList<BadFile> All =
    [
        new("a byte too many", RejectionReason.TooLarge, () => Padded(Limit + 1)),
        new("a large image", RejectionReason.TooLarge, () => [0x89, 0x50, 0x4E, 0x47, .. new byte[Limit]]),
        new("page of many megabytes of comments", null, () => Padded(8 << 20)),
        new("elements in elements", null, () => Made.Body("<div>".Times(100_000) + Made.Article + "</div>".Times(100_000)).Utf8()),
        new("tables in tables", null, () => Made.Body(Made.Article + "<table><tr><td>".Times(20_000)).Utf8()),
        new("lists in lists", null, () => Made.Body(Made.Article + "<ul><li>".Times(50_000)).Utf8()),
        new("hundreds of thousands of tags", null, () => Made.Body(Made.Article + "<i></i>".Times(150_000)).Utf8()),
        new("a million references", null, () => Made.Body(Made.Article + "<p>" + "&amp;".Times(1_000_000)).Utf8()),
        new("a million ampersands", null, () => Made.Body(Made.Article + "<p>" + "&".Times(1_000_000)).Utf8()),
        new("a million openings of tags", null, () => Made.Body(Made.Article + "<".Times(1_000_000)).Utf8()),
        new("comments that never end", null, () => Made.Body(Made.Article + "<!--".Times(200_000)).Utf8()),
        new("an attribute of megabytes", null, () => Made.Body($"<div class=\"{"x ".Times(1_000_000)}\">{Made.Article}</div>").Utf8()),
        new("a hundred thousand attributes", null, () => Made.Body($"<div {string.Concat(Enumerable.Range(0, 100_000).Select(n => $"a{n}=1 "))}>{Made.Article}</div>").Utf8()),
        new("an embedded image", null, () => Made.Body($"<img src=\"data:image/png;base64,{"QUJD".Times(500_000)}\">{Made.Article}").Utf8()),
        new("a title of a million characters", null, () => Made.Page.Replace("<title>", "<title>" + "Orchard ".Times(125_000), StringComparison.Ordinal).Utf8()),
        new("a headline of a million characters", null, () => Made.Page.Replace("<h1>", "<h1>" + "Orchard ".Times(125_000), StringComparison.Ordinal).Utf8()),
        new("a word of a million characters", null, () => Made.Page.Replace("Mara Venn", "Mara " + "Venn".Times(250_000), StringComparison.Ordinal).Utf8()),
        new("one paragraph many times", null, () => Made.Body("<article>" + "<p>The Glass Orchard opens on a frozen lake, and nobody in it says a word for ten minutes.</p>".Times(8_000) + "</article>").Utf8()),
        new("one cast many times", null, () => Made.Body(Made.Article + "<p>" + "The film stars Mara Venn and Otto Brandt. ".Times(4_000)).Utf8()),
        new("a thousand films", null, () => Made.Body(Made.Article + string.Concat(Enumerable.Range(0, 1_000).Select(n => $"<p>It recalls The {Letters(n)} Mill (1999), by Anna {Letters(n + 1)}.</p>"))).Utf8()),
        new("JSON-LD in JSON-LD", null, () => Data("{\"about\":".Times(100_000) + "1" + "}".Times(100_000))),
        new("JSON-LD that is never closed", null, () => Data("[".Times(500_000))),
        new("JSON-LD of many authors", null, () => Data($"{{\"@type\":\"Review\",\"author\":[{string.Join(',', Enumerable.Range(0, 50_000).Select(n => $"\"{Letters(n)}\""))}]}}")),
        new("JSON-LD of many films", null, () => Data($"[{string.Join(',', Enumerable.Range(0, 2_000).Select(n => $"{{\"@type\":\"Movie\",\"name\":\"The {Letters(n)} Mill\",\"director\":\"Anna {Letters(n)}\"}}"))}]")),
        new("JSON-LD with a huge number", null, () => Data($"{{\"@type\":\"Movie\",\"name\":\"The Glass Orchard\",\"duration\":{"9".Times(100_000)}}}")),
        new("microdata in microdata", null, () => Made.Body(Made.Article + "<span itemscope itemprop=about>".Times(50_000)).Utf8()),
        new("a script of megabytes", null, () => Made.Body($"<script>var a=\"{"b\\\"".Times(300_000)}\"</script>{Made.Article}").Utf8()),
        new("a million line breaks", null, () => Made.Body(Made.Article + "<br>".Times(300_000)).Utf8()),
        new("a page of thirty thousand links", RejectionReason.NoArticle, () => Made.Body(string.Concat(Enumerable.Range(0, 30_000).Select(n => $"<li><a href=/{n}>{n}</a></li>"))).Utf8()),
    ];

    private static byte[] Padded(int length)
    {
        var page = Made.Page.Utf8();
        var bytes = new byte[length];
        bytes.AsSpan().Fill((byte)'x');
        "<!--"u8.CopyTo(bytes);
        "-->"u8.CopyTo(bytes.AsSpan(length - page.Length - 3));
        page.CopyTo(bytes, length - page.Length);
        return bytes;
    }

    private static byte[] Data(string json) =>
        Made.Page.Replace("</head>", $"<script type=\"application/ld+json\">{json}</script></head>", StringComparison.Ordinal).Utf8();

    // A capitalised word of its own for each number.
    private static string Letters(int number) => "B" + string.Concat($"{number:D5}".Select(digit => "aeioubdfgk"[digit - '0'])) + "n";
}
