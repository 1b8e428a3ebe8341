using Ingest.Functions.Ingestion;
using Ingest.LoadBench.Scaling.Engine;

namespace Ingest.LoadBench.Scaling.Model;

/// <summary>What <see cref="ReviewIngestion"/> does with one review: the same requests in the same order.</summary>
/// <param name="events">The time.</param>
/// <param name="chance">Chance.</param>
/// <param name="account">Where files and records are.</param>
/// <param name="settled">Told of each review that is settled, or given up.</param>
internal sealed class ReviewSettling(EventQueue events, Chance chance, StorageAccount account, Action<SimulatedReview> settled)
{
    private static readonly IngestOptions Options = new();
    private static readonly ReviewName Name = ReviewName.Parse("any.html");

    private readonly ReviewSchedule schedule = new(Reader.Default, Microsoft.Extensions.Options.Options.Create(Options), new Clock(events));

    /// <summary>What is to be done about a review, as its record is.</summary>
    public ReviewWork WorkOn(SimulatedReview review) => review.Status is null ? ReviewWork.Due : schedule.WorkOn(RecordOf(review));

    /// <summary>Settles a review.</summary>
    /// <param name="review">The review.</param>
    /// <param name="instance">Where it is done.</param>
    /// <param name="takesOver">Whether to take it from a worker that is at it.</param>
    /// <exception cref="ServerBusyException">Storage had too much to do; that is recorded, where it can be.</exception>
    public async Task SettleAsync(SimulatedReview review, AppInstance instance, bool takesOver)
    {
        await account.SendAsync(RequestKind.BlobRead, account.Blobs, 0);
        var shard = account.Shards[review.Number % account.Shards.Count];
        await account.SendAsync(RequestKind.Table, shard, 1);
        if (review.IsSettled || IsLeftAlone(review, takesOver))
        {
            return;
        }

        var claim = 0;
        await account.SendAsync(RequestKind.Table, shard, 1, () =>
        {
            claim = ++review.Claim;
            (review.Status, review.ClaimedAt, review.NextAttemptAt) = (ReviewStatus.Received, events.Now, null);
            review.Attempts++;
            return true;
        });
        try
        {
            await SettleAsync(review, instance, shard, claim);
        }
        catch (ServerBusyException)
        {
            await RecordFailureAsync(review, shard, claim);
            throw;
        }
    }

    /// <summary>Gives up a review whose workers stopped without a word, each time.</summary>
    public async Task GiveUpAsync(SimulatedReview review)
    {
        var shard = account.Shards[review.Number % account.Shards.Count];
        await account.SendAsync(RequestKind.Table, shard, 1);
        await account.SendAsync(RequestKind.Table, shard, 1, () =>
        {
            (review.Status, review.NextAttemptAt, review.IsGivenUp) = (ReviewStatus.Failed, null, true);
            settled(review);
            return true;
        });
    }

    private bool IsLeftAlone(SimulatedReview review, bool takesOver) => review.Status is not null
        && (review.IsGivenUp || schedule.IsOfLastAttempt(RecordOf(review)) || (!takesOver && WorkOn(review) == ReviewWork.Busy));

    private async Task SettleAsync(SimulatedReview review, AppInstance instance, Partition shard, int claim)
    {
        await account.SendAsync(RequestKind.BlobRead, account.Blobs, 0);
        await instance.Cpu.UseAsync(Calibration.ReviewCpu);
        if (!await account.SendAsync(RequestKind.Table, shard, 1, () => review.Claim == claim))
        {
            return;
        }

        await account.SendAsync(RequestKind.BlobWrite, account.Blobs, 0);
        var group = await instance.Groups.PutAsync(review);
        await instance.Groups.RebuildAsync(review.Film, group);
        await account.SendAsync(RequestKind.Table, shard, 1, () =>
        {
            if (review.Claim == claim)
            {
                review.Status = ReviewStatus.Ingested;
                settled(review);
            }

            return review.IsSettled;
        });
    }

    private async Task RecordFailureAsync(SimulatedReview review, Partition shard, int claim)
    {
        // Somewhere in the second half of the longest wait, as the schedule has it.
        var isLast = review.Attempts >= Options.MaxAttempts;
        var wait = ReviewSchedule.Wait(review.Attempts).TotalMilliseconds * (0.5 + (chance.Uniform() / 2));
        try
        {
            await account.SendAsync(RequestKind.Table, shard, 1, () =>
            {
                if (review.Claim != claim)
                {
                    return false;
                }

                (review.Status, review.NextAttemptAt, review.IsGivenUp) = (ReviewStatus.Failed, isLast ? null : events.Now + wait, isLast);
                if (isLast)
                {
                    settled(review);
                }

                return true;
            });
        }
        catch (ServerBusyException)
        {
            // Without a record it counts as stuck.
        }
    }

    private static ReviewRecord RecordOf(SimulatedReview review) => new()
    {
        Name = Name,
        Status = review.Status!.Value,
        Attempts = review.Attempts,
        TriedBy = Reader.Default.Version,
        ReaderVersion = Reader.Default.Version,
        ClaimedAt = Clock.At(review.ClaimedAt),
        NextAttemptAt = review.NextAttemptAt is { } at ? Clock.At(at) : null,
    };

    private sealed class Clock(EventQueue events) : TimeProvider
    {
        public static DateTimeOffset At(double milliseconds) => DateTimeOffset.UnixEpoch.AddMilliseconds(milliseconds);

        public override DateTimeOffset GetUtcNow() => At(events.Now);
    }
}
