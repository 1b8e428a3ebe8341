using Ingest.Core.Films;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Tests.Storage;

/// <summary>Who has begun to build a title group's films is let finish, as long as there are signs of life.</summary>
public sealed class BuilderWatchTests
{
    private readonly Clock clock = new();
    private readonly TitleGroup building;

    public BuilderWatchTests() => building = new TitleGroup
    {
        Key = TitleKey.Of("Ember Road"),
        Version = 1,
        IsBuilding = true,
        Builder = "one",
        Beat = clock.GetUtcNow().ToUnixTimeMilliseconds(),
    };

    [Fact]
    public void A_group_that_nobody_builds_is_not_busy() =>
        Assert.False(new BuilderWatch(clock).IsBusy(building with { IsBuilding = false }));

    [Fact]
    public void A_builder_that_is_not_heard_of_for_three_seconds_is_taken_for_dead()
    {
        var watch = new BuilderWatch(clock);

        Assert.True(watch.IsBusy(building));
        clock.Advance(2.9);
        Assert.True(watch.IsBusy(building));
        clock.Advance(0.2);
        Assert.False(watch.IsBusy(building));
    }

    [Fact]
    public void A_builder_that_says_it_is_alive_is_let_finish_however_long_it_takes()
    {
        var watch = new BuilderWatch(clock);
        for (var second = 0; second < 60; second++)
        {
            Assert.True(watch.IsBusy(building with { Beat = clock.GetUtcNow().ToUnixTimeMilliseconds() }));
            clock.Advance(1);
        }
    }

    [Fact]
    public void Another_builder_is_given_its_own_time()
    {
        var watch = new BuilderWatch(clock);
        Assert.True(watch.IsBusy(building));
        clock.Advance(3.5);

        Assert.True(watch.IsBusy(building with { Builder = "two" }));
    }

    [Fact]
    public void One_that_died_long_ago_is_not_waited_for()
    {
        clock.Advance(11);

        Assert.False(new BuilderWatch(clock).IsBusy(building));
    }

    [Theory]
    [InlineData(-4)]
    [InlineData(4)]
    public void A_clock_that_is_some_seconds_off_does_not_count(int seconds)
    {
        var watch = new BuilderWatch(clock);
        var off = building with { Beat = building.Beat + (seconds * 1000) };

        Assert.True(watch.IsBusy(off));
        clock.Advance(3.1);
        Assert.False(watch.IsBusy(off));
    }

    private sealed class Clock : TimeProvider
    {
        private TimeSpan ahead;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Advance(double seconds) => ahead += TimeSpan.FromSeconds(seconds);

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddYears(56) + ahead;

        public override long GetTimestamp() => ahead.Ticks;
    }
}
