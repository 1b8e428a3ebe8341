using Ingest.Core.Articles;

namespace Ingest.Core.Tests.Articles;

public class DayTextTests
{
    [Theory]
    [InlineData("2023-10-04")]
    [InlineData("2023-10-04T23:30:00-05:00")]
    [InlineData("20231004")]
    [InlineData("2023/10/4")]
    [InlineData("2023.10.04. 09:15")]
    [InlineData("Wed, 04 Oct 2023 08:00:00 GMT")]
    [InlineData("October 4, 2023")]
    [InlineData("Oct. 4th, 2023")]
    [InlineData("Published on 4 October 2023 at 10:15")]
    [InlineData("4. Oktober 2023")]
    [InlineData("le 4 octobre 2023")]
    [InlineData("4 de octubre de 2023")]
    [InlineData("4 ottobre 2023")]
    [InlineData("04 Ekim 2023")]
    [InlineData("4 октября 2023")]
    [InlineData("4 października 2023")]
    [InlineData("2023년 10월 4일")]
    [InlineData("2023年10月4日")]
    [InlineData("04.10.2023")]
    public void A_day_is_read_in_the_forms_that_pages_use(string text) => Assert.Equal(new DateOnly(2023, 10, 4), DayText.Parse(text));

    [Theory]
    [InlineData("25/12/2023")]
    [InlineData("12/25/2023")]
    public void A_number_above_twelve_tells_the_day_from_the_month(string text) => Assert.Equal(new DateOnly(2023, 12, 25), DayText.Parse(text));

    [Theory]
    [InlineData("4 अक्टूबर 2023")]
    [InlineData("٤ تشرين الأول ٢٠٢٣")]
    [InlineData("4 ตุลาคม 2566")]
    [InlineData("Ngày 4 tháng 10 năm 2023")]
    [InlineData("4. oktobra 2023")]
    [InlineData("4 באוקטובר 2023")]
    public void A_day_is_read_in_other_scripts_digits_and_calendars(string text) => Assert.Equal(new DateOnly(2023, 10, 4), DayText.Parse(text));

    [Theory]
    [InlineData("04/10/2023", "fr", "2023-10-04")]
    [InlineData("04/10/2023", "en-gb", "2023-10-04")]
    [InlineData("04/10/2023", "en-us", "2023-04-10")]
    [InlineData("04/10/2023", "en", null)]
    [InlineData("04/10/2023 5:12 PM", "en", null)]
    [InlineData("04/10/2023, mis à jour le 14/10/2023", "en", "2023-10-04")]
    [InlineData("04.10.23", "de", "2023-10-04")]
    [InlineData("23.10.04", "ko", "2023-10-04")]
    [InlineData("04.10.23", null, null)]
    public void The_page_s_language_tells_the_order_of_numbers(string text, string? language, string? day) =>
        Assert.Equal(day, DayText.Parse(text, DayOrders.Of(language))?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("yesterday")]
    [InlineData("04/10/2023")]
    [InlineData("2023-13-45")]
    [InlineData("31 February 2023")]
    [InlineData("9999999999999")]
    public void What_names_no_certain_day_gives_none(string? text) => Assert.Null(DayText.Parse(text));
}
