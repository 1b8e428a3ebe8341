using System.Text;

namespace Ingest.Core.Tests.Fuzzing.Mutators;

/// <summary>Damage to how text is written in bytes, and to what the page says of that.</summary>
internal static class CharsetMutators
{
    private static readonly string[] Labels =
    [
        "utf-8", "utf-16", "utf-16le", "utf-32", "utf-7", "iso-8859-1", "windows-1251", "windows-1252", "koi8-r", "euc-kr", "shift_jis", "euc-jp", "iso-2022-jp", "iso-2022-kr", "gbk", "gb18030", "big5", "hz-gb-2312",
        "ibm037", "ibm850", "macintosh", "x-user-defined", "x-unheard-of", "replacement", "binary", "", "\"", "utf-8utf-8", "us-ascii", "tis-620", "x-mac-cyrillic", "IBM01140", "x-Europa", "x-ia5", "csISO2022JP", "cp0", "0", "65001", "x-cp50227",
    ];

    private static readonly string[] Marks = ["\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF", "\xFF\xFE\0\0", "\0\0\xFE\xFF", "+/v8-", "\x2B\x2F\x76\x39", "\xF7\x64\x4C", "\xDD\x73\x66\x73", "\x0E\xFE\xFF", "\x84\x31\x95\x33", "\x1B$B", "\x1B(J", "~{"];

    private static readonly string[] Broken =
    [
        "\xC0\xAF", "\xED\xA0\x80", "\xED\xBF\xBF", "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80", "\xFE", "\xFF", "\xC3", "\xE2\x82", "\xF0\x9F\x98", "\x80", "\xBF\xBF", "\xE0\x80\xAF", "\xEF\xBF\xBE", "\xEF\xBF\xBF", "\xF0\x9F\x98\x80", "\xCC\x81",
        "\xE2\x80\xAE", "\xE2\x80\xA8", "\xC2\x85", "\xC2\x80", "\x81\x40", "\x8E\xA1", "\xA1\xA1", "\xE1\x85\xA0", "\xF3\xA0\x81\xA7", "\xEE\x80\x80",
    ];

    public static readonly IReadOnlyList<Mutator> All =
    [
        new("wrong declaration", (page, random) => page.Insert(random.Next(3) == 0 ? 0 : random.PlaceOf(page, '<'), $"<meta charset=\"{random.Of(Labels)}\">")),
        new("declaration changed", (page, random) => page.Replace("utf-8", random.Of(Labels), StringComparison.OrdinalIgnoreCase)),
        new("declaration in XML", (page, random) => $"<?xml version=\"1.0\" encoding=\"{random.Of(Labels)}\"?>" + page),
        new("byte order mark", (page, random) => random.Of(Marks) + page),
        new("byte order mark inside", (page, random) => page.Insert(random.Next(page.Length + 1), random.Of(Marks))),
        new("broken characters", (page, random) => page.Insert(random.Next(page.Length + 1), random.Of(Broken).Times(random.Count()))),
        new("broken characters everywhere", (page, random) => page.Replace(random.Of([" ", "a", "e", "."]), random.Of(Broken), StringComparison.Ordinal)),
        new("another charset", Rewritten),
        new("another charset from the middle", (page, random) => random.Next(page.Length + 1) is var at ? page[..at] + Rewritten(page[at..], random) : page),
        new("mojibake", (page, random) => page.Bytes()),
        new("seven bits", (page, random) => string.Concat(page.Select(c => (char)(c & 0x7F)))),
        new("a byte shifted", (page, random) => page.Length == 0 ? page : random.Next(2) == 0 ? page[1..] : "\0" + page),
    ];

    private static string Rewritten(string page, Random random)
    {
        var text = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(page));
        var to = random.Of([1200, 1201, 12000, 12001, 932, 949, 950, 936, 54936, 51932, 50220, 1251, 1252, 20866, 37, 65000]);
        var encoding = to switch
        {
            1200 or 1201 or 12000 or 12001 => Encoding.GetEncoding(to),
#pragma warning disable SYSLIB0001 // Nobody reads it here: it is what a file may be written in.
            65000 => Encoding.UTF7,
#pragma warning restore SYSLIB0001
            _ => CodePagesEncodingProvider.Instance.GetEncoding(to)!,
        };
        byte[] mark = random.Next(2) == 0 ? encoding.GetPreamble() : [];
        return Encoding.Latin1.GetString([.. mark, .. encoding.GetBytes(text)]);
    }
}
