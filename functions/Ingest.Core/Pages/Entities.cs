using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace Ingest.Core.Pages;

/// <summary>Character references to characters: named, decimal and hexadecimal, with and without their semicolon, each
/// decoded once.</summary>
internal static class Entities
{
    private const int LongestName = 32;

    // What numeric references of the C1 range mean in the browsers: windows-1252.
    private const string Windows1252 =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    // Names of HTML 5 beyond those of HTML 4 that stand in prose.
    private static readonly Dictionary<string, string> Later = new(StringComparer.Ordinal)
    {
        ["apos"] = "'", ["excl"] = "!", ["quest"] = "?", ["num"] = "#", ["dollar"] = "$", ["percnt"] = "%", ["lpar"] = "(",
        ["rpar"] = ")", ["ast"] = "*", ["plus"] = "+", ["comma"] = ",", ["period"] = ".", ["sol"] = "/", ["colon"] = ":",
        ["semi"] = ";", ["equals"] = "=", ["commat"] = "@", ["lsqb"] = "[", ["lbrack"] = "[", ["rsqb"] = "]", ["rbrack"] = "]",
        ["bsol"] = "\\", ["lowbar"] = "_", ["grave"] = "`", ["lcub"] = "{", ["lbrace"] = "{", ["rcub"] = "}", ["rbrace"] = "}",
        ["vert"] = "|", ["verbar"] = "|", ["Tab"] = "\t", ["NewLine"] = "\n", ["hyphen"] = "\u2010", ["dash"] = "\u2010",
        ["horbar"] = "\u2015", ["rsquor"] = "\u2019", ["rdquor"] = "\u201D", ["ldquor"] = "\u201E", ["lsquor"] = "\u201A",
        ["QUOT"] = "\"", ["AMP"] = "&", ["LT"] = "<", ["GT"] = ">", ["COPY"] = "\u00A9", ["REG"] = "\u00AE", ["starf"] = "\u2605",
        ["star"] = "\u2606", ["phone"] = "\u260E", ["check"] = "\u2713", ["cross"] = "\u2717", ["half"] = "\u00BD", ["nldr"] = "\u2025",
        ["mldr"] = "\u2026", ["numsp"] = "\u2007", ["puncsp"] = "\u2008", ["hairsp"] = "\u200A", ["ZeroWidthSpace"] = "\u200B",
        ["NoBreak"] = "\u2060", ["caron"] = "\u02C7", ["inodot"] = "\u0131", ["Idot"] = "\u0130", ["gbreve"] = "\u011F",
        ["Gbreve"] = "\u011E", ["scedil"] = "\u015F", ["Scedil"] = "\u015E", ["ccaron"] = "\u010D", ["Ccaron"] = "\u010C",
        ["zcaron"] = "\u017E", ["Zcaron"] = "\u017D", ["rcaron"] = "\u0159", ["Rcaron"] = "\u0158", ["ecaron"] = "\u011B",
        ["lstrok"] = "\u0142", ["Lstrok"] = "\u0141", ["nacute"] = "\u0144", ["sacute"] = "\u015B", ["Sacute"] = "\u015A",
        ["cacute"] = "\u0107", ["zdot"] = "\u017C", ["Zdot"] = "\u017B", ["zacute"] = "\u017A", ["aogon"] = "\u0105", ["eogon"] = "\u0119",
        ["odblac"] = "\u0151", ["udblac"] = "\u0171", ["omacr"] = "\u014D", ["umacr"] = "\u016B", ["amacr"] = "\u0101", ["emacr"] = "\u0113",
        ["imacr"] = "\u012B", ["Omacr"] = "\u014C", ["Umacr"] = "\u016A", ["abreve"] = "\u0103", ["tcedil"] = "\u0163", ["uring"] = "\u016F",
        ["filig"] = "fi", ["fllig"] = "fl", ["nbsp"] = "\u00A0",
    };

