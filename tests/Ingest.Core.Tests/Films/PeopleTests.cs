using Ingest.Core.Films;

namespace Ingest.Core.Tests.Films;

public sealed class PeopleTests
{
    [Fact]
    public void One_person_is_one_cast_member_under_the_best_supported_spelling()
    {
        var film = Merged.One(
            Says.Review("a", "Ember").Year(2013).Cast("Kal Ye-rin", "Sora"),
            Says.Review("b", "Ember").Year(2013).Cast("Gal Ye-rin"),
            Says.Review("c", "Ember").Year(2013).Cast("Kal Ye-rin"));

        var member = Assert.Single(film.Cast);
        Assert.Equal(("Kal Ye-rin", 3, "Sora"), (member.Person, member.Support, member.Character));
        Assert.Equal(["Gal Ye-rin"], member.Aliases);
    }

    [Theory]
    [InlineData("OH Dal-min", "Oh Dal-min", "Oh Dal-min")]
    [InlineData("Jose Pena", "José Peña", "José Peña")]
    [InlineData("Holt", "Ida Holt", "Ida Holt")]
    [InlineData("I. Holt", "Ida Holt", "Ida Holt")]
    public void Where_support_is_equal_the_fuller_quieter_spelling_is_shown(string one, string other, string shown) =>
        Assert.Equal(shown, Assert.Single(Merged.One(Says.Review("a", "Ember").Cast(one), Says.Review("b", "Ember").Cast(other)).Cast).Person);

    [Fact]
    public void A_family_name_alone_joins_nobody_where_two_share_it()
    {
        var film = Merged.One(
            Says.Review("a", "Ember").Cast("Ida Holt").Cast("Rob Holt"),
            Says.Review("b", "Ember").Cast("Holt"));

        Assert.Equal(["Holt", "Ida Holt", "Rob Holt"], film.Cast.Select(member => member.Person).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_family_name_alone_supports_the_one_full_name()
    {
        var film = Merged.One(Says.Review("a", "Ember").Director("Ida Holt"), Says.Review("b", "Ember").Director("Holt"));

        var director = Assert.Single(film.Directors);
        Assert.Equal(("Ida Holt", 2), (director.Person, director.Support));
    }

    [Fact]
    public void One_person_in_two_roles_has_one_spelling()
    {
        var film = Merged.One(
            Says.Review("a", "Ember").Director("Ryu Tae-min").Cast("Ryoo Tae-min"),
            Says.Review("b", "Ember").Writer("Ryu Tae-min"));

        Assert.Equal(["Ryu Tae-min"], film.Directors.Select(director => director.Person));
        Assert.Equal(["Ryu Tae-min"], film.Cast.Select(member => member.Person));
        Assert.Equal(["Ryu Tae-min"], film.Writers.Select(writer => writer.Person));
    }

    [Fact]
    public void The_cast_keeps_the_order_of_the_review_where_support_is_equal()
    {
        var film = Merged.One(Says.Review("a", "Ember").Cast("Zoe Quill").Cast("Abel Orme").Cast("Mina Lund"));

        Assert.Equal(["Zoe Quill", "Abel Orme", "Mina Lund"], film.Cast.Select(member => member.Person));
    }

    [Fact]
    public void A_character_stands_under_its_fullest_name()
    {
        var film = Merged.One(
            Says.Review("a", "Ember").Year(2013).Cast("Ida Holt", "Mara"),
            Says.Review("b", "Ember").Year(2013).Cast("Ida Holt", "Mara Quill"),
            Says.Review("c", "Ember").Year(2013).Cast("Ida Holt", "the young Mara"));

        var member = Assert.Single(film.Cast);
        Assert.Equal("Mara Quill", member.Character);
        Assert.Equal(["Mara", "the young Mara"], member.CharacterAliases);
        Assert.Empty(film.Conflicts);
    }

    [Fact]
    public void A_disagreeing_character_is_a_conflict()
    {
        var film = Merged.One(
            Says.Review("a", "Ember").Year(2013).Cast("Ida Holt", "Mara Quill"),
            Says.Review("b", "Ember").Year(2013).Cast("Ida Holt", "Mara Quill"),
            Says.Review("c", "Ember").Year(2013).Cast("Ida Holt", "Ossian"));

        Assert.Equal("Mara Quill", film.Cast[0].Character);
        Assert.Equal(("cast.character", "Ossian", "Mara Quill"), film.Conflicts
            .Select(conflict => (conflict.Field, conflict.Value, conflict.StandsAgainst)).Single());
    }

    [Fact]
    public void Two_people_may_play_one_character()
    {
        var film = Merged.One(Says.Review("a", "Ember").Cast("Ida Holt", "Mara").Cast("Tamsin Grey", "Mara"));

        Assert.Equal(["Mara", "Mara"], film.Cast.Select(member => member.Character));
        Assert.Empty(film.Conflicts);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("...")]
    [InlineData("\ud83c")]
    public void A_name_without_letters_does_no_harm(string name) =>
        Assert.InRange(Merged.One(Says.Review("a", "Ember").Cast(name, name).Cast("Ida Holt")).Cast.Length, 1, 2);
}
