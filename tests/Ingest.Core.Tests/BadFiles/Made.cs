using System.Text;

namespace Ingest.Core.Tests.BadFiles;

/// <summary>What files are made of.</summary>
internal static class Made
{
    public const string Article =
        "<article><h1>The Glass Orchard review</h1>"
        + "<p>The Glass Orchard opens on a frozen lake, and it takes the film a good ten minutes to let anybody walk out onto the ice.</p>"
        + "<p>Hanna Lindqvist directs with a steady hand; Mara Venn, as the widow who keeps the house, says little and leaves nothing out.</p>"
        + "<p>What stays with you is the patience of it, and a last shot that gives back everything the first one took away.</p></article>";

    public const string Page =
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>The Glass Orchard review</title></head><body><nav><a href=\"/\">Home</a> <a href=\"/films\">Films</a></nav>"
        + Article + "<footer>All rights reserved</footer></body></html>";

    public static byte[] Utf8(this string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Latin1(this string text) => Encoding.Latin1.GetBytes(text);

    public static byte[] In(this string text, int codePage, bool mark = false)
    {
        var encoding = codePage is 1200 or 1201 or 12000 or 12001 ? Encoding.GetEncoding(codePage) : CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
        return [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
    }

    /// <summary>A page that holds this in its body.</summary>
    public static string Body(string body) => $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Page</title></head><body>{body}</body></html>";

    public static string Times(this string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    /// <summary>Bytes that are noise, the same each time.</summary>
    public static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }
}
