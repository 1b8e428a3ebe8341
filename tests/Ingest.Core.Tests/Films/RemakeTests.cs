using Ingest.Core.Films;

namespace Ingest.Core.Tests.Films;

public sealed class RemakeTests
{
    private static Says Korean => Says.Review("korean", "Cell of Wonders").Year(2013).Country("South Korea").Director("Ahn Min-jae")
        .Cast("Ryu Tae-min").Cast("Kal Ye-rin");

    private static Says Turkish => Says.Review("turkish", "Cell of Wonders").Year(2019).Country("Turkey").Director("Murat Demirel")
        .Cast("Aras Yurt");

    private static Says Philippine => Says.Review("philippine", "Cell of Wonders").Year(2019).Country("Philippines")
        .Director("Nilo Santos").Cast("Aga Ramos");

    [Fact]
    public void Three_films_of_one_title_are_three_profiles() =>
        Assert.Equal(
            ["cell-of-wonders-2013", "cell-of-wonders-2019-philippines", "cell-of-wonders-2019-turkey"],
            Merged.Of(Korean, Turkish, Philippine).Select(film => film.Id));

    [Fact]
    public void A_review_without_a_year_goes_where_its_director_is() =>
        Assert.Contains("later", With(Says.Review("later", "Cell of Wonders").Director("Santos, Nilo"), "philippines").Reviews);

    [Fact]
    public void A_review_without_a_year_goes_where_its_cast_is_in_any_spelling() =>
        Assert.Contains("later", With(Says.Review("later", "Cell of Wonders").Cast("RYOO Tae Min").Cast("Someone Else"), "2013").Reviews);

    [Fact]
    public void A_review_without_a_year_goes_where_its_country_is() =>
        Assert.Contains("later", With(Says.Review("later", "Cell of Wonders").Country("Turkey"), "turkey").Reviews);

    [Fact]
    public void A_review_without_anything_goes_to_the_film_there_was_when_it_was_written() =>
        Assert.Contains("later", With(Says.Review("later", "Cell of Wonders", published: "2014-02-01"), "2013").Reviews);

    [Fact]
    public void A_review_that_fits_none_surely_counts_with_lower_confidence()
    {
        var films = Merged.Of(Korean, Turkish, Says.Review("later", "Cell of Wonders").Runtime(127));

        var film = Assert.Single(films, film => film.Reviews.Contains("later"));
        Assert.Equal(2, films.Length);
        Assert.True(film.RuntimeMinutes!.Confidence < 0.6, $"{film.RuntimeMinutes.Confidence}");
    }

    [Fact]
    public void One_review_of_two_remakes_stands_behind_both()
    {
        var films = Merged.Of(
            Korean,
            Says.Review("both", "Cell of Wonders").Year(2013),
            Says.Review("both", "Cell of Wonders", subject: false).Year(2019).Country("Turkey"));

        Assert.Equal(2, films.Length);
        Assert.All(films, film => Assert.Contains("both", film.Reviews));
    }

    [Fact]
    public void A_shared_id_joins_whatever_else_is_said() =>
        Assert.Single(Merged.Of(
            Says.Review("a", "Ember").Year(1982).Id("imdb", "tt0000001"),
            Says.Review("b", "Ember").Year(2013).Director("Ida Holt").Id("imdb", "tt0000001")));

    [Fact]
    public void Different_ids_of_one_source_separate_whatever_else_is_said() =>
        Assert.Equal(2, Merged.Of(
            Says.Review("a", "Ember").Year(2013).Director("Ida Holt").Id("imdb", "tt0000001"),
            Says.Review("b", "Ember").Year(2013).Director("Ida Holt").Id("imdb", "tt0000002")).Length);

    [Fact]
    public void Ids_of_different_sources_do_not_separate() =>
        Assert.Single(Merged.Of(
            Says.Review("a", "Ember").Year(2013).Id("imdb", "tt0000001"),
            Says.Review("b", "Ember").Year(2013).Id("wikidata", "Q1")));

    [Fact]
    public void Years_one_apart_are_one_film_and_a_conflict()
    {
        var film = Merged.One(
            Says.Review("a", "Ember").Year(2012),
            Says.Review("b", "Ember").Year(2013),
            Says.Review("c", "Ember").Year(2013));

        Assert.Equal((2013, 2), (film.Year!.Value, film.Year.Support));
        var conflict = Assert.Single(film.Conflicts);
        Assert.Equal(("year", "2012", "2013", 1), (conflict.Field, conflict.Value, conflict.StandsAgainst, conflict.Support));
    }

    [Fact]
    public void A_mere_mention_of_a_short_title_is_not_taken_for_the_longer_one() =>
        Assert.Equal(2, Merged.Of(
            Says.Review("a", "Ember Coast: The Return").Year(2013).Director("Ida Holt"),
            Says.Review("b", "Ember Coast", subject: false)).Length);

    [Fact]
    public void Titles_that_one_review_names_side_by_side_stay_apart() =>
        Assert.Equal(2, Merged.Of(
            Says.Review("a", "Ember Coast: The Return").Year(2013).Director("Ida Holt"),
            Says.Review("a", "Ember Coast")).Length);

    [Fact]
    public void Other_titles_of_the_film_stand_as_alternate_titles_but_mere_spellings_do_not()
    {
        var film = Merged.One(
            Says.Review("a", "Ember Coast").Year(2013).Titled("The Ember Coast").AlsoTitled("Glutküste"),
            Says.Review("b", "EMBER COAST").Year(2013),
            Says.Review("c", "Ember Coast: The Return").Year(2013));

        Assert.Equal("Ember Coast", film.Title.Value);
        Assert.Equal(["Ember Coast: The Return", "Glutküste"], film.AlternateTitles.Select(title => title.Value));
    }

    private static FilmProfile With(Says later, string idEnd)
    {
        var films = Merged.Of(Korean, Turkish, Philippine, later);
        Assert.Equal(3, films.Length);
        return films.Single(film => film.Id.EndsWith(idEnd, StringComparison.Ordinal));
    }
}
