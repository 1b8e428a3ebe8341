using System.Diagnostics;
using Ingest.Core.Films;

namespace Ingest.Core.Tests.Films;

[Collection(nameof(Alone))]
public sealed class MergingManyTests(ITestOutputHelper output)
{
    [Fact]
    public void Ten_thousand_reviews_of_one_film_take_about_ten_times_as_long_as_a_thousand()
    {
        Best(1_000);
        var thousand = Best(1_000);
        var tenThousand = Best(10_000);

        output.WriteLine(FormattableString.Invariant($"processor time, 1,000: {thousand:F0} ms, 10,000: {tenThousand:F0} ms"));
        Assert.True(tenThousand < 20 * thousand, $"1,000: {thousand} ms, 10,000: {tenThousand} ms");
    }

    private static double Best(int reviews) => Enumerable.Range(0, 3).Min(_ => Time(reviews));

    private static double Time(int reviews)
    {
        var evidence = Enumerable.Range(0, reviews).Select(ReviewOf).ToList();
        GC.Collect();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var film = Assert.Single(FilmMerge.Merge(evidence));
        Assert.Equal(reviews, film.ReviewCount);

        // Processor time: the machine may have other work.
        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
    }

    private static Evidence ReviewOf(int at) => Says.Review($"review-{at}", at % 3 == 0 ? "The Ember" : "Ember", at % 4 > 0)
        .Year(2013)
        .Country("Norway")
        .Genre(at % 2 == 0 ? "drama" : "comedy drama")
        .Director(at % 5 == 0 ? "I. Holt" : "Ida Holt")
        .Cast("Ryu Tae-min", at % 3 == 0 ? "Quill" : "Mara Quill")
        .Cast("Tamsin Grey", "Ossian")
        .Cast($"Extra Number{(char)('a' + (at % 20))}", $"Guest {at}")
        .Gross(12_800_000 + (at % 7), at % 2 == 0 ? "worldwide" : null)
        .Budget(3_000_000)
        .Runtime(100 + (at % 2));
}

/// <summary>Tests that nothing else may run beside.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
