using Ingest.Core.Facts;
using Ingest.Core.Films;

namespace Ingest.Core.Tests.Films;

/// <summary>The groups in which what a review says of a film is kept.</summary>
public sealed class TitleKeysTests
{
    [Fact]
    public void A_title_has_one_group() => Assert.Equal(["ember"], KeysOf(Says.Review("a", "The Ember")));

    [Fact]
    public void A_title_with_a_subtitle_has_two() =>
        Assert.Equal(["ember", "emberthelongway"], KeysOf(Says.Review("a", "Ember: The Long Way")));

    [Fact]
    public void A_title_with_another_in_brackets_has_those_of_both_and_of_the_whole() =>
        Assert.Equal(["ember", "emberglutweg", "glutweg"], KeysOf(Says.Review("a", "Ember (Glutweg)")));

    [Fact]
    public void Other_titles_have_theirs() =>
        Assert.Equal(["ember", "glutweg"], KeysOf(Says.Review("a", "Ember").AlsoTitled("Glutweg").AlsoTitled("EMBER")));

    [Fact]
    public void An_other_title_that_the_reader_was_not_sure_of_has_none()
    {
        var film = Says.Review("a", "Ember").Done().Film;
        var unsure = film with { Statements = film.Statements.Add(new AlternateTitleStatement("Glutweg", new Quote("", null, null), 0.5)) };

        Assert.Equal(["ember"], TitleKeys.Of(unsure).Select(key => key.Value));
    }

    [Fact]
    public void Ids_come_last_whatever_the_title_is_written_in() =>
        Assert.Equal(["불씨", "~imdb-tt0000001", "~wikidata-Q1"], KeysOf(Says.Review("a", "불씨").Id("wikidata", "Q1").Id("imdb", "tt0000001")));

    [Fact]
    public void There_are_never_more_than_twelve()
    {
        var says = Says.Review("a", "Ember");
        for (var number = 0; number < 40; number++)
        {
            says = says.AlsoTitled($"Name {(char)('A' + number)}: Rest").Id($"source{number}", "1");
        }

        var keys = KeysOf(says);

        Assert.Equal(12, keys.Length);
        Assert.Contains("ember", keys);
    }

    private static string[] KeysOf(Says says) => [.. TitleKeys.Of(says.Done().Film).Select(key => key.Value)];
}
