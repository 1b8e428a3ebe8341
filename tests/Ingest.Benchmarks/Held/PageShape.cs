using System.Text;

namespace Ingest.Benchmarks.Held;

/// <summary>A kind of page that costs memory in its own way, at any size.</summary>
/// <param name="Name">One word.</param>
/// <param name="Head">How it begins.</param>
/// <param name="Piece">What is said over and over, with {0} for the piece's number.</param>
/// <param name="Tail">How it ends.</param>
internal sealed record PageShape(string Name, string Head, string Piece, string Tail)
{
    private const string Sentence =
        "Nobody in the hall of the Ninth Lamp spoke of the weather, and yet the film, number {0}, is about little else than rain. ";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PageShape> All { get; } =
    [
        new("prose", Begin(), "<p>" + Sentence + Sentence + "It stars Mara Venn {0} and Otto Brandt.</p>\n", End()),
        new("text", Begin() + "<p>", Sentence, End()),
        new("nesting", Begin() + "<p>" + Sentence + "</p>", "<div><section><ul><li>{0} ", End()),
        new("attributes", Begin(), "<p class=\"c{0} story-text\" id=\"p{0}\" data-a=\"{0}\" title='{0}'>word {0}</p>", End()),
        new("entities", Begin(), "<p>&eacute;&#233;&amp;&lt;&#x1F600;&nbsp;&hellip;&ldquo;{0}&rdquo; &unknown;</p>", End()),
        new("data", Begin("<script type=\"application/ld+json\">[{\"@type\":\"Movie\",\"name\":\"x\"}"), ",{{\"@type\":\"Movie\",\"name\":\"Paper Lighthouse {0}\",\"actor\":[{{\"name\":\"Mara Venn\"}}]}}", "]</script></head><body><article><p>" + Sentence + "</p></article></body></html>"),
        new("tables", Begin() + "<table>", "<tr><td>{0}</td><td>a cell</td><td><b>12</b></td></tr>", "</table>" + End()),
        new("tags", Begin(), "<b>{0}</b><br>", End()),
        new("blocks", Begin(), "<p>{0}", End()),
        new("links", Begin(), "<li><a href=/{0}>{0}</a>", End()),
        new("microdata", Begin() + "<div itemscope itemtype=http://schema.org/Movie>", "<i itemprop=name>{0}</i>", "</div>" + End()),
        new("credits", Begin(), "<p>Director: Mara Venn{0}</p>", End()),
    ];

    /// <summary>A page of this shape.</summary>
    /// <param name="bytes">Its size.</param>
    public byte[] Page(int bytes)
    {
        var page = new byte[bytes];
        var format = CompositeFormat.Parse(Piece);
        var at = Encoding.UTF8.GetBytes(Head, page);
        var tail = Encoding.UTF8.GetBytes(Tail);
        for (var number = 0; ; number++)
        {
            var piece = Encoding.UTF8.GetBytes(string.Format(null, format, number));
            if (at + piece.Length + tail.Length > bytes)
            {
                break;
            }

            piece.CopyTo(page, at);
            at += piece.Length;
        }

        tail.CopyTo(page, at);
        page.AsSpan(at + tail.Length).Fill((byte)'\n');
        return page;
    }

    private static string Begin(string data = "") => data.Length > 0
        ? "<!doctype html><html lang=en><head><title>The Ninth Lamp (2011) review</title>" + data
        : "<!doctype html><html lang=en><head><title>The Ninth Lamp (2011) review</title></head><body><article><h1>The Ninth Lamp (2011)</h1>";

    private static string End() => "</article></body></html>";
}
