using Ingest.LoadBench.Scaling.Engine;

namespace Ingest.LoadBench.Scaling.Model;

/// <summary>An app with a storage account, as it is deployed: the events, the host's queue, the instances, the timers.</summary>
internal sealed class Deployment
{
    private readonly EventQueue events;
    private readonly Platform platform;
    private readonly List<AppInstance> timers = [];

    /// <param name="events">The time.</param>
    /// <param name="chance">Chance.</param>
    /// <param name="platform">What it runs on.</param>
    /// <param name="account">Its storage.</param>
    /// <param name="existing">Reviews that it has already.</param>
    public Deployment(EventQueue events, Chance chance, Platform platform, StorageAccount account, int existing)
    {
        (this.events, this.platform) = (events, platform);
        Account = account;
        Settling = new(events, chance, account, review => Unsettled.Remove(review.Number));
        Instances = new(events, chance, platform, this);
        Events = new(events, chance, platform, this);
        Reconciliation = new(events, platform, this, existing);
        Refresh = new(events, this);
    }

    public StorageAccount Account { get; }

    public ReviewSettling Settling { get; }

    public InstancePool Instances { get; }

    public EventDelivery Events { get; }

    public ReconciliationTimer Reconciliation { get; }

    public RefreshTimer Refresh { get; }

    /// <summary>Reviews whose files are there, and that are neither in their profile nor given up, by number.</summary>
    public SortedDictionary<int, SimulatedReview> Unsettled { get; } = [];

    /// <summary>Reviews whose files are there.</summary>
    public int Dropped { get; private set; }

    /// <summary>Milliseconds that all instances are billed for.</summary>
    public double Billed => Instances.Billed + timers.Sum(timer => timer.Billed);

    /// <summary>A file is dropped.</summary>
    public void Drop(SimulatedReview review)
    {
        Dropped++;
        Unsettled.Add(review.Number, review);
        Events.Publish(review);
    }

    /// <summary>An instance of a timer's own, as the plan gives each.</summary>
    public AppInstance NewTimerInstance()
    {
        var instance = new AppInstance(events, new Processor(events, platform.Cores));
        timers.Add(instance);
        return instance;
    }

    /// <summary>The timers begin.</summary>
    public void Start()
    {
        Instances.Start();
        Refresh.Start();
        if (platform.IsReconciled)
        {
            Reconciliation.Start();
        }
    }
}
