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

    [Theory]
    [InlineData("director")]
    [InlineData("year and country")]
    [InlineData("id")]
    [InlineData("cast")]
    [InlineData("other title")]
    [InlineData("director, of one other title")]
    [InlineData("subtitle")]
    public void Four_thousand_films_of_one_title_allocate_about_four_times_as_much_as_a_thousand(string toldApartBy)
    {
        MergeFilms(1_000, toldApartBy);
        var thousand = MergeFilms(1_000, toldApartBy);
        var fourThousand = MergeFilms(4_000, toldApartBy);

        Assert.InRange(fourThousand, thousand, 6 * thousand);
    }

    private long MergeFilms(int count, string toldApartBy)
    {
        var evidence = Enumerable.Range(0, count).Select(at => FilmOf(at, toldApartBy)).ToList();
        var (bytes, clock) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
        var films = FilmMerge.Merge(evidence);
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        output.WriteLine(FormattableString.Invariant(
            $"{count} films told apart by {toldApartBy}: {bytes / 1024} KiB, {clock.Elapsed.TotalMilliseconds:F0} ms"));
        Assert.Equal(count, films.Length);
        return bytes;
    }

    private static Evidence FilmOf(int at, string toldApartBy) => toldApartBy switch
    {
        "director" => Says.Review($"review-{at}", "Ember").Country("Norway").Year(2013).Director(NameOf(at)),
        "year and country" => Says.Review($"review-{at}", "Ember").Country(NameOf(at / 60)).Year(1900 + (2 * (at % 60))),
        "id" => Says.Review($"review-{at}", "Ember").Id("imdb", $"tt{at:D7}"),
        "cast" => Says.Review($"review-{at}", "Ember").Cast(NameOf(at)).Cast(NameOf(at + 100_000)),
        "director, of one other title" => Says.Review($"review-{at}", "Ember").Director(NameOf(at)).AlsoTitled("Zunder"),
        "subtitle" => Says.Review($"review-{at}", $"Ember: {NameOf(at)}"),
        _ => Says.Review($"review-{at}", "Ember").Director(NameOf(at)).AlsoTitled($"Zunder {NameOf(at)}").Id("imdb", $"tt{at:D7}"),
    };

    // Names of letters alone that share no family name.
    private static string NameOf(int number)
    {
        var letters = string.Concat(number.ToString("D6", System.Globalization.CultureInfo.InvariantCulture).Select(digit => "bdfghklmnp"[digit - '0'] + "a"));
        return $"{char.ToUpperInvariant(letters[^2])}e{letters[6..]} {char.ToUpperInvariant(letters[0])}o{letters}";
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
