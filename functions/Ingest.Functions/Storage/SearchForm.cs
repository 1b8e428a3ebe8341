using System.Text;
using Ingest.Core.Films;

namespace Ingest.Functions.Storage;

/// <summary>The forms in which films are searched by title and by person.</summary>
internal static class SearchForm
{
    /// <summary>The words of a name, in the order written: case, diacritics and punctuation do not count.</summary>
    private static readonly char[] Separators = [' ', '-'];

    /// <summary>A title's form: the beginning of a title has the beginning of its form, as far as whole words go.</summary>
    public static string OfTitle(string title) => TitleKey.Of(title).Value;

    /// <summary>A person's forms: as written, and family name first, so that either name finds the person.</summary>
    public static IEnumerable<string> OfPerson(string name)
    {
        var words = WordsOf(name);
        yield return string.Join('-', words);
        if (words.Length > 1)
        {
            yield return string.Join('-', words[^1..].Concat(words[..^1]));
        }
    }

    /// <summary>The form of what somebody types of a person's name.</summary>
    public static string OfPersonQuery(string name) => string.Join('-', WordsOf(name));

    private static string[] WordsOf(string name)
    {
        var form = new StringBuilder(name.Length);
        foreach (var rune in name.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                form.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else if (Rune.GetUnicodeCategory(rune) is not System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                form.Append(' ');
            }
        }

        return form.ToString().Split(Separators, StringSplitOptions.RemoveEmptyEntries);
    }
}
