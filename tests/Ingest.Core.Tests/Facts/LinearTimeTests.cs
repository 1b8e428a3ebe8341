using System.Diagnostics;
using Ingest.Core.Articles;
using Ingest.Core.Facts;
using Ingest.Core.Pages;

namespace Ingest.Core.Tests.Facts;

/// <summary>Hostile texts cost no more time for their length than others, and their output is bounded.</summary>
[Collection(nameof(Alone))]
public class LinearTimeTests
{
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
    };

    [Theory]
    [MemberData(nameof(HostileParts))]
    public void Four_times_the_text_takes_about_four_times_the_time(string name, string part)
    {
        Read(part, 20_000);
        var once = Fastest(part, 100_000);
        var fourfold = Fastest(part, 400_000);

        // Four times the text may take four times as long, and as much again for the machine's other work; a quadratic
        // reading takes sixteen times as long.
        Assert.True(fourfold < (9 * once) + TimeSpan.FromMilliseconds(400), $"{name}: {once.TotalMilliseconds:F0} ms, then {fourfold.TotalMilliseconds:F0} ms");
    }

    [Fact]
    public void The_number_of_statements_is_bounded()
    {
        var text = string.Concat(Enumerable.Range(0, 3_000).Select(n => $"The film stars Mara Venn{(char)('a' + (n % 26))}{(char)('a' + (n / 26 % 26))}. "));

        var films = FactReader.Read(new Article { Title = "The Glass Orchard review", Text = text }, PageData.None, ReadingLimits.Default with { MaxStatements = 100 });

        Assert.InRange(films.Sum(f => f.Statements.Length), 1, 102);
    }

    private static TimeSpan Fastest(string part, int length)
    {
        var fastest = TimeSpan.MaxValue;
        for (var run = 0; run < 2; run++)
        {
            var taken = Read(part, length);
            fastest = taken < fastest ? taken : fastest;
        }

        return fastest;
    }

    private static TimeSpan Read(string part, int length)
    {
        var text = string.Concat(Enumerable.Repeat(part, length / part.Length));
        var clock = Stopwatch.StartNew();
        FactReader.Read(new Article { Title = "The Slow Canal review", Text = text }, PageData.None, ReadingLimits.Default);
        return clock.Elapsed;
    }
}
