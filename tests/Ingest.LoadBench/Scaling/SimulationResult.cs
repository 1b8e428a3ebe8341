using Ingest.LoadBench.Scaling.Model;

namespace Ingest.LoadBench.Scaling;

/// <summary>What became of the reviews of a scenario, and what it took.</summary>
internal sealed class SimulationResult
{
    private readonly double[] latencies;

    /// <param name="scenario">What was simulated.</param>
    /// <param name="apps">What it was simulated with.</param>
    /// <param name="reviews">All reviews that were dropped.</param>
    /// <param name="now">When it ended, in milliseconds.</param>
    public SimulationResult(Scenario scenario, IReadOnlyList<Deployment> apps, IReadOnlyList<SimulatedReview> reviews, double now)
    {
        Scenario = scenario;
        Reviews = reviews.Count;
        Seconds = now / 1000;
        latencies = [.. reviews.Where(review => review.ShownAt is not null).Select(review => review.ShownAt!.Value - review.DroppedAt).Order()];
        Settled = reviews.Count(review => review.IsSettled);
        GivenUp = reviews.Count(review => review.IsGivenUp);
        Lost = reviews.Count(review => !review.IsGivenUp && (!review.IsSettled || review.ShownAt is null));
        Attempts = reviews.Sum(review => (long)review.Attempts);
        InstancesPeak = apps.Sum(app => app.Instances.Peak);
        InstancesMean = apps.Sum(app => app.Instances.Mean);
        Requests = Enum.GetValues<RequestKind>().ToDictionary(kind => kind, kind => apps.Sum(app => app.Account.Requests[kind]));
        Refused = apps.Sum(app => app.Account.Refused);
        RequestsPeak = apps.Sum(app => app.Account.Peak);
        Hottest = apps.SelectMany(app => app.Account.Partitions).MaxBy(partition => partition.PeakShare)!;
        MostRefusing = apps.SelectMany(app => app.Account.Partitions).MaxBy(partition => partition.Refused)!;
        LostEvents = apps.Sum(app => app.Events.Lost);
        Deliveries = apps.Sum(app => app.Events.Deliveries);
        DeadLettered = apps.Sum(app => app.Events.DeadLettered);
        Poisoned = apps.Sum(app => app.Instances.Poisoned);
        Executions = apps.Sum(app => app.Instances.Executions);
        Repaired = apps.Sum(app => app.Reconciliation.Repaired);
        CutShort = apps.Sum(app => app.Reconciliation.CutShort);
        GigabyteSeconds = apps.Sum(app => app.Billed) / 1000 * scenario.Platform.Memory;
    }

    public Scenario Scenario { get; }

    public int Reviews { get; }

    /// <summary>How long it took until all was done.</summary>
    public double Seconds { get; }

    public int Settled { get; }

    /// <summary>Reviews that stay visible as failed.</summary>
    public int GivenUp { get; }

    /// <summary>Reviews that have come to no end, or are in no profile.</summary>
    public int Lost { get; }

    /// <summary>Claims of reviews.</summary>
    public long Attempts { get; }

    public int InstancesPeak { get; }

    public double InstancesMean { get; }

    public IReadOnlyDictionary<RequestKind, long> Requests { get; }

    public long AllRequests => Requests.Values.Sum();

    /// <summary>Requests that were answered by 503.</summary>
    public long Refused { get; }

    public int RequestsPeak { get; }

    /// <summary>The partition that came nearest to its limit.</summary>
    public Partition Hottest { get; }

    /// <summary>The partition that refused most.</summary>
    public Partition MostRefusing { get; }

    public int LostEvents { get; }

    public int Deliveries { get; }

    public int DeadLettered { get; }

    public int Poisoned { get; }

    public int Executions { get; }

    /// <summary>Reviews that reconciliation settled.</summary>
    public int Repaired { get; }

    /// <summary>Reconciliations that ended before they had come to everything.</summary>
    public int CutShort { get; }

    /// <summary>As they are billed.</summary>
    public double GigabyteSeconds { get; }

    /// <summary>Seconds from drop to profile that a share of the reviews did not exceed.</summary>
    public double Latency(double share) =>
        latencies.Length == 0 ? double.NaN : latencies[Math.Min((int)(share * latencies.Length), latencies.Length - 1)] / 1000;
}
