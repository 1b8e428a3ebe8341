using Ingest.Functions.Ingestion;
using Ingest.LoadBench.Scaling.Engine;

namespace Ingest.LoadBench.Scaling.Model;

/// <summary>What <see cref="Reconciliation"/> does every five minutes: reads all records, lists all files, settles what is due;
/// no longer than it may.</summary>
internal sealed class ReconciliationTimer(EventQueue events, Platform platform, Deployment app, int existing)
{
    private const double Every = 300_000;
    private const int NamesOfPage = 5000;

    private static readonly IngestOptions Options = new();

    /// <summary>Reviews that it settled.</summary>
    public int Repaired { get; private set; }

    /// <summary>Runs that ended before they had come to everything.</summary>
    public int CutShort { get; private set; }

    public void Start() => events.Start(RunAsync);

    private async Task RunAsync()
    {
        var instance = app.NewTimerInstance();
        while (true)
        {
            await events.Wait(Every - (events.Now % Every));
            instance.Begin(1);
            try
            {
                await RunOnceAsync(instance);
            }
            catch (ServerBusyException)
            {
                CutShort++;
            }

            instance.End(1);
        }
    }

    private async Task RunOnceAsync(AppInstance instance)
    {
        var began = events.Now;
        var records = existing + app.Dropped;
        await Task.WhenAll(app.Account.Shards.Select(shard => ReadAsync(shard, records / app.Account.Shards.Count, began)));
        if (events.Now - began > platform.FunctionTimeout)
        {
            CutShort++;
            return;
        }

        for (var left = records; left >= 0; left -= NamesOfPage)
        {
            await app.Account.ScanAsync(RequestKind.BlobList, app.Account.Blobs, StorageAccount.RowsOfPage);
        }

        // What came after the records were read is looked at by the next run.
        var due = new Queue<SimulatedReview>(app.Unsettled.Values.Where(
            review => review.DroppedAt < began && app.Settling.WorkOn(review) is ReviewWork.Due or ReviewWork.Interrupted));
        await Task.WhenAll(Enumerable.Range(0, Options.ReviewsAtOnce).Select(_ => SettleAsync(instance, due, began)));
        CutShort += due.Count > 0 ? 1 : 0;
    }

    private async Task ReadAsync(Partition shard, int records, double began)
    {
        for (var left = records; left >= 0 && events.Now - began <= platform.FunctionTimeout; left -= StorageAccount.RowsOfPage)
        {
            await app.Account.ScanAsync(RequestKind.Table, shard, Math.Clamp(left, 1, StorageAccount.RowsOfPage));
        }
    }

    private async Task SettleAsync(AppInstance instance, Queue<SimulatedReview> due, double began)
    {
        while (events.Now - began < Options.ReconcileFor.TotalMilliseconds && due.TryDequeue(out var review))
        {
            var wasSettled = review.IsSettled;
            try
            {
                if (app.Settling.WorkOn(review) == ReviewWork.Interrupted)
                {
                    await app.Settling.GiveUpAsync(review);
                    continue;
                }

                await app.Account.SendAsync(RequestKind.BlobRead, app.Account.Blobs, 0);
                await app.Settling.SettleAsync(review, instance, takesOver: false);
                Repaired += !wasSettled && review.IsSettled ? 1 : 0;
            }
            catch (ServerBusyException)
            {
                // A later run tries again.
            }
        }
    }
}
