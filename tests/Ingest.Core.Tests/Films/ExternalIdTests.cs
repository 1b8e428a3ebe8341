using Ingest.Core.Films;

namespace Ingest.Core.Tests.Films;

public sealed class ExternalIdTests
{
    private const string Imdb = "imdb";
    private const string Wikidata = "wikidata";

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 1, 2)]
    [InlineData(1, 0, 2)]
    [InlineData(2, 1, 0)]
    [InlineData(2, 0, 1)]
    [InlineData(0, 2, 1)]
    public void One_review_with_both_ids_joins_those_with_either_however_much_each_says(int first, int second, int both) =>
        Assert.Single(Merged.Of(
            Saying(first, Says.Review("1", "Alder").Id(Imdb, "tt0000001")),
            Saying(second, Says.Review("2", "Briar").Id(Wikidata, "Q1")),
            Saying(both, Says.Review("3", "Cedar").Id(Imdb, "tt0000001").Id(Wikidata, "Q1"))));

    [Fact]
    public void A_chain_of_ids_is_one_film() =>
        Assert.Single(Merged.Of(
            Says.Review("1", "Alder").Id(Imdb, "tt0000001").Id(Wikidata, "Q1"),
            Says.Review("2", "Briar").Id("tmdb", "1").Id("other", "x"),
            Says.Review("3", "Cedar").Id(Wikidata, "Q1").Id("tmdb", "1"),
            Says.Review("4", "Dogwood").Id("other", "x")));

    [Fact]
    public void Different_ids_of_one_source_separate_what_shares_another() =>
        Assert.Equal(2, Merged.Of(
            Says.Review("1", "Alder").Id(Imdb, "tt0000001").Id(Wikidata, "Q1"),
            Says.Review("2", "Alder").Id(Imdb, "tt0000001").Id(Wikidata, "Q2")).Length);

    [Fact]
    public void A_shared_id_joins_titles_that_have_nothing_in_common() =>
        Assert.Single(Merged.Of(
            Says.Review("1", "Alder").Year(2012).Id(Imdb, "tt0000001"),
            Says.Review("2", "Zelkova").Id(Imdb, "tt0000001")));

    [Fact]
    public void Reviews_without_the_id_follow_by_their_title() =>
        Assert.Single(Merged.Of(
            Says.Review("1", "Alder").Year(2012).Id(Imdb, "tt0000001"),
            Says.Review("2", "Zelkova").Id(Imdb, "tt0000001"),
            Says.Review("3", "Zelkova").Year(2012),
            Says.Review("4", "Alder").Year(2012)));

    [Fact]
    public void The_group_of_an_id_hands_its_films_to_a_group_of_titles()
    {
        Evidence one = Says.Review("1", "Alder").Id(Imdb, "tt0000001");
        Evidence other = Says.Review("2", "Zelkova").Id(Imdb, "tt0000001");
        var key = TitleKeys.Of(one.Film).Single(key => key.IsId);

        var merge = FilmMerge.MergeGroup(key, [one, other]);

        Assert.Empty(merge.Profiles);
        var handover = Assert.Single(merge.Handovers);
        Assert.Equal(TitleKey.Of("Zelkova"), handover.To);
        Assert.Equal(["1"], handover.Evidence.Select(evidence => evidence.Review));
    }

    private static Says Saying(int much, Says says) => much switch
    {
        0 => says,
        1 => says.Year(2012),
        _ => says.Year(2012).Director("Ida Holt").Cast("Ryu Tae-min").Cast("Tamsin Grey").Country("Norway"),
    };
}
