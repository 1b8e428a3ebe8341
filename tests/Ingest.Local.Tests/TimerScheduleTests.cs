using System.Globalization;
using Ingest.Local.Timers;

namespace Ingest.Local.Tests;

public sealed class TimerScheduleTests
{
    [Theory]
    [InlineData("0 */5 * * * *", "2030-03-01T10:02:11Z", "2030-03-01T10:05:00Z")]
    [InlineData("0 */5 * * * *", "2030-03-01T10:05:00Z", "2030-03-01T10:10:00Z")]
    [InlineData("*/5 * * * *", "2030-03-01T10:02:11Z", "2030-03-01T10:05:00Z")]
    [InlineData("30 0 9-17 * * 1-5", "2030-03-01T18:00:00Z", "2030-03-04T09:00:30Z")]
    [InlineData("0 0 0 29 2 *", "2030-03-01T00:00:00Z", "2032-02-29T00:00:00Z")]
    [InlineData("0 0 12 * * Sun", "2030-03-01T00:00:00Z", "2030-03-03T12:00:00Z")]
    [InlineData("00:00:30", "2030-03-01T10:02:11Z", "2030-03-01T10:02:41Z")]
    [InlineData("1.00:00:00", "2030-03-01T10:02:11Z", "2030-03-02T10:02:11Z")]
    public void The_next_occurrence_is_the_first_one_after_an_instant(string schedule, string instant, string next) =>
        Assert.Equal(At(next), TimerSchedule.Parse(schedule).NextAfter(At(instant)));

    [Theory]
    [InlineData("")]
    [InlineData("* * *")]
    [InlineData("61 * * * * *")]
    [InlineData("0 0 0 0 0 0 0")]
    [InlineData("00:00:00")]
    [InlineData("-00:05:00")]
    [InlineData("25:61:00")]
    public void What_is_no_schedule_is_refused(string schedule) =>
        Assert.Throws<CannotHostException>(() => TimerSchedule.Parse(schedule));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
