using System.Diagnostics;
using Ingest.Core.Films;

namespace Ingest.Core.Tests.Films;

public sealed class MergingManyTests(ITestOutputHelper output)
{
    // Allocated bytes, not time: they are the same on every machine, and merging pair by pair would multiply them.
    [Fact]
    public void Ten_thousand_reviews_of_one_film_allocate_about_ten_times_as_much_as_a_thousand()
    {
        Merge(1_000);
        var thousand = Merge(1_000);
        var tenThousand = Merge(10_000);

        Assert.InRange(tenThousand.Bytes, thousand.Bytes, 13 * thousand.Bytes);
    }

    private (long Bytes, double Milliseconds) Merge(int reviews)
    {
        var evidence = Enumerable.Range(0, reviews).Select(ReviewOf).ToList();
        var (bytes, clock) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
        var film = Assert.Single(FilmMerge.Merge(evidence));
        var merged = (GC.GetAllocatedBytesForCurrentThread() - bytes, clock.Elapsed.TotalMilliseconds);
        Assert.Equal(reviews, film.ReviewCount);
        output.WriteLine(FormattableString.Invariant($"{reviews} reviews: {merged.Item1 / 1024} KiB, {merged.TotalMilliseconds:F0} ms"));
        return merged;
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
