using Ingest.Functions.Storage;

namespace Ingest.Functions.Tests.Storage;

public sealed class MisspellingTests
{
    [Theory]
    [InlineData("emberroad", "emberroad", 0)]
    [InlineData("embreroad", "emberroad", 1)]
    [InlineData("emberoad", "emberroad", 1)]
    [InlineData("emberrroads", "emberroad", 2)]
    [InlineData("harborof", "harbourofglass", 1)]
    [InlineData("lamp", "lamb", 1)]
    public void A_slip_of_the_finger_is_forgiven(string typed, string meant, int distance) =>
        Assert.Equal(distance, Misspelling.Distance(typed, meant));

    [Theory]
    [InlineData("lamp", "limb")]
    [InlineData("lamp", "lamplighter")]
    [InlineData("emberroad", "amberflood")]
    [InlineData("ember", "winterferry")]
    public void Another_title_is_another_title(string typed, string meant) => Assert.Null(Misspelling.Distance(typed, meant));

    [Fact]
    public void What_is_very_long_is_not_compared() => Assert.Null(Misspelling.Distance(new string('x', 101), new string('x', 101)));
}
