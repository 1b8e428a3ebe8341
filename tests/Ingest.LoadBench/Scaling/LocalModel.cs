using System.Globalization;
using Ingest.LoadBench.Films;
using Ingest.LoadBench.Scaling.Engine;
using Ingest.LoadBench.Scaling.Model;

namespace Ingest.LoadBench.Scaling;

/// <summary>The simulation of what <c>bench ingest</c> measures: one instance and Azurite on one machine of two processors. The
/// same model of the app as everywhere, so that its error here is known.</summary>
internal static class LocalModel
{
    // What a request takes besides the processor: connections of the same machine.
    private const double Transport = 0.1;
    private const int Processors = 2;

    // Of the operating system: whoever has long to work keeps nobody waiting.
    private const double Slice = 1;
    private const int Reviews = 2_000;

    // README.md, "bench ingest 12", 2026-11-22.
    private static readonly (int Workers, double PerSecond, double Median)[] Measured =
    [
        (1, 29, 33), (2, 38, 49), (4, 46, 81), (8, 47, 155), (16, 57, 266),
    ];

    /// <summary>Prints simulated beside measured figures.</summary>
    public static void Print(int seed)
    {
        Console.WriteLine("The local set-up, simulated and measured ('bench ingest 12')");
        Console.WriteLine($"{"",8}{"reviews/s",30}{"p50 ms",30}");
        Console.WriteLine($"{"workers",8}{"simulated",11}{"measured",10}{"error",9}{"simulated",11}{"measured",10}{"error",9}");
        foreach (var (workers, perSecond, median) in Measured)
        {
            var (simulated, time) = Run(workers, Reviews, seed);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{workers,8}{simulated,11:F1}{perSecond,10:F0}{(simulated / perSecond) - 1,9:P0}{time,11:F0}{median,10:F0}{(time / median) - 1,9:P0}"));
        }
    }

    /// <summary>Simulates so many workers, each of which drops a page and ingests it, one after the other.</summary>
    /// <returns>Reviews a second, and the median of the times from drop to profile in milliseconds.</returns>
    public static (double PerSecond, double Median) Run(int workers, int reviews, int seed)
    {
        var events = new EventQueue();
        var chance = new Chance(seed);
        var machine = new Processor(events, Processors, Slice);
        var azurite = new Processor(events, 1);
        var unlimited = new Platform { AccountRequests = double.PositiveInfinity, PartitionEntities = double.PositiveInfinity };
        var account = new StorageAccount(events, chance, unlimited, AnswerAsync);
        var settling = new ReviewSettling(events, chance, account, _ => { });
        var instance = new AppInstance(events, machine);
        var films = new Dictionary<int, Film>();
        var done = new List<SimulatedReview>();
        var next = 0;
        for (var worker = 0; worker < workers; worker++)
        {
            events.Start(WorkAsync);
        }

        events.Run(double.PositiveInfinity, () => done.Count == reviews);
        var times = done.Select(review => review.ShownAt!.Value - review.DroppedAt).Order().ToList();
        return (reviews * 1000 / events.Now, times[times.Count / 2]);

        async Task AnswerAsync()
        {
            await events.Wait(Transport);
            await azurite.EnterAsync();
            await machine.UseAsync(Calibration.AzuriteCpu);
            azurite.Leave();
        }

        async Task WorkAsync()
        {
            while (next < reviews)
            {
                var number = next++;
                var film = MadePages.FilmOf(number).Number;
                if (!films.TryGetValue(film, out var known))
                {
                    films[film] = known = new Film(film, account, 0);
                }

                var review = new SimulatedReview(number, known, events.Now);
                await account.SendAsync(RequestKind.BlobWrite, account.Blobs, 0);
                await settling.SettleAsync(review, instance, takesOver: true);
                done.Add(review);
            }
        }
    }
}