    // Names that browsers decode without a semicolon; any other name needs one.
    private static readonly HashSet<string> Bare = new(
        ("AMP COPY GT LT QUOT REG AElig Aacute Acirc Agrave Aring Atilde Auml Ccedil ETH Eacute Ecirc Egrave Euml Iacute Icirc Igrave "
        + "Iuml Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml THORN Uacute Ucirc Ugrave Uuml Yacute aacute acirc acute aelig agrave amp "
        + "aring atilde auml brvbar ccedil cedil cent copy curren deg divide eacute ecirc egrave eth euml frac12 frac14 frac34 gt iacute "
        + "icirc iexcl igrave iquest iuml laquo lt macr micro middot nbsp not ntilde oacute ocirc ograve ordf ordm oslash otilde ouml para "
        + "plusmn pound quot raquo reg sect shy sup1 sup2 sup3 szlig thorn times uacute ucirc ugrave uml uuml yacute yen yuml").Split(' '),
        StringComparer.Ordinal);

    private static readonly SearchValues<char> NameLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>The text with its references decoded; the same instance when it has none.</summary>
    public static string Decode(string text)
    {
        if (!text.Contains('&', StringComparison.Ordinal))
        {
            return text;
        }

        var decoded = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (rest.IndexOf('&') is >= 0 and var at)
        {
            decoded.Append(rest[..at]);
            rest = rest[at..];
            var used = One(rest, decoded);
            if (used == 0)
            {
                decoded.Append('&');
                used = 1;
            }

            rest = rest[used..];
        }

        return decoded.Append(rest).ToString();
    }

    // Appends what the reference at the beginning means and returns its length; 0 when it is none.
    private static int One(ReadOnlySpan<char> text, StringBuilder decoded) =>
        text is ['&', '#', 'x' or 'X', ..] ? Number(text, 3, NumberStyles.AllowHexSpecifier, decoded)
        : text is ['&', '#', ..] ? Number(text, 2, NumberStyles.None, decoded)
        : Name(text, decoded);

    private static int Number(ReadOnlySpan<char> text, int start, NumberStyles style, StringBuilder decoded)
    {
        var end = start;
        while (end < text.Length && (style == NumberStyles.None ? char.IsAsciiDigit(text[end]) : char.IsAsciiHexDigit(text[end])))
        {
            end++;
        }

        if (end == start)
        {
            return 0;
        }

        var known = int.TryParse(text[start..end], style, CultureInfo.InvariantCulture, out var code);
        decoded.Append(
            known && code is >= 0x80 and <= 0x9F ? Windows1252[code - 0x80].ToString()
            : known && code > 0 && Rune.IsValid(code) ? new Rune(code).ToString()
            : "\uFFFD");
        return end < text.Length && text[end] == ';' ? end + 1 : end;
    }

    private static int Name(ReadOnlySpan<char> text, StringBuilder decoded)
    {
        var body = text.Slice(1, Math.Min(LongestName, text.Length - 1));
        var length = body.IndexOfAnyExcept(NameLetters);
        length = length < 0 ? body.Length : length;
        if (length == 0)
        {
            return 0;
        }

        if (length < body.Length && body[length] == ';' && ValueOf(body[..length].ToString()) is { } value)
        {
            decoded.Append(value);
            return length + 2;
        }

        // "&copy2013" and "&nbspword" are read by their longest known beginning.
        for (var shorter = Math.Min(length, 6); shorter >= 2; shorter--)
        {
            if (Bare.Contains(body[..shorter].ToString()))
            {
                decoded.Append(ValueOf(body[..shorter].ToString()));
                return shorter + 1;
            }
        }

        return 0;
    }

    private static string? ValueOf(string name)
    {
        if (Later.TryGetValue(name, out var value))
        {
            return value;
        }

        var reference = $"&{name};";
        var decoded = WebUtility.HtmlDecode(reference);
        return decoded == reference ? null : decoded;
    }
}
