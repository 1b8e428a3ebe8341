using System.Collections.Immutable;
using Ingest.Core.Films;

namespace Ingest.Core.Tests.Films;

public sealed class OtherTitleTests
{
    private static Says Ashen(string review = "ashen") => Says.Review(review, "The Ashen Crown").Year(2012).Country("South Korea").Director("Ahn Min-jae");

    private static Says Jaetbit(string review = "jaetbit") => Says.Review(review, "Jaetbit").Year(2012).Country("South Korea").Cast("Ryu Tae-min");

    private static Says Linking(string review = "link") => Says.Review(review, "The Ashen Crown").AlsoTitled("Jaetbit");

    private static Says LinkingBack(string review = "link") => Says.Review(review, "Jaetbit").AlsoTitled("The Ashen Crown");

    private static Says American(string review = "american") => Says.Review(review, "The Ashen Crown").Year(1988).Country("United States").Director("Rob Vance");

    [Fact]
    public void One_review_that_states_both_titles_joins_the_reviews_under_either() =>
        Assert.Equal(["ashen", "jaetbit", "link"], Merged.One(Ashen(), Jaetbit(), Linking()).Reviews);

    [Fact]
    public void It_does_so_in_the_other_direction() =>
        Assert.Equal(["ashen", "jaetbit", "link"], Merged.One(Ashen(), Jaetbit(), LinkingBack()).Reviews);

    [Fact]
    public void It_does_so_whether_it_says_much_or_little() =>
        Assert.Single(Merged.Of(
            Says.Review("ashen", "The Ashen Crown"),
            Says.Review("jaetbit", "Jaetbit").Director("Ahn Min-jae"),
            Linking().Year(2012).Country("South Korea").Id("imdb", "tt0000001").Cast("Ryu Tae-min")));

    [Fact]
    public void Without_that_review_they_are_two_films() => Assert.Equal(2, Merged.Of(Ashen(), Jaetbit()).Length);

    [Fact]
    public void The_other_title_stands_among_the_alternate_titles() =>
        Assert.Equal(["Jaetbit"], Merged.One(Ashen(), Ashen("second"), Jaetbit(), Linking()).AlternateTitles.Select(title => title.Value));

    [Theory]
    [InlineData("Alder", "Briar", "Cedar")]
    [InlineData("Alder", "Cedar", "Briar")]
    [InlineData("Briar", "Alder", "Cedar")]
    [InlineData("Briar", "Cedar", "Alder")]
    [InlineData("Cedar", "Alder", "Briar")]
    [InlineData("Cedar", "Briar", "Alder")]
    public void A_chain_of_titles_is_one_film(string one, string two, string three)
    {
        Assert.Single(Merged.Of(
            Says.Review("1", one).AlsoTitled(two),
            Says.Review("2", two).AlsoTitled(three),
            Says.Review("3", three).Year(2012)));
        Assert.Single(Merged.Of(Says.Review("1", one).AlsoTitled(two), Says.Review("2", three).AlsoTitled(two)));
        Assert.Single(Merged.Of(Says.Review("1", one), Says.Review("2", two).AlsoTitled(one).AlsoTitled(three), Says.Review("3", three)));
    }

    [Theory]
    [InlineData("잿빛 왕관")]
    [InlineData("Пепельная корона")]
    [InlineData("灰の冠")]
    public void An_original_title_in_another_script_joins(string original) =>
        Assert.Single(Merged.Of(
            Ashen(),
            Linking().AlsoTitled(original),
            Says.Review("original", original).Year(2012),
            Jaetbit()));

    [Theory]
    [InlineData("Jaetbit: The Last Winter", "Jaetbit: The Last Winter")]
    [InlineData("Jaetbit: The Last Winter", "Jaetbit - The Last Winter")]
    [InlineData("Jaetbit: The Last Winter", "Jaetbit The Last Winter")]
    [InlineData("Jaetbit The Last Winter", "Jaetbit: The Last Winter")]
    [InlineData("Jaetbit: The Last Winter", "Jaetbit")]
    [InlineData("Jaetbit", "Jaetbit: The Last Winter")]
    public void An_other_title_joins_with_and_without_its_subtitle(string stated, string used) =>
        Assert.Single(Merged.Of(
            Ashen(),
            Says.Review("link", "The Ashen Crown").Year(2012).AlsoTitled(stated),
            Says.Review("used", used).Year(2012)));

    [Theory]
    [InlineData("Nomad Road: The Long Way", "Nomad Road - The Long Way")]
    [InlineData("Nomad Road: The Long Way", "Nomad Road The Long Way")]
    [InlineData("Nomad Road - The Long Way", "Nomad Road The Long Way")]
    [InlineData("Nomad Road The Long Way", "Nomad Road (The Long Way)")]
    public void A_subtitle_is_the_same_behind_any_separator_and_none(string one, string other)
    {
        Assert.Single(Merged.Of(Says.Review("a", one).Year(2012), Says.Review("b", other).Year(2012)));
        Assert.Single(Merged.Of(
            Says.Review("a", one).Year(2012),
            Says.Review("b", other).Year(2012),
            Says.Review("c", "Nomad Road").Year(2012)));
        Assert.Single(Merged.Of(Says.Review("a", one), Says.Review("b", other)));
    }

    [Fact]
    public void A_film_of_the_same_title_that_cannot_be_meant_stays_apart()
    {
        var films = Merged.Of(Ashen(), Jaetbit(), Linking(), American(), American("american-2"));

        Assert.Equal(["american,american-2", "ashen,jaetbit,link"], Behind(films));
        Assert.Equal(["the-ashen-crown-1988", "the-ashen-crown-2012"], films.Select(film => film.Id));
    }

