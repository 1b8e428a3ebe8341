using Ingest.Core.Films;

namespace Ingest.Core.Tests.Films;

public sealed class FilmIdTests
{
    [Theory]
    [InlineData("Miracle in Cell No. 7", 2013, "miracle-in-cell-no-7-2013")]
    [InlineData("The Quiet Harbour", null, "the-quiet-harbour")]
    [InlineData("Wolf's Winter", 1999, "wolfs-winter-1999")]
    [InlineData("Čierny sneh: Časť 1", 2001, "cierny-sneh-cast-1-2001")]
    [InlineData("Salt & Iron", 1970, "salt-iron-1970")]
    [InlineData("기적의 방", 2013, "기적의-방-2013")]
    [InlineData("1917", 2019, "1917-2019")]
    [InlineData("1917", null, "1917")]
    [InlineData("AC/DC #1? 100% \\o", 2000, "ac-dc-1-100-o-2000")]
    public void An_id_is_the_title_as_written_and_the_year(string title, int? year, string id) =>
        Assert.Equal(id, FilmId.Of(title, year).Value);

    [Fact]
    public void A_title_that_ends_like_a_year_is_told_from_a_title_with_that_year() =>
        Assert.NotEqual(FilmId.Of("Lantern Race 2000", null), FilmId.Of("Lantern Race", 2000));

    [Theory]
    [InlineData("")]
    [InlineData("!!!")]
    [InlineData("\ud800/\\#?%\u0001\u007f")]
    public void Any_title_has_an_id_that_fits_a_key_and_a_url_segment(string title) =>
        Assert.Matches(@"^[\p{L}\p{N}\p{M}-]+$", FilmId.Of(title, 2013).Value);

    [Fact]
    public void Long_titles_have_distinct_ids_of_bounded_length()
    {
        var one = FilmId.Of(new string('a', 500) + " b", 2013, "South Korea");
        var other = FilmId.Of(new string('a', 500) + " c", 2013, "South Korea");

        Assert.NotEqual(one, other);
        Assert.InRange(one.Value.Length, 1, 120);
    }

    [Fact]
    public void Films_of_one_title_and_year_are_told_apart_by_country()
    {
        var ids = Merged.Of(
            Says.Review("a", "Ember").Year(2019).Country("Chile").Director("Ida Holt"),
            Says.Review("b", "Ember").Year(2019).Country("Norway").Director("Rob Vance")).Select(film => film.Id);

        Assert.Equal(["ember-2019-chile", "ember-2019-norway"], ids);
    }

    [Fact]
    public void Films_of_one_title_year_and_country_are_told_apart_by_director()
    {
        var ids = Merged.Of(
            Says.Review("a", "Ember").Year(2019).Country("Chile").Director("Ida Holt"),
            Says.Review("b", "Ember").Year(2019).Country("Chile").Director("Rob Vance")).Select(film => film.Id);

        Assert.Equal(["ember-2019-ida-holt", "ember-2019-rob-vance"], ids);
    }

    [Fact]
    public void Only_those_that_share_a_country_are_told_apart_by_director()
    {
        var ids = Merged.Of(
            Says.Review("a", "Ember").Year(2019).Country("Chile").Director("Ida Holt"),
            Says.Review("b", "Ember").Year(2019).Country("Norway").Director("Rob Vance"),
            Says.Review("c", "Ember").Year(2019).Country("Norway").Director("Tamsin Grey")).Select(film => film.Id);

        Assert.Equal(["ember-2019-chile", "ember-2019-rob-vance", "ember-2019-tamsin-grey"], ids);
    }

    [Fact]
    public void Films_that_nothing_readable_tells_apart_have_their_ids_elsewhere()
    {
        var ids = Merged.Of(
            Says.Review("a", "Ember").Year(2019).Id("imdb", "tt0000001"),
            Says.Review("b", "Ember").Year(2019).Id("imdb", "tt0000002"),
            Says.Review("c", "Ember").Year(2019).Id("imdb", "tt0000002")).Select(film => film.Id);

        Assert.Equal(["ember-2019-tt0000001", "ember-2019-tt0000002"], ids);
    }

    [Fact]
    public void Films_that_nothing_tells_apart_are_numbered_by_support()
    {
        var films = Merged.Of(
            Says.Review("a", "Ember").Year(2019).Id("imdb", "!"),
            Says.Review("b", "Ember").Year(2019).Id("imdb", "?"),
            Says.Review("c", "Ember").Year(2019).Id("imdb", "?"));

        Assert.Equal(["ember-2019", "ember-2019-2"], films.Select(film => film.Id));
        Assert.Equal(["?", "!"], films.Select(film => film.ExternalIds[0].Id));
    }

    [Fact]
    public void A_film_that_three_times_as_many_reviews_are_about_keeps_its_id_when_another_comes()
    {
        var known = Enumerable.Range(1, 6).Select(at => Says.Review($"known-{at}", "Ember").Year(2019).Country("Chile").Director("Ida Holt")).ToList();
        Says other = Says.Review("other", "Ember").Year(2019).Country("Norway").Director("Rob Vance");
        Says another = Says.Review("another", "Ember").Year(2019).Country("Norway").Director("Rob Vance");
        Says third = Says.Review("third", "Ember").Year(2019).Country("Norway").Director("Rob Vance");

        Assert.Equal("ember-2019", Merged.One([.. known]).Id);
        Assert.Equal(["ember-2019", "ember-2019-norway"], Merged.Of([.. known, other, another]).Select(film => film.Id));
        Assert.Equal(["ember-2019-chile", "ember-2019-norway"], Merged.Of([.. known, other, another, third]).Select(film => film.Id));
    }

    [Fact]
    public void An_other_title_that_becomes_known_changes_no_id()
    {
        Says[] reviews = [Says.Review("a", "The Ashen Crown").Year(2012), Says.Review("b", "The Ashen Crown").Year(2012)];

        Assert.Equal("the-ashen-crown-2012", Merged.One(reviews).Id);
        Assert.Equal(
            "the-ashen-crown-2012",
            Merged.One([.. reviews, Says.Review("c", "The Ashen Crown").AlsoTitled("Aschenkrone"), Says.Review("d", "Aschenkrone")]).Id);
    }
}
