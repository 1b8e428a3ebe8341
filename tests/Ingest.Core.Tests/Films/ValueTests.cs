using Ingest.Core.Films;

namespace Ingest.Core.Tests.Films;

public sealed class ValueTests
{
    [Fact]
    public void The_best_supported_running_time_stands_and_disagreement_lowers_its_confidence()
    {
        Says[] agreeing = [Says.Review("a", "Ember").Year(2013).Runtime(127), Says.Review("b", "Ember").Year(2013).Runtime(127)];
        var disputed = Merged.One([.. agreeing, Says.Review("c", "Ember").Year(2013).Runtime(128)]);

        Assert.Equal((127, 2), (disputed.RuntimeMinutes!.Value, disputed.RuntimeMinutes.Support));
        Assert.True(disputed.RuntimeMinutes.Confidence < Merged.One(agreeing).RuntimeMinutes!.Confidence);
        Assert.Equal(("runtimeMinutes", "128"), disputed.Conflicts.Select(conflict => (conflict.Field, conflict.Value)).Single());
    }

    [Fact]
    public void More_reviews_make_a_value_surer_but_never_certain()
    {
        double Confidence(int reviews) => Merged.One(
            [.. Enumerable.Range(0, reviews).Select(at => Says.Review($"r{at}", "Ember").Year(2013, confidence: 0.6))]).Year!.Confidence;

        Assert.Equal(0.6, Confidence(1));
        Assert.Equal(0.84, Confidence(2));
        Assert.Equal(0.99, Confidence(50));
    }

    [Fact]
    public void A_review_that_says_a_value_twice_supports_it_once() =>
        Assert.Equal(1, Merged.One(Says.Review("a", "Ember").Runtime(127).Runtime(127)).RuntimeMinutes!.Support);

    [Fact]
    public void Genres_and_countries_are_united_best_supported_first()
    {
        var film = Merged.One(
            Says.Review("a", "Ember").Year(2013).Country("Norway").Genre("comedy").Genre("drama"),
            Says.Review("b", "Ember").Year(2013).Country("Norway").Country("Chile").Genre("romantic comedy").Genre("Drama"));

        Assert.Equal(["Norway", "Chile"], film.Countries.Select(country => country.Value));
        Assert.Equal("drama", film.Genres[0].Value, ignoreCase: true);
        Assert.Equal(["comedy", "romantic comedy"], film.Genres.Skip(1).Select(genre => genre.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_first_release_stands_and_a_later_one_elsewhere_is_no_conflict()
    {
        var film = Merged.One(
            Says.Review("a", "Ember").Year(2013).Released("2013-01-23", "Norway"),
            Says.Review("b", "Ember").Year(2013).Released("2013-05-02", "Chile"));

        Assert.Equal(new DateOnly(2013, 1, 23), film.ReleaseDate!.Value);
        Assert.Empty(film.Conflicts);
    }

    [Fact]
    public void Two_release_dates_of_one_territory_are_a_conflict()
    {
        var film = Merged.One(
            Says.Review("a", "Ember").Year(2013).Released("2013-01-23", "Norway"),
            Says.Review("b", "Ember").Year(2013).Released("2013-01-24", "Norway"));

        Assert.Equal(("releaseDate", "2013-01-24", "2013-01-23"), film.Conflicts
            .Select(conflict => (conflict.Field, conflict.Value, conflict.StandsAgainst)).Single());
    }

    [Fact]
    public void Sources_are_few_and_reviews_about_the_film_come_first()
    {
        var film = Merged.One([.. Enumerable.Range(0, 80).Select(at =>
            Says.Review($"review-{at:D2}", "Ember", subject: at % 2 == 1).Year(2013))]);

        Assert.Equal(80, film.Year!.Support);
        Assert.Equal(FilmProfile.MaxSources, film.Year.Sources.Length);
        Assert.All(film.Year.Sources, source => Assert.Contains(source.Review[^1], "13579"));
        Assert.Equal(["review-01", "review-03"], film.Year.Sources.Take(2).Select(source => source.Review));
        Assert.Equal(FilmProfile.MaxReviews, film.Reviews.Length);
        Assert.Equal("review-01", film.Reviews[0]);
        Assert.Equal((80, 40), (film.ReviewCount, film.SubjectOf));
    }

    [Fact]
    public void A_comparison_is_neither_cast_nor_title()
    {
        var film = Merged.One(Says.Review("a", "Ember").LikensTo("Salt Lanterns").LikensTo("The Salt Lanterns"));

        Assert.Equal("The Salt Lanterns", Assert.Single(film.Comparisons).Value);
        Assert.Empty(film.Cast);
        Assert.Empty(film.AlternateTitles);
    }

    [Fact]
    public void No_evidence_gives_no_films() => Assert.Empty(FilmMerge.Merge([]));
}