    [Fact]
    public void A_film_that_is_the_only_one_of_its_title_is_not_pulled_in_when_the_facts_contradict() =>
        Assert.Equal(["american", "jaetbit,link"], Behind(Merged.Of(Jaetbit(), Linking().Year(2012), American())));

    [Fact]
    public void A_review_that_says_nothing_else_goes_to_the_film_of_its_other_title() =>
        Assert.Equal(["american", "jaetbit,link"], Behind(Merged.Of(Jaetbit(), Linking(), American())));

    [Fact]
    public void An_other_title_does_not_make_a_review_one_of_a_longer_title() =>
        Assert.Equal(["jaetbit,link", "longer"], Behind(Merged.Of(
            Jaetbit(),
            Linking(),
            Says.Review("longer", "The Ashen Crown: A New Reign").Director("Ida Holt"))));

    [Fact]
    public void Of_two_films_of_a_title_the_one_is_joined_that_nothing_tells_apart() =>
        Assert.Equal(["american", "ashen,jaetbit,link"], Behind(Merged.Of(Ashen(), American(), Jaetbit(), Linking())));

    [Fact]
    public void None_is_joined_where_a_review_may_mean_either()
    {
        var films = Merged.Of(
            Says.Review("one", "The Ashen Crown").Director("Ahn Min-jae"),
            Says.Review("two", "The Ashen Crown").Director("Rob Vance"),
            Says.Review("jaetbit", "Jaetbit").Year(2012),
            Linking());

        Assert.Equal(3, films.Length);
        Assert.DoesNotContain(films, film => film.Reviews.Contains("jaetbit") && film.ReviewCount > 1);
    }

    [Fact]
    public void None_is_joined_where_the_other_title_may_be_either_films() =>
        Assert.Equal(3, Merged.Of(
            Ashen(),
            Says.Review("one", "Jaetbit").Cast("Aras Yurt").Cast("Ece Demir"),
            Says.Review("two", "Jaetbit").Cast("Nilo Santos").Cast("Aga Ramos"),
            Linking()).Length);

    [Theory]
    [InlineData("Howler", "Howler 2")]
    [InlineData("Howler 2", "Howler")]
    [InlineData("Howler 2", "Howler 3")]
    [InlineData("Howler", "Howler II")]
    [InlineData("Howler", "Howler: Part Two")]
    [InlineData("Howler", "Howler Part 2")]
    [InlineData("Howler", "Howler 2: The Return")]
    [InlineData("Howler: Chapter 2", "Howler: Chapter 3")]
    [InlineData("2001", "2001 2")]
    public void A_title_with_another_number_is_no_other_title(string title, string other)
    {
        var films = Merged.Of(
            Says.Review("link", title).AlsoTitled(other).Director("Ida Holt"),
            Says.Review("a", title).Director("Ida Holt"),
            Says.Review("b", other).Director("Ida Holt"));

        Assert.Equal(["a,link", "b"], Behind(films));
    }

    [Fact]
    public void Parts_that_share_an_other_title_by_mistake_stay_apart() =>
        Assert.Equal(2, Merged.Of(
            Says.Review("a", "Howler").AlsoTitled("Heuler").Director("Ida Holt"),
            Says.Review("b", "Howler 2").AlsoTitled("Heuler").Director("Ida Holt")).Length);

    [Fact]
    public void A_review_of_one_part_does_not_go_to_the_other_by_a_title_that_is_said_to_be_both_films() =>
        Assert.Equal(["a,link", "b,c"], Behind(Merged.Of(
            Says.Review("a", "Howler").Year(1988),
            Says.Review("link", "Howler").AlsoTitled("Heuler"),
            Says.Review("b", "Howler 2").AlsoTitled("Heuler").Year(2012),
            Says.Review("c", "Heuler").Year(2012))));

    [Theory]
    [InlineData("300", "1917")]
    [InlineData("It", "Us")]
    [InlineData("Up", "Her")]
    [InlineData("2001: A Lantern Odyssey", "2010")]
    [InlineData("It", "It: Chapter Two")]
    public void Short_and_numeric_titles_are_told_apart(string one, string other) =>
        Assert.Equal(2, Merged.Of(Says.Review("a", one).Director("Ida Holt"), Says.Review("b", other).Director("Ida Holt")).Length);

    [Fact]
    public void A_numeric_title_may_have_an_other_one() =>
        Assert.Single(Merged.Of(Says.Review("a", "300").AlsoTitled("Dreihundert Speere").Year(2006), Says.Review("b", "Dreihundert Speere").Year(2006)));

    [Fact]
    public void A_doubtful_other_title_joins_nothing() =>
        Assert.Equal(2, Merged.Of(Ashen(), Jaetbit(), Says.Review("link", "The Ashen Crown").AlsoTitled("Jaetbit", 0.6)).Length);

    [Fact]
    public void Reviews_under_both_titles_that_disagree_on_the_year_are_two_films() =>
        Assert.Equal(["a,link", "b"], Behind(Merged.Of(
            Says.Review("a", "The Ashen Crown").Year(2012),
            Says.Review("b", "Jaetbit").Year(1994),
            Linking().Year(2012))));

    private static IEnumerable<string> Behind(ImmutableArray<FilmProfile> films) =>
        films.Select(film => string.Join(',', film.Reviews.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal);
}
