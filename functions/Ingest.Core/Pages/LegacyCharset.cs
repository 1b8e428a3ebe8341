using System.Text;

namespace Ingest.Core.Pages;

/// <summary>Charsets from before Unicode, told by the bytes and by the page's language.</summary>
internal static class LegacyCharset
{
    // Below this, what the bytes show is chance.
    private const int FewestPairs = 8;

    /// <summary>What browsers take for a page that declares nothing.</summary>
    public static Encoding Western { get; } = OfPage(1252);

    public static Encoding OfPage(int codePage) => CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;

    /// <summary>The charset that a page means by the one it declares: the bytes 80 to 9F stand in no page of the ISO charsets,
    /// but in those that Windows made of them; and what is declared as Western may be anything.</summary>
    public static Encoding Meant(Encoding declared, ReadOnlySpan<byte> file)
    {
        if (declared.CodePage == Western.CodePage)
        {
            return Guess(file, null) ?? declared;
        }

        var page = declared.CodePage switch
        {
            28592 => 1250,
            28595 => 1251,
            28597 => 1253,
            28596 => 1256,
            28598 or 38598 => 1255,
            28603 => 1257,
            28605 => 1252,
            _ => 0,
        };
        return page > 0 && file.ContainsAnyInRange((byte)0x80, (byte)0x9F) ? OfPage(page) : declared;
    }

    /// <summary>The charset the bytes look like; null when nothing speaks against the Western one.</summary>
    /// <param name="file">Bytes that are not UTF-8 and of which no usable charset is declared.</param>
    /// <param name="language">The page's declared language, if any.</param>
    public static Encoding? Guess(ReadOnlySpan<byte> file, string? language)
    {
        // Text of seven bits; in other bytes its sign stands by chance.
        if (file.IndexOf("\x1B$"u8) >= 0 && LeadBytes.Count(file).High * 20 < file.Length)
        {
            return OfPage(50220);
        }

        return PageOf(LeadBytes.Count(file), language) is { } page ? OfPage(page) : null;
    }

    private static int? PageOf(LeadBytes seen, string? language)
    {
        var speaks = language?.Split('-', '_')[0].ToLowerInvariant();
        // Accented letters between plain ones pair with a plain letter nearly always; of Big5's pairs, about two in five do.
        var accents = seen.LowTrail * 10 > seen.Pairs * 8;
        if (!accents && !seen.Letters && seen.Pairs >= FewestPairs && seen.Pairs * 10 >= (seen.Pairs + seen.Single) * 9)
        {
            return seen.LowTrail * 8 > seen.Pairs && speaks != "ko" ? 950
                : seen.KanaEucJp * 4 > seen.Pairs ? 51932
                : seen.Hangul * 20 > seen.Pairs * 19 ? 949
                : 54936;
        }

        if (seen.KanaShiftJis >= FewestPairs)
        {
            return 932;
        }

        return speaks switch
        {
            "ja" => 932,
            "ko" => 949,
            "zh" => language!.Contains("tw", StringComparison.OrdinalIgnoreCase) || language.Contains("hant", StringComparison.OrdinalIgnoreCase) ? 950 : 54936,
            "ru" or "uk" or "bg" or "sr" or "mk" or "be" => 1251,
            "pl" or "cs" or "hu" or "sk" or "sl" or "hr" or "ro" => 1250,
            "el" => 1253,
            "tr" or "az" => 1254,
            "he" or "iw" => 1255,
            "ar" or "fa" => 1256,
            "et" or "lt" or "lv" => 1257,
            "vi" => 1258,
            "th" => 874,
            _ => !seen.Letters ? null : seen.AlefLam * 50 > seen.Pairs ? 1256 : 1251,
        };
    }

    /// <summary>How the bytes above ASCII pair up; AlefLam is the article of Arabic in windows-1256.</summary>
    private readonly record struct LeadBytes(int Pairs, int Single, int Hangul, int LowTrail, int KanaEucJp, int KanaShiftJis, int High, int Upper, int AlefLam)
    {
        /// <summary>Whether the bytes are runs of single-byte letters, as those of Cyrillic are.</summary>
        public bool Letters => Pairs >= FewestPairs && Upper * 100 > High * 95 && LowTrail * 2 < Pairs;

        public static LeadBytes Count(ReadOnlySpan<byte> file)
        {
            int alefLam = 0, pairs = 0, single = 0, hangul = 0, low = 0, eucKana = 0, sjisKana = 0, high = 0, upper = 0;
            for (var i = 0; i < file.Length; i++)
            {
                var lead = file[i];
                if (lead < 0x80)
                {
                    continue;
                }

                high++;
                upper += lead >= 0xC0 ? 1 : 0;
                var trail = i + 1 < file.Length ? file[i + 1] : (byte)0;
                alefLam += lead == 0xC7 && trail == 0xE1 ? 1 : 0;
                if ((lead == 0x82 && trail is >= 0x9F and <= 0xF1) || (lead == 0x83 && trail is >= 0x40 and <= 0x96))
                {
                    sjisKana++;
                    i++;
                }
                else if (lead is >= 0xA1 and <= 0xFE && (trail >= 0xA1 || (trail is >= 0x40 and <= 0x7E && lead <= 0xF9)))
                {
                    pairs++;
                    hangul += lead is (>= 0xB0 and <= 0xC8) or 0xA1 ? 1 : 0;
                    eucKana += lead is 0xA4 or 0xA5 ? 1 : 0;
                    low += trail < 0x80 ? 1 : 0;
                    high += trail >= 0x80 ? 1 : 0;
                    upper += trail >= 0xC0 ? 1 : 0;
                    i++;
                }
                else
                {
                    single++;
                }
            }

            return new LeadBytes(pairs, single, hangul, low, eucKana, sjisKana, high, upper, alefLam);
        }
    }
}
