namespace Ingest.Core.Films.Titles;

/// <summary>A word of a title as scanned, folded, with the punctuation that changes what it means.</summary>
/// <param name="Text">Letters or digits, never both, except ordinals (<c>13th</c>).</param>
/// <param name="AfterComma">Whether a comma stands before it.</param>
/// <param name="BeforeDot">Whether a full stop follows it: <c>No. One</c>.</param>
/// <param name="AfterHash">Whether <c>#</c> stands before it: <c>#7</c>.</param>
/// <param name="BeginsOther">Whether another title may begin here: in brackets at the end, or behind a slash.</param>
internal readonly record struct TitleWord(
    string Text, bool AfterComma, bool BeforeDot, bool AfterHash, bool BeginsOther = false)
{
    public bool IsNumber => char.IsAsciiDigit(Text[0]) && char.IsAsciiDigit(Text[^1]);
}
