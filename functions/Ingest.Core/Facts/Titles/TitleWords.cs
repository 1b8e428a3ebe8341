using System.Text;
using Ingest.Core.Facts.Prose;

namespace Ingest.Core.Facts.Titles;

/// <summary>The words by which spellings of one title are the same: "No. 7", "No7" and "No 7" are <c>no 7</c>; a
/// possessive ending counts for nothing.</summary>
internal static class TitleWords
{
    /// <summary>The words of a title.</summary>
    public static List<string> Of(string title)
    {
        var words = new List<string>();
        foreach (var token in Tokeniser.Read(title))
        {
            Add(token, words);
        }

        return words;
    }

    /// <summary>The words of one token; none for a sign.</summary>
    public static void Add(Token token, List<string> words)
    {
        if (token.Is("&"))
        {
            words.Add("and");
            return;
        }

        if (token.Kind == TokenKind.Mark)
        {
            return;
        }

        if (IsPlain(token.Lower))
        {
            words.Add(token.Lower);
            return;
        }

        var word = new StringBuilder(token.Lower.Length);
        var digits = false;
        foreach (var c in token.Lower)
        {
            if (c is '.' or '\'')
            {
                continue;
            }

            var isDigit = char.IsDigit(c);
            if (word.Length > 0 && (c == '-' || isDigit != digits))
            {
                words.Add(word.ToString());
                word.Clear();
            }

            digits = isDigit;
            if (c != '-')
            {
                word.Append(c);
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }
    }

    // Most words are their own only word.
    private static bool IsPlain(string lower)
    {
        foreach (var c in lower)
        {
            if (c is '.' or '\'' or '-' || char.IsDigit(c))
            {
                return false;
            }
        }

        return true;
    }
}
