using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Ingest.Core.Films;

/// <summary>
/// Text in the form in which titles and names are compared: lower case, Latin and Greek letters without diacritics,
/// full-width forms as ordinary ones, one kind of apostrophe, hyphen and space. Other scripts keep their letters.
/// </summary>
/// <remarks>Does not use the platform's Unicode normalisation, which does nothing where globalisation is invariant.</remarks>
internal static class Folding
{
    private static readonly FrozenDictionary<char, string> Letters = DataTable.Rows("letters")
        .SelectMany(row => row[1], (row, written) => (written, row[0]))
        .ToFrozenDictionary(pair => pair.written, pair => pair.Item2);

    /// <summary>Folds. Any text is accepted, also one with half a surrogate pair; idempotent.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsBmp)
            {
                Append(folded, (char)rune.Value);
            }
            else
            {
                folded.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }

        return folded.ToString();
    }

    /// <summary>Whether a folded character belongs to a word: a letter, a digit, or a mark that its script needs.</summary>
    public static bool IsWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.LetterNumber;

    private static void Append(StringBuilder folded, char written)
    {
        if (written < 128)
        {
            folded.Append(char.ToLowerInvariant(written));
            return;
        }

        var lower = char.ToLowerInvariant(written);
        if (Letters.TryGetValue(lower, out var letters))
        {
            folded.Append(letters);
        }
        else if (char.IsDigit(lower))
        {
            folded.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(lower)));
        }
        else
        {
            AppendMark(folded, lower);
        }
    }

    private static void AppendMark(StringBuilder folded, char lower)
    {
        switch (lower)
        {
            case '\u2018' or '\u2019' or '\u201b' or '\u02bc' or '\u00b4' or '\u2032' or '\uff07':
                folded.Append('\'');
                break;
            case '\u2010' or '\u2011' or '\u2212' or '\uff0d':
                folded.Append('-');
                break;
            case '\u2012':
                folded.Append('\u2013');
                break;
            case '\u2015' or '\u301c' or '\uff5e':
                folded.Append('\u2014');
                break;
            case '\u2116':
                folded.Append("no.");
                break;
            case '\u2764' or '\u2665' or '\u2661':
                folded.Append(" heart ");
                break;
            case >= '\uff01' and <= '\uff5e':
                folded.Append(char.ToLowerInvariant((char)(lower - '\uff01' + '!')));
                break;
            case >= '\u0300' and <= '\u036f':
                // Marks written apart from their Latin or Greek letter; the letter stands already.
                break;
            case '\ufffd':
                folded.Append(' ');
                break;
            default:
                if (char.IsWhiteSpace(lower))
                {
                    folded.Append(' ');
                }
                else if (char.GetUnicodeCategory(lower) != UnicodeCategory.Format)
                {
                    folded.Append(lower);
                }

                break;
        }
    }
}
