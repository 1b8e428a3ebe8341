namespace Ingest.Core.Films.Merging;

/// <summary>Titles that differ by the number of a part: never two titles of one film, whatever a review says.</summary>
internal static class NumberedTitles
{
    private static readonly string[] PartWords = ["part", "chapter", "volume", "episode", "book"];

    /// <summary>Whether one is the other with another number: <c>Ember</c> and <c>Ember 2</c>, <c>Ember II: Ash</c>.</summary>
    public static bool Differ(TitleForm one, TitleForm other) =>
        one.Whole != other.Whole
        && (DifferInNumber(one.Whole, other.Whole)
            || (one.Main != other.Main && DifferInNumber(one.Main, other.Main))
            || GoesOnWithNumber(one.Whole, other.Whole)
            || GoesOnWithNumber(other.Whole, one.Whole)
            || (one.Main == other.Main && one.To(other) == TitleRelation.Different && (HasNumberBehindMain(one) || HasNumberBehindMain(other))));

    private static bool DifferInNumber(string one, string other)
    {
        var stem = StemOf(one, out var number);
        return stem.Length > 0 && stem.SequenceEqual(StemOf(other, out var otherNumber)) && !number.SequenceEqual(otherNumber);
    }

    // A first part may be written without its number.
    private static ReadOnlySpan<char> StemOf(string title, out ReadOnlySpan<char> number)
    {
        var stem = title.AsSpan().TrimEnd("0123456789");
        number = stem.Length == title.Length ? "1" : title.AsSpan(stem.Length);
        return stem.Length == title.Length ? stem : WithoutPartWord(stem);
    }

    private static ReadOnlySpan<char> WithoutPartWord(ReadOnlySpan<char> stem)
    {
        stem = stem.TrimEnd("-#");
        foreach (var word in PartWords)
        {
            if (stem.Length > word.Length && stem.EndsWith(word, StringComparison.Ordinal))
            {
                return stem[..^word.Length];
            }
        }

        return stem;
    }

    private static bool GoesOnWithNumber(string shorter, string longer)
    {
        if (longer.Length <= shorter.Length || !longer.StartsWith(shorter, StringComparison.Ordinal))
        {
            return false;
        }

        var rest = longer.AsSpan(shorter.Length);
        return char.IsAsciiDigit(shorter[^1]) ? rest.Length > 1 && rest[0] == '-' : char.IsAsciiDigit(rest[0]) && rest is not "1";
    }

    private static bool HasNumberBehindMain(TitleForm title) =>
        title.Whole.Length > title.Main.Length && title.Whole.AsSpan(title.Main.Length).ContainsAnyInRange('2', '9');
}
