using Ingest.Functions.Ingestion;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Tests.Security;

public sealed class ReadingGateTests(AzuriteFixture azurite)
{
    private const long Least = ReadingGate.Least;

    [Fact]
    public async Task Files_enter_as_long_as_there_is_room_and_then_in_their_order()
    {
        var gate = GateOf(3 * Least);
        var first = await gate.EnterAsync(2 * Least, CancellationToken.None);
        var large = gate.EnterAsync(2 * Least, CancellationToken.None);
        var small = gate.EnterAsync(1, CancellationToken.None);

        Assert.False(large.IsCompleted);
        Assert.False(small.IsCompleted); // There is room for it, but it came later.
        Assert.Null(gate.TryEnter(1));
        first.Dispose();
        using var largeShare = await large;
        using var smallShare = await small;
        Assert.Equal(3 * Least, gate.Taken);
    }

    [Fact]
    public async Task A_file_that_is_larger_than_all_there_is_is_read_alone()
    {
        var gate = GateOf(2 * Least);
        var before = await gate.EnterAsync(1, CancellationToken.None);
        var huge = gate.EnterAsync(1000 * Least, CancellationToken.None);
        Assert.False(huge.IsCompleted);

        before.Dispose();
        var share = await huge;

        Assert.Equal(2 * Least, gate.Taken);
        Assert.Null(gate.TryEnter(1));
        share.Dispose();
        Assert.Equal(0, gate.Taken);
    }

    [Fact]
    public async Task Whoever_gives_up_its_place_lets_the_next_in_and_takes_nothing_with_it()
    {
        var gate = GateOf(2 * Least);
        var first = await gate.EnterAsync(Least, CancellationToken.None);
        using var giveUp = new CancellationTokenSource();
        var large = gate.EnterAsync(2 * Least, giveUp.Token);
        var next = gate.EnterAsync(Least, CancellationToken.None);
        Assert.False(next.IsCompleted);

        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => large);
        (await next).Dispose();
        first.Dispose();
        Assert.Equal(0, gate.Taken);
    }

    [Fact]
    public async Task A_share_is_given_back_once()
    {
        var gate = GateOf(2 * Least);
        var share = await gate.EnterAsync(Least, CancellationToken.None);
        using var other = await gate.EnterAsync(Least, CancellationToken.None);

        share.Dispose();
        share.Dispose();

        Assert.Equal(Least, gate.Taken);
    }

    [Fact]
    public async Task There_are_never_more_bytes_in_than_there_is_room_for_and_nobody_is_left_out()
    {
        var gate = GateOf(4 * Least);
        var most = 0L;
        await Parallel.ForAsync(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (number, token) =>
        {
            using var share = await gate.EnterAsync((number % 7) * Least, token);
            InterlockedMax(ref most, gate.Taken);
            await Task.Yield();
        });

        Assert.InRange(most, Least, 4 * Least);
        Assert.Equal(0, gate.Taken);
    }

    [Fact]
    public async Task Of_many_files_only_so_many_are_read_at_once_and_one_whose_time_is_over_keeps_its_share_until_it_ends()
    {
        using var letEnd = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        var inside = 0;
        var most = 0L;
        var reader = new Reader(1, (file, limits) =>
        {
            InterlockedMax(ref most, Interlocked.Increment(ref inside));
            if (file.Span.StartsWith("slow"u8))
            {
                begun.Set();
                letEnd.Wait(TimeSpan.FromSeconds(60));
            }

            Interlocked.Decrement(ref inside);
            return Pages.Reader.Read(file, limits);
        });
        await using var app = await TestApp.StartAsync(
            azurite, reader, new() { ["Ingest:ReadingBytesAtOnce"] = $"{2 * Least}", ["Ingest:ReadingTimeout"] = "00:00:01" });
        await app.PutAsync("slow.html", "slow");
        await Parallel.ForAsync(0, 12, async (number, _) => await app.PutAsync($"{number}.html", $"film: Ember Road {number}"));

        var slow = app.Worker.SettleAsync("slow.html");
        begun.Wait(TimeSpan.FromSeconds(60));
        await Task.WhenAll(Enumerable.Range(0, 12).Select(number => app.Worker.SettleAsync($"{number}.html")));
        Assert.Equal(IngestOutcome.Failed, await slow);

        var gate = app.Worker.Get<ReadingGate>();
        Assert.Equal(2, most);
        Assert.Equal(Least, gate.Taken);
        letEnd.Set();
        await WaitUntilAsync(() => gate.Taken == 0);
    }

    [Fact]
    public async Task A_file_that_is_not_read_takes_no_share()
    {
        await using var app = await TestApp.StartAsync(azurite, settings: new() { ["Ingest:MaxFileBytes"] = "16" });
        await app.DropAsync("a.html", "film: Ember Road");
        await app.DropAsync("a.html", "film: Ember Road");
        await app.DropAsync("large.html", "film: Ember Road, the longer");
        await app.Worker.SettleAsync("a.html");

        Assert.Equal(0, app.Worker.Get<ReadingGate>().Taken);
    }

    private static ReadingGate GateOf(long bytes) => new(Options.Create(new IngestOptions { ReadingBytesAtOnce = bytes }));

    private static void InterlockedMax(ref long most, long value)
    {
        for (var seen = Volatile.Read(ref most); value > seen;)
        {
            var before = Interlocked.CompareExchange(ref most, value, seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }
    }

    private static async Task WaitUntilAsync(Func<bool> isSo)
    {
        for (var until = DateTime.UtcNow.AddSeconds(30); !isSo(); await Task.Delay(10))
        {
            Assert.True(DateTime.UtcNow < until);
        }
    }
}
