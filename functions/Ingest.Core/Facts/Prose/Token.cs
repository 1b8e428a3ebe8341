namespace Ingest.Core.Facts.Prose;

/// <summary>A word, a number or a sign of the text.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Lower">In lower case; quotes, apostrophes and dashes in one form each.</param>
/// <param name="IsCapital">Whether its first letter is an upper-case one.</param>
/// <param name="AfterSpace">Whether white space or the text's start stands before it.</param>
/// <param name="Word">Number of the word among the different ones of the text, for what is looked up once for each.</param>
internal readonly record struct Token(int Start, int End, TokenKind Kind, string Lower, bool IsCapital, bool AfterSpace, int Word)
{
    /// <summary>Whether it is this sign or word, given in lower case.</summary>
    public bool Is(string lower) => string.Equals(Lower, lower, StringComparison.Ordinal);

    /// <summary>Whether it is a word that starts with a lower-case letter.</summary>
    public bool IsLowerWord => Kind == TokenKind.Word && !IsCapital;

    /// <summary>Whether it is a year in which films were made.</summary>
    public bool IsYear(out int year)
    {
        year = 0;
        return Kind == TokenKind.Number && Lower.Length == 4 && int.TryParse(Lower, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out year)
            && year is >= 1880 and <= 2100;
    }
}
