namespace Ingest.Core.Tests.BadFiles;

/// <summary>Text in charsets that are wrong, unknown, contradicted, or rightly told by nothing but the bytes.</summary>
internal static class OddCharsets
{
    private const string French = "<html><head>@</head><body><article><h1>Le Verger de verre</h1><p>Le film s'ouvre sur un lac gelé, où l'été déjà passé n'a laissé qu'une barque brisée et la mémoire d'un père.</p><p>Hanna Lindqvist réalise d'une main sûre ; la dernière scène rend tout ce que la première avait enlevé à la veuve.</p></article></body></html>";
    private const string Russian = "<html><head>@</head><body><article><h1>Стеклянный сад</h1><p>Фильм открывается видом замёрзшего озера, и проходит добрых десять минут, прежде чем кто-нибудь ступит на лёд.</p><p>Последний кадр возвращает вдове всё то, что отнял у неё первый, и это самое сильное место картины.</p></article></body></html>";
    private const string Japanese = "<html><head>@</head><body><article><h1>硝子の果樹園</h1><p>映画は凍った湖から始まる。誰かが氷の上に足を踏み出すまでに、たっぷり十分はかかるだろう。</p><p>最後の場面は、最初の場面が奪ったものをすべて未亡人に返してくれる。そこがこの映画のいちばん強いところだ。</p></article></body></html>";

    public static readonly IReadOnlyList<BadFile> All =
    [
        new("charset that nobody knows", RejectionReason.UnreadableCharset, () => With(French, "x-unheard-of").Latin1()),
        new("charset of a font", RejectionReason.UnreadableCharset, () => With(French, "x-user-defined").Latin1()),
        new("UTF-7 with other bytes", RejectionReason.UnreadableCharset, () => With(French, "utf-7").Latin1()),
        new("UTF-7", null, () => Made.Page.Replace("utf-8", "utf-7", StringComparison.Ordinal).Replace("frozen", "fr+APY-zen", StringComparison.Ordinal).Utf8()),
        new("UTF-8 said to be unknown", null, () => With(French, "x-unheard-of").Utf8()),
        new("UTF-8 said to be Western", null, () => With(French, "iso-8859-1").Utf8()),
        new("UTF-8 said to be UTF-16", null, () => With(French, "utf-16").Utf8()),
        new("Western said to be UTF-8", null, () => With(French, "utf-8").Latin1()),
        new("Cyrillic said to be UTF-8", null, () => With(Russian, "utf-8").In(1251)),
        new("Cyrillic that says nothing", null, () => Russian.Replace("@", "", StringComparison.Ordinal).In(1251)),
        new("Cyrillic of KOI8", null, () => With(Russian, "koi8-r").In(20866)),
        new("Japanese said to be UTF-8", null, () => With(Japanese, "utf-8").In(932)),
        new("Japanese of seven bits", null, () => With(Japanese, "iso-2022-jp").In(50220)),
        new("two declarations that contradict", null, () => French.Replace("@", "<meta charset=utf-8><meta http-equiv=content-type content='text/html; charset=koi8-r'>", StringComparison.Ordinal).Utf8()),
        new("declaration in XML that contradicts", null, () => ("<?xml version=\"1.0\" encoding=\"utf-16\"?>" + With(French, "utf-8")).Utf8()),
        new("empty declaration", null, () => With(French, "").Utf8()),
        new("UTF-8 with a mark", null, () => [0xEF, 0xBB, 0xBF, .. With(French, "windows-1252").Utf8()]),
        new("UTF-8 with two marks", null, () => [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, .. With(French, "utf-8").Utf8()]),
        new("UTF-16 with a mark", null, () => With(Russian, "utf-8").In(1200, mark: true)),
        new("UTF-16 big endian with a mark", null, () => With(Russian, "utf-8").In(1201, mark: true)),
        new("UTF-16 without a mark", null, () => With(French, "utf-16").In(1200)),
        new("UTF-16 big endian without a mark", null, () => With(French, "utf-16").In(1201)),
        new("UTF-16 that lacks its last byte", null, () => With(French, "utf-16").In(1200, mark: true)[..^1]),
        new("UTF-32 with a mark", null, () => With(French, "utf-8").In(12000, mark: true)),
        new("UTF-32 big endian with a mark", null, () => With(French, "utf-8").In(12001, mark: true)),
        new("mojibake", null, () => System.Text.Encoding.Latin1.GetString(With(French, "utf-8").Utf8()).Utf8()),
        new("UTF-8 that ends within a character", null, () => With(Russian, "utf-8")[..^"</p></article></body></html>".Length].Utf8()[..^3]),
        new("UTF-8 with some bytes that are none", null, () => [.. With(French, "utf-8").Utf8(), 0xC0, 0xAF, 0xFE, (byte)'x', 0xED, 0xA0, 0x80]),
        new("zeros between the words", null, () => Made.Page.Replace(" of ", " \0of\0 ", StringComparison.Ordinal).Utf8()),
        new("controls between the words", null, () => Made.Page.Replace(" and ", " \u0003and\u001B ", StringComparison.Ordinal).Utf8()),
        new("halves of surrogate pairs", null, () => [.. Made.Page.Utf8(), .. "<p>"u8, 0xED, 0xA0, 0xBD, .. "&#xD83D;&#55357; and so on</p>"u8]),
    ];

    private static string With(string page, string charset) => page.Replace("@", $"<meta charset=\"{charset}\">", StringComparison.Ordinal);
}
