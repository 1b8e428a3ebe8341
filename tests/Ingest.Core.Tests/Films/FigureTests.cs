using Ingest.Core.Facts;

namespace Ingest.Core.Tests.Films;

public sealed class FigureTests
{
    [Fact]
    public void Figures_that_agree_within_rounding_are_one_and_the_most_precise_is_shown()
    {
        var film = Merged.One(
            Says.Review("a", "Ember").Year(2013).Admissions(12_800_000),
            Says.Review("b", "Ember").Year(2013).Admissions(12_811_206),
            Says.Review("c", "Ember").Year(2013).Admissions(12_000_000, qualifier: Qualifier.AtLeast));

        var figure = Assert.Single(film.BoxOffice);
        Assert.Equal((12_811_206m, 3, Qualifier.Exact), (figure.Amount, figure.Support, figure.Qualifier));
        Assert.Empty(film.Conflicts);
    }

    [Theory]
    [InlineData(80_000_000, Qualifier.Exact, 82_000_000, Qualifier.Exact, false)]
    [InlineData(82_000_000, Qualifier.Exact, 82_300_000, Qualifier.Exact, true)]
    [InlineData(80_000_000, Qualifier.Approximately, 82_000_000, Qualifier.Exact, true)]
    [InlineData(100_000_000, Qualifier.AtLeast, 104_300_000, Qualifier.Exact, true)]
    [InlineData(100_000_000, Qualifier.AtLeast, 140_000_000, Qualifier.Exact, false)]
    [InlineData(100_000_000, Qualifier.AtLeast, 97_000_000, Qualifier.Exact, false)]
    [InlineData(100_000_000, Qualifier.AtMost, 97_000_000, Qualifier.Exact, true)]
    [InlineData(1_300_000_000, Qualifier.Exact, 1_308_467_944, Qualifier.Exact, true)]
    [InlineData(12_811_206, Qualifier.Exact, 12_811_207, Qualifier.Exact, false)]
    public void Whether_two_figures_agree_follows_from_how_they_are_stated(
        long one, Qualifier oneQualifier, long other, Qualifier otherQualifier, bool agree)
    {
        var film = Merged.One(
            Says.Review("a", "Ember").Year(2013).Gross(one, "worldwide", oneQualifier),
            Says.Review("b", "Ember").Year(2013).Gross(other, "worldwide", otherQualifier));

        Assert.Single(film.BoxOffice);
        Assert.Equal(agree ? 0 : 1, film.Conflicts.Length);
    }

    [Fact]
    public void Territories_currencies_and_measures_are_values_of_their_own()
    {
        var film = Merged.One(
            Says.Review("a", "Ember").Year(2013).Gross(82_000_000, "worldwide").Gross(9_000_000, "Norway"),
            Says.Review("b", "Ember").Year(2013).Gross(60_000_000, "Norway", currency: "NOK").Admissions(800_000, "Norway"));

        Assert.Equal(4, film.BoxOffice.Length);
        Assert.Empty(film.Conflicts);
    }

    [Fact]
    public void A_figure_without_a_territory_agrees_with_the_territory_s()
    {
        var film = Merged.One(
            Says.Review("a", "Ember").Year(2013).Gross(82_000_000),
            Says.Review("b", "Ember").Year(2013).Gross(82_000_000, "Norway"));

        var figure = Assert.Single(film.BoxOffice);
        Assert.Equal(("Norway", 2), (figure.Territory, figure.Support));
    }

    [Fact]
    public void The_best_supported_figure_stands_and_the_other_is_a_conflict()
    {
        var film = Merged.One(
            Says.Review("a", "Ember").Year(2013).Gross(82_000_000, "worldwide"),
            Says.Review("b", "Ember").Year(2013).Gross(82_000_000, "worldwide"),
            Says.Review("c", "Ember").Year(2013).Gross(286_000_000, "worldwide"));

        Assert.Equal(82_000_000, Assert.Single(film.BoxOffice).Amount);
        var conflict = Assert.Single(film.Conflicts);
        Assert.Equal(
            ("boxOffice.gross.USD.worldwide", "286000000", "82000000", 1),
            (conflict.Field, conflict.Value, conflict.StandsAgainst, conflict.Support));
        Assert.Equal("c", Assert.Single(conflict.Sources).Review);
    }

    [Fact]
    public void Two_figures_of_one_review_both_stand()
    {
        var film = Merged.One(Says.Review("a", "Ember").Gross(39_000_000).Gross(80_000_000));

        Assert.Equal([39_000_000m, 80_000_000m], film.BoxOffice.Select(figure => figure.Amount));
        Assert.Empty(film.Conflicts);
    }

    [Fact]
    public void A_worldwide_gross_below_a_country_s_is_flagged()
    {
        var film = Merged.One(
            Says.Review("a", "Ember").Year(2013).Gross(50_000_000, "worldwide"),
            Says.Review("b", "Ember").Year(2013).Gross(82_000_000, "Norway"));

        Assert.Equal(2, film.BoxOffice.Length);
        var conflict = Assert.Single(film.Conflicts);
        Assert.Equal(("boxOffice.gross.USD.worldwide", "50000000", "82000000"), (conflict.Field, conflict.Value, conflict.StandsAgainst));
    }

    [Fact]
    public void A_budget_inside_a_stated_range_agrees_with_it()
    {
        var film = Merged.One(
            Says.Review("a", "Ember").Year(2013).Budget(15_000_000, 20_000_000),
            Says.Review("b", "Ember").Year(2013).Budget(18_000_000));

        var budget = Assert.Single(film.Budget);
        Assert.Equal((18_000_000m, 2), (budget.Amount, budget.Support));
        Assert.Null(budget.AmountMax);
    }

    [Fact]
    public void Budgets_of_two_currencies_are_two_values_and_of_one_a_conflict()
    {
        var film = Merged.One(
            Says.Review("a", "Ember").Year(2013).Budget(3_000_000).Budget(25_000_000, currency: "NOK"),
            Says.Review("b", "Ember").Year(2013).Budget(9_000_000));

        Assert.Equal(["NOK", "USD"], film.Budget.Select(budget => budget.Currency).Order());
        Assert.Equal("budget.USD", Assert.Single(film.Conflicts).Field);
    }

    [Fact]
    public void An_absurd_amount_does_no_harm() =>
        Assert.Equal(decimal.MaxValue, Assert.Single(Merged.One(
            Says.Review("a", "Ember").Gross(decimal.MaxValue, qualifier: Qualifier.AtLeast)).BoxOffice).Amount);
}
