using Ingest.Core.Films;

namespace Ingest.Core.Tests.Films;

public sealed class TitleKeyTests
{
    [Theory]
    [InlineData("Nomad Road", "nomadroad")]
    [InlineData("Nomad Road: The Long Way", "nomadroad")]
    [InlineData("Nomad Road - The Long Way", "nomadroad")]
    [InlineData("Nomad Road Part Two", "nomadroad")]
    [InlineData("Nomad Road 2", "nomadroad2")]
    [InlineData("Miracle in Cell No. 7", "miracleincellno7")]
    [InlineData("Miracle in Cell #7", "miracleincellno7")]
    [InlineData("2001: A Space Odyssey", "2001")]
    [InlineData("Kicking & Screaming", "kickingandscreaming")]
    [InlineData("8½", "8-1-2")]
    [InlineData("Nomad Road (Director's Cut) [1999]", "nomadroad")]
    [InlineData("Nomad Road (The Long Way)", "nomadroad")]
    [InlineData("Nomad F**king Road", "nomadfuckingroad")]
    [InlineData("Ruta y camino", "rutaandcamino")]
    [InlineData("Tetsu no \u014ckami", "tetunookami")]
    [InlineData("Hotchkiss Madhouse", "hotchkissmadhouse")]
    [InlineData("It", "it")]
    [InlineData("A", "a")]
    [InlineData("The The", "thethe")]
    [InlineData("Die Hard", "diehard")]
    [InlineData("3:10 to Yuma", "3-10toyuma")]
    [InlineData("기적의 방", "기적의방")]
    [InlineData("Чёрный снег", "черныиснег")]
    [InlineData("हम आपके", "हमआपके")]
    public void A_title_belongs_to_the_group_of_its_main_part(string title, string key) =>
        Assert.Equal(key, TitleKey.Of(title).Value);

    [Theory]
    [InlineData("!!!")]
    [InlineData("…")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("(")]
    [InlineData(": - :")]
    [InlineData("\ud83c\ude00")]
    [InlineData("half a pair \ud83c")]
    [InlineData("\u0301")]
    [InlineData("\0\n\t")]
    public void Any_text_has_a_stable_key_of_letters_and_digits(string title)
    {
        var key = TitleKey.Of(title).Value;

        Assert.Matches(@"^[\p{L}\p{N}\p{M}-]+$", key);
        Assert.Equal(key, TitleKey.Of(title).Value);
    }

    [Fact]
    public void Titles_without_letters_are_kept_apart() => Assert.NotEqual(TitleKey.Of("!!!"), TitleKey.Of("???"));

    [Fact]
    public void Long_titles_that_differ_at_their_end_have_different_keys_of_bounded_length()
    {
        var one = TitleKey.Of(new string('a', 5_000) + "b");
        var other = TitleKey.Of(new string('a', 5_000) + "c");

        Assert.NotEqual(one, other);
        Assert.InRange(one.Value.Length, 1, 200);
    }

    [Fact]
    public void A_key_is_cut_between_characters_not_inside_one()
    {
        var key = TitleKey.Of("a" + string.Concat(Enumerable.Repeat("𠀋", 300))).Value;

        Assert.Equal(key, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(key)));
    }

    [Theory]
    [InlineData(": ")]
    [InlineData(" (")]
    [InlineData("one hundred thousand million ")]
    [InlineData("No. ")]
    [InlineData(", or ")]
    [InlineData("Part 1 ")]
    [InlineData("'")]
    [InlineData(" / ")]
    [InlineData(" aka ")]
    [InlineData("f**k ")]
    [InlineData("*")]
    [InlineData(" [hd]")]
    [InlineData("zh al ")]
    public void A_hostile_title_of_a_million_characters_takes_linear_time(string repeated)
    {
        var title = "x" + string.Concat(Enumerable.Repeat(repeated + "x", 1_000_000 / (repeated.Length + 1)));

        var clock = System.Diagnostics.Stopwatch.StartNew();
        _ = TitleForm.Of(title).To(TitleForm.Of(title + "y"));

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
    }
}
