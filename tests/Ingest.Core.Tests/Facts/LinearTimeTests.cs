using System.Collections.Immutable;
using System.Text;
using Ingest.Core.Articles;
using Ingest.Core.Facts;
using Ingest.Core.Pages;

namespace Ingest.Core.Tests.Facts;

/// <summary>Hostile texts cost no more time for their length than others, and their output is bounded.</summary>
[Collection(nameof(Alone))]
public class LinearTimeTests
{
    private const int Short = 100_000;

    // No article is longer: ReadingLimits.MaxTextLength.
    private const int Long = 2_000_000;

    // Where a page says itself what it reviews, every sentence is searched, whatever the text speaks of.
    private static readonly PageData Reviewed = PageReader.Read(
        """<html><head><script type="application/ld+json">{"@type":"Review","itemReviewed":{"@type":"Movie","name":"The Slow Canal"}}</script></head><body><p>Text.</p></body></html>"""u8.ToArray(),
        ReadingLimits.Default).Page!.Data;

    public static TheoryData<string, string> HostileParts() => new()
    {
        { "a phrasing without an end", "starring " },
        { "capitalised words", "Anna Bertha Clara " },
        { "names in a row", "Mara Venn, Otto Brandt and " },
        { "nested brackets", "(( Mara Venn (" },
        { "brackets that close", "Mara Venn (The Slow Canal) " },
        { "titles and years", "The Slow Canal (1999) " },
        { "sums", "$1 million and grossed $2-3 million " },
        { "one endless sentence", "the film stars Mara Venn as Ilse, a widow, " },
        { "the film", "the film it the movie " },
        { "quotes", "\"The Slow Canal\" \" ' " },
        { "comparisons", "a combination of The Mill and The Ferry, " },
        { "roles", "Mara Venn as Ilse and " },
        { "letters without a space", "abcdefghij" },
        { "genres", "a 1999 Danish crime thriller drama, " },
        { "short sentences", "It is a drama. " },
        { "stops without a space", "." },
        { "dates", "released on 3 March 1999 in Denmark, " },
    };

    // What many different names and titles would make slow are the tables of them.
    public static TheoryData<string, string> NumberedParts() => new()
    {
        { "different names", "The film stars #a #b as #c. " },
        { "one surname, one character", "The film stars #a Venn as Venn. " },
        { "different titles", "The #a Mill (1999) is a thriller starring #b Venn. " },
        { "titles that begin alike", "The Mill of the Mill of #a (1999) The Mill of the Mill of the Mill " },
        { "titles in passing", "As #a Mill cost 40 million, #b Mill comes to mind. " },
        { "headings", "1. The #a Mill\n\nMara #b stars in The #b Mill.\n\n" },
    };

    [Theory]
    [MemberData(nameof(HostileParts))]
    public void Time_grows_with_the_length_of_a_hostile_text(string name, string part) =>
        GrowsWithLength(name, length => string.Concat(Enumerable.Repeat(part, length / part.Length)));

    [Theory]
    [MemberData(nameof(NumberedParts))]
    public void Time_grows_with_the_length_of_a_text_of_ever_new_names(string name, string part) =>
        GrowsWithLength(name, length => string.Concat(Enumerable.Range(0, length / part.Length).Select(n => Numbered(part, n))));

    [Fact]
    public void Time_grows_with_the_length_of_a_text_in_italics() =>
        GrowsWithLength("italics", length => string.Concat(Enumerable.Repeat("The Mill, ", length / 10)), length => [.. Enumerable.Range(0, length / 10).Select(n => new ArticleSpan(SpanKind.Emphasis, n * 10, (n * 10) + 8))]);

    [Fact]
    public void The_number_of_statements_is_bounded()
    {
        var text = string.Concat(Enumerable.Range(0, 3_000).Select(n => $"The film stars Mara Venn{(char)('a' + (n % 26))}{(char)('a' + (n / 26 % 26))}. "));

        var films = FactReader.Read(new Article { Title = "The Glass Orchard review", Text = text }, PageData.None, ReadingLimits.Default with { MaxStatements = 100 });

        Assert.InRange(films.Sum(f => f.Statements.Length), 1, 102);
    }

    // A reading whose time grows with the square of the length takes four hundred times as long for twenty times the text.
    private static void GrowsWithLength(string name, Func<int, string> text, Func<int, ImmutableArray<ArticleSpan>>? spans = null)
    {
        Read(text(20_000), spans?.Invoke(20_000) ?? []);
        var once = Read(text(Short), spans?.Invoke(Short) ?? []);
        var many = Read(text(Long), spans?.Invoke(Long) ?? []);

        var times = $"{name}: {once.Time.TotalMilliseconds:F0} ms, then {many.Time.TotalMilliseconds:F0} ms";
        Assert.True(many.Time < (60 * once.Time) + TimeSpan.FromSeconds(2), times);
        Assert.True(many.Time < TimeSpan.FromSeconds(12), times);
        Assert.True(many.Bytes < (30 * once.Bytes) + (100 << 20), $"{name}: {once.Bytes >> 20} MiB, then {many.Bytes >> 20} MiB");
    }

    private static (TimeSpan Time, long Bytes) Read(string text, ImmutableArray<ArticleSpan> spans)
    {
        var article = new Article { Title = "The Slow Canal review", Text = text, Spans = spans };
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var began = Environment.CpuUsage.TotalTime; // The processor's time: other work on the machine does not count.
        FactReader.Read(article, Reviewed, ReadingLimits.Default);
        return (Environment.CpuUsage.TotalTime - began, GC.GetAllocatedBytesForCurrentThread() - bytes);
    }

    private static string Numbered(string part, int number) => part
        .Replace("#a", Name(number), StringComparison.Ordinal)
        .Replace("#b", Name(number / 3), StringComparison.Ordinal)
        .Replace("#c", Name(number + 7), StringComparison.Ordinal);

    // A capitalised word of its own for each number.
    private static string Name(int number)
    {
        var name = new StringBuilder();
        for (var rest = number; rest > 0 || name.Length == 0; rest /= 20)
        {
            name.Append(name.Length == 0 ? "BCDFGHJKLMNPQRSTVWXZ"[rest % 20] : "bcdfghjklmnpqrstvwxz"[rest % 20]).Append('a');
        }

        return name.Append('n').ToString();
    }
}
