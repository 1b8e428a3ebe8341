namespace Ingest.Core.Articles;

/// <summary>Tells a text's language by its script, where the script leaves little choice. Publishing systems state the
/// language of their own surface, whatever is written in it.</summary>
internal static class TextLanguage
{
    // Letters that are looked at.
    private const int Sample = 2_000;

    private static readonly string[] OfLatin = ["en", "fr", "de", "es", "it", "pt", "nl", "sv", "da", "no", "nb", "nn", "fi", "pl", "cs", "sk", "hu", "ro", "tr", "id", "ms", "vi", "et", "lv", "lt", "hr", "sl", "ca", "gl", "eu", "is", "ga", "cy", "sq", "az", "af", "tl", "fil", "sw"];

    /// <summary>The stated language, or that of the text's script where the two do not go together or none is stated.</summary>
    /// <param name="stated">A language tag such as "en-us"; null where the page states none.</param>
    /// <param name="text">The article.</param>
    public static string? Of(string? stated, string text)
    {
        var (script, latin) = ScriptOf(text);
        var speaks = stated?.Split('-')[0];
        return script is null ? stated
            : speaks is null ? script
            : speaks == script || !OfLatin.Contains(speaks) || latin ? stated
            : script;
    }

    // The language of most letters, and whether the Latin ones are still so many that the text may be of both.
    private static (string? Language, bool Latin) ScriptOf(string text)
    {
        int letters = 0, latin = 0, hangul = 0, kana = 0, han = 0, thai = 0, greek = 0, hebrew = 0, devanagari = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
            {
                continue;
            }

            letters++;
            switch (c)
            {
                case < '\u0250':
                    latin++;
                    break;
                case >= '\u0370' and <= '\u03FF':
                    greek++;
                    break;
                case >= '\u0590' and <= '\u05FF':
                    hebrew++;
                    break;
                case >= '\u0900' and <= '\u097F':
                    devanagari++;
                    break;
                case >= '\u0E00' and <= '\u0E7F':
                    thai++;
                    break;
                case >= '\u3040' and <= '\u30FF':
                    kana++;
                    break;
                case >= '\u4E00' and <= '\u9FFF':
                    han++;
                    break;
                case >= '\uAC00' and <= '\uD7A3':
                    hangul++;
                    break;
            }

            if (letters == Sample)
            {
                break;
            }
        }

        var half = letters / 2;
        var language = hangul > half ? "ko"
            : kana + han > half ? (kana * 10 > han ? "ja" : "zh")
            : thai > half ? "th"
            : greek > half ? "el"
            : hebrew > half ? "he"
            : devanagari > half ? "hi"
            : null;
        return (language, latin * 4 > letters);
    }
}
