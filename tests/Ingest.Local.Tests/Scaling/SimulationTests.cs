using Ingest.LoadBench.Scaling;
using Ingest.LoadBench.Scaling.Model;

namespace Ingest.Local.Tests.Scaling;

public sealed class SimulationTests
{
    private static readonly Scenario Usual = new("usual", 1_000, 500) { Films = 1_000, Existing = 0 };

    [Fact]
    public void The_same_seed_gives_the_same_figures_and_another_one_others()
    {
        var (first, second, other) = (Simulation.Run(Usual, 1), Simulation.Run(Usual, 1), Simulation.Run(Usual, 2));

        Assert.Equal((first.Seconds, first.AllRequests, first.Latency(0.5)), (second.Seconds, second.AllRequests, second.Latency(0.5)));
        Assert.NotEqual(first.Latency(0.5), other.Latency(0.5));
    }

    [Fact]
    public void Every_review_comes_to_an_end_and_is_read_once_where_nothing_fails()
    {
        var result = Simulation.Run(Usual, 1);

        Assert.Equal((500, 500, 0, 0), (result.Reviews, result.Settled, result.GivenUp, result.Lost));
        Assert.Equal(500, result.Attempts);
        Assert.Equal(0, result.Refused);
        Assert.InRange(result.Latency(0), 0.02, 5);

        // As 'bench scale census' counts them, and what the host asks: two looks at the file, three requests to its queue.
        Assert.InRange((double)result.AllRequests / 500, 15, 32);
    }

    [Fact]
    public void What_no_event_tells_of_is_lost_without_reconciliation()
    {
        var scenario = Usual with { Hours = 2, Platform = new() { LostEvents = 0.1, IsReconciled = false } };

        var result = Simulation.Run(scenario, 1);

        Assert.InRange(result.LostEvents, 20, 90);
        Assert.Equal(result.LostEvents, result.Lost);
        Assert.Equal(500, result.Settled + result.Lost);
    }

    [Fact]
    public void What_no_event_tells_of_is_found_by_the_next_reconciliation()
    {
        var result = Simulation.Run(Usual with { Platform = new() { LostEvents = 0.1 } }, 1);

        // It ends with the last review, while up to four are being counted.
        Assert.Equal(0, result.Lost);
        Assert.InRange(result.Repaired, result.LostEvents - 4, result.LostEvents);
        Assert.InRange(result.Latency(1), 60, 330);
    }

    [Fact]
    public void What_storage_refuses_is_tried_again_until_it_is_done()
    {
        var result = Simulation.Run(Usual with { Platform = new() { AccountRequests = 60 } }, 1);

        Assert.Equal((0, 500), (result.Lost, result.Settled + result.GivenUp));
        Assert.InRange(result.Refused, 500, long.MaxValue);
        Assert.InRange(result.Attempts, 501, long.MaxValue);
        Assert.InRange(result.RequestsPeak, 60, int.MaxValue);
    }

    [Fact]
    public void Reviews_of_one_film_share_transactions_and_rebuilds()
    {
        var mixed = Simulation.Run(Usual with { PerMinute = 30_000, Warm = 4 }, 1);
        var ofOne = Simulation.Run(Usual with { PerMinute = 30_000, Warm = 4, Hot = 1 }, 1);

        Assert.Equal((0, 500), (ofOne.Lost, ofOne.Settled));
        Assert.InRange(ofOne.AllRequests, 0, mixed.AllRequests);
    }

    [Fact]
    public void Several_accounts_share_the_requests()
    {
        var scenario = Usual with { Reviews = 2_000, PerMinute = 30_000, Warm = 4 };
        var (one, two) = (Simulation.Run(scenario, 1), Simulation.Run(scenario with { Platform = new() { Accounts = 2 } }, 1));

        Assert.Equal((0, 0), (one.Lost, two.Lost));
        Assert.InRange(two.Hottest.PeakShare, 0, one.Hottest.PeakShare);
    }

    [Fact]
    public void The_local_set_up_comes_out_within_a_third_of_what_was_measured()
    {
        // README.md: 29 reviews/s one at a time, 57 sixteen at a time.
        Assert.Equal(29, LocalModel.Run(1, 500, 1).PerSecond, 29 * 0.33);
        Assert.Equal(57, LocalModel.Run(16, 500, 1).PerSecond, 57 * 0.33);
    }

    [Fact]
    public void A_film_that_everybody_asks_for_is_read_once_a_second_by_each_instance()
    {
        var queries = QueryModel.Run(1_000, 4, new(1_000, 1, hot: 0.9), 1);

        Assert.InRange(queries.Hottest, 3, 4);
        Assert.InRange(queries.StorageReads, 0.01, 0.2);
    }

    [Fact]
    public void Requests_are_counted_by_kind()
    {
        var result = Simulation.Run(Usual, 1);

        // The app reads the file twice, and the host too; one article is written.
        Assert.Equal(500, result.Requests[RequestKind.BlobWrite]);
        Assert.InRange(result.Requests[RequestKind.BlobRead], 2_000, 2_100);
        Assert.Equal(result.AllRequests, result.Requests.Values.Sum());
    }
}
