using System.Globalization;
using Ingest.Core.Facts;
using Ingest.Core.Films;

namespace Ingest.Core.Tests.Films;

public sealed class BoundTests
{
    [Fact]
    public void A_profile_names_at_most_so_many_of_everything_the_best_supported_ones()
    {
        var film = Merged.One([.. Enumerable.Range(0, 300).Select(SayingMuch), SayingMuch(7, "again")]);

        Assert.Equal(FilmProfile.MaxCast, film.Cast.Length);
        Assert.Equal(FilmProfile.MaxCredits, film.Directors.Length);
        Assert.Equal(FilmProfile.MaxCredits, film.Writers.Length);
        Assert.Equal(FilmProfile.MaxAlternateTitles, film.AlternateTitles.Length);
        Assert.Equal(FilmProfile.MaxGenres, film.Genres.Length);
        Assert.Equal(FilmProfile.MaxCountries, film.Countries.Length);
        Assert.Equal(FilmProfile.MaxComparisons, film.Comparisons.Length);
        Assert.Equal(FilmProfile.MaxFigures, film.BoxOffice.Length);
        Assert.Equal(FilmProfile.MaxFigures, film.Budget.Length);
        Assert.Equal(FilmProfile.MaxExternalIds, film.ExternalIds.Length);
        Assert.Equal(FilmProfile.MaxReviews, film.Reviews.Length);
        Assert.InRange(film.Conflicts.Length, 0, FilmProfile.MaxConflicts);
        Assert.Equal(
            [2, 2, 2, 2, 2, 2, 2],
            new[] { film.Writers[0].Support, film.AlternateTitles[0].Support, film.Genres[0].Support, film.Comparisons[0].Support, film.BoxOffice[0].Support, film.Budget[0].Support, film.ExternalIds.Single(id => id.Source == "source-7").Support });
    }

    [Fact]
    public void Of_a_persons_spellings_those_stand_that_most_reviews_use()
    {
        Says[] reviews =
        [
            Says.Review("a", "Ember").Year(2012).Cast("Ida Holt", "Mara"),
            Says.Review("b", "Ember").Year(2012).Cast("Ida Holt", "Mara"),
            Says.Review("c", "Ember").Year(2012).Cast("ida holt").Cast("Ida  HOLT"),
            .. Enumerable.Range(0, 60).Select(at => Says.Review($"d{at}", "Ember").Year(2012).Cast(Cased("Ida Holt", at + 3))),
            Says.Review("e", "Ember").Year(2012).Cast("ida holt"),
        ];

        var member = Assert.Single(Merged.One(reviews).Cast);

        Assert.Equal(FilmProfile.MaxAliases, member.Aliases.Length);
        Assert.Contains("ida holt", member.Aliases);
        Assert.Equal(member.Aliases.Order(StringComparer.Ordinal), member.Aliases);
    }

    [Theory]
    [InlineData("x", 1_000)]
    [InlineData("𠀋", 1_000)]
    [InlineData("a𠀋", 1_000)]
    public void A_quote_is_cut_and_its_offsets_with_it(string repeated, int most)
    {
        var text = string.Concat(Enumerable.Repeat(repeated, 5_000));
        var quote = new Quote(text, 40, 40 + text.Length);
        Evidence evidence = new("a", null, new FilmStatements("Ember", true, [new TitleStatement("Ember", quote, 0.9)]));

        var source = Assert.Single(Assert.Single(FilmMerge.Merge([evidence])).Title.Sources);

        Assert.InRange(source.Quote.Length, most - 1, most);
        Assert.StartsWith(source.Quote, text, StringComparison.Ordinal);
        Assert.Equal((40, 40 + source.Quote.Length), (source.Start, source.End));
        Assert.False(char.IsHighSurrogate(source.Quote[^1]));
    }

    [Fact]
    public void A_cut_quote_of_structured_data_has_no_offsets()
    {
        Evidence evidence = new("a", null, new FilmStatements("Ember", true, [new TitleStatement("Ember", new(new('x', 5_000), null, null), 0.9)]));

        var source = Assert.Single(Assert.Single(FilmMerge.Merge([evidence])).Title.Sources);

        Assert.Equal((null, null), (source.Start, source.End));
    }

    private static Says SayingMuch(int at) => SayingMuch(at, $"review-{at}");

    private static Says SayingMuch(int at, string review)
    {
        var name = string.Concat(at.ToString("D3", CultureInfo.InvariantCulture).Select(digit => "bdfghklmnp"[digit - '0'] + "a"));
        return Says.Review(review, "Ember")
            .Year(2012)
            .Id("imdb", "tt0000001")
            .Id($"source-{at}", "1")
            .Director("Ida Holt")
            .Director($"Dira {name}son")
            .Writer($"Wera {name}sen")
            .Cast($"Cora {name}ssen")
            .Genre($"genre {name}")
            .Country($"Country {name}")
            .LikensTo($"Film {name}")
            .AlsoTitled($"Title {name}")
            .Gross(1_000_000, $"Territory {name}")
            .Budget(1_000_000 + at, currency: $"X{at:D3}");
    }

    private static string Cased(string name, int bits) =>
        string.Concat(name.Select((c, at) => (bits >> at & 1) == 1 ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c)));
}
