using Ingest.Core.Facts;
using Ingest.Core.Films;
using Ingest.Pages.Films;
using Ingest.Web.Tests.Made;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ingest.Web.Tests.Rendering;

public class MoneyChartTests
{
    [Fact]
    public void Sums_of_one_currency_share_a_round_scale_and_tickets_have_their_own()
    {
        var scales = FilmSheet.Of(MadeFilm.Profile).Money;

        Assert.Equal(["EUR 5 million", "USD 50 million", "2 million tickets"], scales.Select(scale => Plain(scale.End)));
        Assert.Equal(["EUR 2.5 million", "USD 25 million", "1 million tickets"], scales.Select(scale => Plain(scale.Middle)));
        Assert.Equal(["Budget", "Gross, Finland"], scales[0].Bars.Select(bar => bar.Label));
        Assert.Equal((70, 80), (scales[0].Bars[0].Length, scales[0].Bars[0].LengthMax));
        Assert.Equal([82.4, 15], scales[1].Bars.Select(bar => bar.Length));
    }

    [Theory]
    [InlineData("0", "1 ")]
    [InlineData("-5", "1 ")]
    [InlineData("0.5", "1 ")]
    [InlineData("94", "100 ")]
    [InlineData("96", "200 ")]
    [InlineData("1000000000", "2 billion ")]
    [InlineData("79228162514264337593543950335", "50,000,000,000,000,000 trillion ")]
    public void Any_sum_has_a_scale(string amount, string end)
    {
        var scale = Assert.Single(FilmSheet.Of(Film(decimal.Parse(amount, null), Qualifier.Exact)).Money);

        Assert.StartsWith(end, Plain(scale.End), StringComparison.Ordinal);
        Assert.InRange(Assert.Single(scale.Bars).Length, 0, 100);
    }

    [Theory]
    [InlineData(Qualifier.Exact, "fill", 0)]
    [InlineData(Qualifier.Approximately, "fill light", 0)]
    [InlineData(Qualifier.AtLeast, "fill", 1)]
    [InlineData(Qualifier.AtMost, "hollow", 0)]
    public async Task A_bar_says_how_exact_its_sum_is(Qualifier qualifier, string expected, int arrows)
    {
        using var pages = new PageRenderer(NullLoggerFactory.Instance);
        var page = new ParsedPage(await pages.RenderAsync(new FilmView(Film(40, qualifier))));

        const string Bar = "//svg[@role='img']";
        Assert.Equal(expected, page.One(Bar + "/rect[last()]").GetAttributeValue("class", ""));
        Assert.Equal("80%", page.One(Bar + "/rect[last()]").GetAttributeValue("width", ""));
        Assert.Equal(arrows, page.All(Bar + "/svg").Count);
        Assert.Contains("on a scale from 0 to 50", Plain(page.One(Bar + "/title").InnerText), StringComparison.Ordinal);
    }

    private static FilmProfile Film(decimal amount, Qualifier qualifier) => new()
    {
        Id = "x",
        Title = new("X", 1, 1, []),
        BoxOffice = [new(BoxOfficeMeasure.Admissions, amount, null, null, qualifier, 1, 1, [])],
        ReviewCount = 1,
        SubjectOf = 1,
    };

    private static string Plain(string words) => words.Replace('\u00a0', ' ').Replace("&nbsp;", " ", StringComparison.Ordinal);
}
