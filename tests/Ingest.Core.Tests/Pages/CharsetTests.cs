using System.Text;
using Ingest.Core.Pages;

namespace Ingest.Core.Tests.Pages;

public class CharsetTests
{
    private const string Korean = "소금 과수원은 바다가 되찾아간 들판에서 시작한다. 아무도 말을 하지 않는다.";
    private const string Japanese = "塩の果樹園は海に取り戻された野原から始まる。誰も言葉を発しない。";
    private const string Simplified = "盐园从一片被大海收回的田野开始，最初的十一分钟里没有人说一句话。";
    private const string Traditional = "鹽園從一片被大海收回的田野開始，最初的十一分鐘裡沒有人說一句話。";
    private const string Russian = "Соляной сад начинается с поля, которое забрало море, и никто не говорит ни слова.";
    private const string French = "Le Verger de sel s’ouvre sur un champ repris par la mer : « été », cœur, naïveté – 3 €.";
    private const string Turkish = "Tuz Bahçesi, denizin geri aldığı bir tarlada açılıyor; şimdi İzmir'de, çığ gibi.";
    private const string Polish = "Słony sad otwiera się na polu, które zabrało morze; żółć, źdźbło, święto.";

    public static TheoryData<string, int, string, string> Declared => new()
    {
        { "EUC-KR", 949, "euc-kr", Korean },
        { "the Korean standard's own name", 949, "ks_c_5601-1987", Korean },
        { "Shift_JIS", 932, "Shift_JIS", Japanese },
        { "EUC-JP", 51932, "euc-jp", Japanese },
        { "GBK", 936, "gbk", Simplified },
        { "GB2312", 936, "gb2312", Simplified },
        { "Big5", 950, "big5", Traditional },
        { "windows-1251", 1251, "windows-1251", Russian },
        { "KOI8-R", 20866, "koi8-r", Russian },
        { "windows-1252", 1252, "windows-1252", French },
        { "Latin-1 that is windows-1252", 1252, "iso-8859-1", French },
        { "windows-1254", 1254, "windows-1254", Turkish },
        { "Latin-5", 28599, "iso-8859-9", Turkish },
        { "windows-1250", 1250, "windows-1250", Polish },
        { "Latin-2", 28592, "iso-8859-2", Polish },
    };

    public static TheoryData<string, int, string?, string> Undeclared => new()
    {
        { "UTF-8", 65001, null, Korean },
        { "UTF-16 little endian", 1200, null, Korean },
        { "UTF-16 big endian", 1201, null, Korean },
        { "EUC-KR", 949, null, Korean },
        { "Shift_JIS", 932, null, Japanese },
        { "EUC-JP", 51932, null, Japanese },
        { "GBK", 936, null, Simplified },
        { "Big5", 950, null, Traditional },
        { "windows-1251", 1251, null, Russian },
        { "windows-1252", 1252, null, French },
        { "windows-1254 by its language", 1254, "tr", Turkish },
        { "windows-1250 by its language", 1250, "pl", Polish },
    };

    [Theory]
    [MemberData(nameof(Declared))]
    public void A_declared_charset_is_used(string name, int codePage, string label, string text)
    {
        var page = Page($"<meta charset=\"{label}\">", text);

        Assert.Equal((name, page), (name, Charset.Decode(Of(codePage).GetBytes(page))));
    }

    [Theory]
    [MemberData(nameof(Undeclared))]
    public void A_charset_that_nobody_declares_is_told_by_the_bytes(string name, int codePage, string? language, string text)
    {
        var page = Page("", text, language);

        Assert.Equal((name, page), (name, Charset.Decode(Of(codePage).GetBytes(page))));
    }

    [Theory]
    [InlineData("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=EUC-KR\">")]
    [InlineData("<META content='text/html;charset=euc-kr' http-equiv=content-type>")]
    [InlineData("<!-- long comment --><meta name=x content=y><meta charset=euc-kr>")]
    public void Every_way_to_declare_a_charset_is_understood(string head)
    {
        var page = Page(head, Korean);

        Assert.Equal(page, Charset.Decode(Of(949).GetBytes(page)));
    }

    [Fact]
    public void An_xml_declaration_names_the_charset()
    {
        var page = "<?xml version=\"1.0\" encoding=\"windows-1251\"?>" + Page("", Russian);

        Assert.Equal(page, Charset.Decode(Of(1251).GetBytes(page)));
    }

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1252")]
    [InlineData("euc-kr")]
    [InlineData("x-unheard-of")]
    [InlineData("utf-16")]
    public void Text_that_is_utf8_is_read_as_utf8_whatever_it_declares(string label)
    {
        var page = Page($"<meta charset=\"{label}\">", Korean);

        Assert.Equal(page, Charset.Decode(Encoding.UTF8.GetBytes(page)));
    }

    [Theory]
    [InlineData(65001)]
    [InlineData(1200)]
    [InlineData(1201)]
    public void A_byte_order_mark_decides_and_is_no_text(int codePage)
    {
        var page = Page("<meta charset=\"windows-1252\">", Korean);
        var encoding = Encoding.GetEncoding(codePage);

        Assert.Equal(page, Charset.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(page)]));
    }

    [Fact]
    public void Utf8_that_was_cut_off_inside_a_character_is_still_utf8()
    {
        var bytes = Encoding.UTF8.GetBytes(Page("", Korean) + "한");

        Assert.Contains("과수원은", Charset.Decode(bytes.AsSpan()[..^1]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_few_bad_bytes_do_not_turn_utf8_into_something_else()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Page("", Korean)), 0xE9, (byte)'x'];

        Assert.Contains("과수원은", Charset.Decode(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_of_a_charset_that_nobody_knows_are_no_text()
    {
        var bytes = Encoding.Latin1.GetBytes(Page("<meta charset=\"x-unheard-of\">", "\u00E9\u00E8 \u00FF\u00FE caf\u00E9"));

        Assert.Null(Charset.Decode(bytes));
    }

    private static string Page(string head, string text, string? language = null) =>
        $"<html{(language is null ? "" : $" lang=\"{language}\"")}><head>{head}<title>Page</title></head><body><p>{text}</p></body></html>";

    private static Encoding Of(int codePage) => codePage is 65001 or 1200 or 1201
        ? Encoding.GetEncoding(codePage)
        : CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
}
