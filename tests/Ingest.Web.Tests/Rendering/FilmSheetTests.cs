using Ingest.Core.Films;
using Ingest.Pages.Films;
using Ingest.Web.Tests.Made;

namespace Ingest.Web.Tests.Rendering;

public class FilmSheetTests
{
    private readonly FilmSheet sheet = FilmSheet.Of(MadeFilm.Profile);

    [Fact]
    public void A_disagreement_stands_beside_the_value_it_disagrees_with()
    {
        Assert.Equal("2015", Assert.Single(sheet.Facts.Single(fact => fact.Label == "Year").Claims[0].Against).Text);
        Assert.Equal("Martha", Assert.Single(sheet.Cast[0].Against).Text);
        Assert.Equal("USD\u00a039\u00a0million", Assert.Single(sheet.BoxOffice[0].Against).Text);
        Assert.Empty(sheet.BoxOffice[1].Against);
    }

    [Fact]
    public void A_disagreement_without_a_place_is_still_shown()
    {
        var fact = Assert.Single(sheet.Disagreements);

        Assert.Equal("Soundtrack, against Mina Ress", fact.Label);
        Assert.Equal("Ole Brandt", fact.Claims[0].Text);
    }

    [Theory]
    [InlineData("runtimeMinutes", "121", "118", "2 h 1 min")]
    [InlineData("releaseDate", "2016-11-05", "2016-11-04", "5 November 2016")]
    [InlineData("releaseDate", "next winter", "2016-11-04", "next winter")]
    public void A_disagreeing_value_reads_like_the_standing_one(string field, string value, string against, string expected)
    {
        var profile = MadeFilm.Profile with { Conflicts = [new Conflict(field, value, against, 1, 0.5, [])] };

        var claims = FilmSheet.Of(profile).Facts.SelectMany(fact => fact.Claims).SelectMany(claim => claim.Against);

        Assert.Equal(expected, Assert.Single(claims).Text);
    }

    [Fact]
    public void No_disagreement_is_shown_twice_or_lost()
    {
        var shown = sheet.Facts.SelectMany(fact => fact.Claims)
            .Concat(sheet.Cast).Concat(sheet.BoxOffice).Concat(sheet.Budget).Append(sheet.Title)
            .Sum(claim => claim.Against.Length) + sheet.Disagreements.Length;

        Assert.Equal(MadeFilm.Profile.Conflicts.Length, shown);
    }

    [Fact]
    public void A_film_of_which_only_the_title_is_known_has_no_empty_lines()
    {
        var bare = FilmSheet.Of(new FilmProfile { Id = "x", Title = new("X", 1, 1, []), ReviewCount = 1, SubjectOf = 0 });

        Assert.Empty(bare.Facts);
        Assert.Empty(bare.Cast);
        Assert.Empty(bare.Disagreements);
    }
}
