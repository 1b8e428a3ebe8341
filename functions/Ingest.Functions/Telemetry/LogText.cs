using System.Globalization;
using System.Text;

namespace Ingest.Functions.Telemetry;

/// <summary>Text from outside, as it may stand in logs and spans: on one line, of bounded length, without secrets.</summary>
/// <remarks>Names of files, titles and what services answer are written by others. A line break in one would begin a line of
/// the log that nobody logged, a terminal would obey its control characters, and a change of direction would show another
/// name than the one it has.</remarks>
internal static class LogText
{
    /// <summary>Longest value, in characters: more than the longest name of a file.</summary>
    public const int LongestValue = 2048;

    /// <summary>Longest message, in characters.</summary>
    public const int LongestMessage = 8192;

    /// <summary>A text with secrets masked, with every character that is not seen written as its code, cut at a length.</summary>
    /// <returns>The very text when nothing in it had to be changed.</returns>
    public static string Of(string text, int longest = LongestValue)
    {
        // A secret that is cut loses its end; its name, by which it is known, stands before it.
        var cut = text.Length > longest ? text[..longest] : text;
        var escaped = Escape(SecretMask.Mask(cut));
        return ReferenceEquals(cut, text) && escaped.Length <= longest
            ? escaped
            : Shorten(escaped, longest, text.Length - cut.Length);
    }

    /// <summary>A text with every control and format character, line separator and lone surrogate written as its code.</summary>
    /// <returns>The very text when it has none.</returns>
    public static string Escape(string text)
    {
        var plain = text.AsSpan().IndexOfAnyExceptInRange(' ', '~');
        if (plain < 0)
        {
            return text;
        }

        StringBuilder? escaped = null;
        for (var at = plain; at < text.Length;)
        {
            var isRune = Rune.TryGetRuneAt(text, at, out var rune);
            var length = isRune ? rune.Utf16SequenceLength : 1;
            if (isRune && IsSeen(rune))
            {
                escaped?.Append(text, at, length);
            }
            else
            {
                Append(escaped ??= new StringBuilder(text, 0, at, text.Length + 16), isRune ? rune.Value : text[at]);
            }

            at += length;
        }

        return escaped?.ToString() ?? text;
    }

    private static bool IsSeen(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static void Append(StringBuilder escaped, int code) => _ = code switch
    {
        '\n' => escaped.Append(@"\n"),
        '\r' => escaped.Append(@"\r"),
        '\t' => escaped.Append(@"\t"),
        > char.MaxValue => escaped.Append(CultureInfo.InvariantCulture, $@"\U{code:X8}"),
        _ => escaped.Append(CultureInfo.InvariantCulture, $@"\u{code:X4}"),
    };

    private static string Shorten(string text, int longest, int cutAlready)
    {
        var length = Math.Min(text.Length, longest);
        if (length > 0 && length < text.Length && char.IsHighSurrogate(text[length - 1]))
        {
            length--;
        }

        return string.Create(
            CultureInfo.InvariantCulture, $"{text.AsSpan(0, length)}… ({cutAlready + text.Length - length} more)");
    }
}
