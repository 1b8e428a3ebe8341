using Ingest.Core.Facts;

namespace Ingest.Web.Tests.Rendering;

public class WordingTests
{
    [Theory]
    [InlineData("41200000", null, "USD", Qualifier.AtLeast, "at least USD 41.2 million")]
    [InlineData("1234567", null, null, Qualifier.Exact, "1,234,567 tickets")]
    [InlineData("12000000", null, null, Qualifier.Approximately, "about 12 million tickets")]
    [InlineData("91400000000", null, "KRW", Qualifier.Exact, "KRW 91.4 billion")]
    [InlineData("999999", null, "EUR", Qualifier.AtMost, "at most EUR 999,999")]
    [InlineData("80312345", null, "USD", Qualifier.Exact, "USD 80,312,345")]
    [InlineData("3500000", "4000000", "EUR", Qualifier.Approximately, "about EUR 3.5–4 million")]
    [InlineData("900000", "1000000", "EUR", Qualifier.Exact, "EUR 900,000 to 1 million")]
    public void Money_reads_as_people_write_it(string amount, string? max, string? currency, Qualifier qualifier, string expected)
    {
        var words = Wording.Money(
            decimal.Parse(amount, null),
            max is null ? null : decimal.Parse(max, null),
            currency,
            qualifier);

        Assert.Equal(expected, words.Replace('\u00a0', ' '));
    }

    [Theory]
    [InlineData(0, "0%")]
    [InlineData(0.934, "93%")]
    [InlineData(0.999, "99%")]
    [InlineData(1, "100%")]
    [InlineData(7, "100%")]
    [InlineData(-1, "0%")]
    [InlineData(double.NaN, "0%")]
    public void Confidence_is_never_rounded_up_to_certainty(double confidence, string expected) =>
        Assert.Equal(expected, Wording.Percent(confidence));

    [Theory]
    [InlineData(45, "45 min")]
    [InlineData(60, "1 h 0 min")]
    [InlineData(118, "1 h 58 min")]
    public void Running_times_are_hours_and_minutes(int minutes, string expected) =>
        Assert.Equal(expected, Wording.Minutes(minutes));

    [Theory]
    [InlineData("a b.html", "/reviews/a%20b.html")]
    [InlineData("deep/er/ä.html", "/reviews/deep/er/%C3%A4.html")]
    [InlineData("what?#%.html", "/reviews/what%3F%23%25.html")]
    [InlineData("//evil.example", "/reviews/%2F%2Fevil.example")]
    [InlineData("a//b", "/reviews/a%2F%2Fb")]
    [InlineData("a/../b", "/reviews/a%2F..%2Fb")]
    [InlineData("..", "/#reviews-heading")]
    public void Review_names_are_escaped_segment_by_segment(string name, string expected) =>
        Assert.Equal(expected, Links.Review(name));
}
