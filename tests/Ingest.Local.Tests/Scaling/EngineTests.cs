using Ingest.LoadBench.Scaling.Engine;

namespace Ingest.Local.Tests.Scaling;

public sealed class EngineTests
{
    [Fact]
    public void What_is_to_happen_happens_in_the_order_of_its_time_and_then_of_its_asking()
    {
        var events = new EventQueue();
        var happened = new List<string>();
        void Ask(double delay, string name) => events.Schedule(delay, () => happened.Add($"{name} at {events.Now}"));
        Ask(20, "third");
        Ask(10, "first");
        Ask(10, "second");
        Ask(31, "never");

        events.Run(until: 30, () => false);

        Assert.Equal(["first at 10", "second at 10", "third at 20"], happened);
    }

    [Fact]
    public void What_goes_wrong_in_a_simulation_ends_it()
    {
        var events = new EventQueue();
        events.Start(async () =>
        {
            await events.Wait(5);
            throw new InvalidOperationException("as it should");
        });

        Assert.Equal("as it should", Assert.Throws<InvalidOperationException>(() => events.Run(100, () => false)).Message);
    }

    [Fact]
    public void Whoever_waits_for_one_thing_goes_on_within_the_simulation()
    {
        var events = new EventQueue();
        var threads = new HashSet<int>();
        var open = new TaskCompletionSource();
        for (var waiting = 0; waiting < 20; waiting++)
        {
            events.Start(async () =>
            {
                await open.Task;
                await events.Wait(1);
                threads.Add(Environment.CurrentManagedThreadId);
            });
        }

        events.Schedule(10, open.SetResult);
        events.Run(100, () => false);

        Assert.Equal([Environment.CurrentManagedThreadId], threads);
        Assert.Equal(11, events.Now);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.7)]
    [InlineData(0.85)]
    public void One_processor_keeps_waiting_as_long_as_the_theory_of_queues_says(double load)
    {
        const double Mean = 10;
        const int Jobs = 200_000;
        var events = new EventQueue();
        var chance = new Chance(3);
        var processor = new Processor(events, 1);
        var inside = 0.0;
        events.Start(async () =>
        {
            for (var job = 0; job < Jobs; job++)
            {
                await events.Wait(chance.Exponential(Mean / load));
                events.Start(WorkAsync);
            }
        });

        events.Run(double.PositiveInfinity, () => false);

        // M/M/1: the mean time in the system is 1 / (service rate - arrival rate).
        Assert.Equal(Mean / (1 - load), inside / Jobs, Mean / (1 - load) * 0.06);
        Assert.Equal(load, processor.Busy / events.Now, 0.02);

        async Task WorkAsync()
        {
            var came = events.Now;
            await processor.UseAsync(chance.Exponential(Mean));
            inside += events.Now - came;
        }
    }

    [Fact]
    public void A_bucket_lets_through_its_rate_and_a_second_of_it_at_once()
    {
        var bucket = new TokenBucket(100);
        var taken = 0;
        for (var now = 0; now <= 10_000; now++)
        {
            taken += bucket.TryTake(1, now) ? 1 : 0;
        }

        Assert.InRange(taken, 1_095, 1_105);
        Assert.False(bucket.TryTake(50, 10_000));
        Assert.True(bucket.TryTake(50, 10_500));
        Assert.True(new TokenBucket(100).TryTake(500, 0));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.8, 0)]
    [InlineData(1, 0.5)]
    public void Films_are_chosen_as_often_as_their_popularity_says(double exponent, double hot)
    {
        const int Draws = 200_000;
        const int Films = 50;
        var zipf = new Zipf(Films, exponent, hot);
        var chance = new Chance(7);
        var chosen = new int[Films];
        for (var draw = 0; draw < Draws; draw++)
        {
            chosen[zipf.At(chance.Uniform())]++;
        }

        var sum = Enumerable.Range(1, Films).Sum(rank => Math.Pow(rank, -exponent));
        for (var rank = 0; rank < Films; rank++)
        {
            var expected = ((1 - hot) * Math.Pow(rank + 1, -exponent) / sum) + (rank == 0 ? hot : 0);
            Assert.Equal(expected, zipf.Share(rank), 1e-9);
            Assert.Equal(expected, (double)chosen[rank] / Draws, 5 * Math.Sqrt(expected / Draws));
        }
    }
}
