using Ingest.LoadBench.Scaling.Engine;

namespace Ingest.LoadBench.Scaling.Model;

/// <summary>The instances of the function that ingests, and the host's queue that they take reviews from.</summary>
internal sealed class InstancePool(EventQueue events, Chance chance, Platform platform, Deployment app)
{
    private const double ColdSigma = 0.4;
    private const double BusyWait = 1_000;
    private const double Invisible = 600_000;

    private readonly Queue<(SimulatedReview Review, int Dequeues)> messages = new();
    private readonly List<AppInstance> ready = [];
    private double billedOfGone;
    private double sum;
    private double sumSince;
    private int starting;
    private int running;
    private TaskCompletionSource? waking;

    /// <summary>Whether there is an instance.</summary>
    public bool IsAwake => ready.Count > 0;

    /// <summary>Instances that run or are started.</summary>
    public int Count => ready.Count + starting;

    public int Peak { get; private set; }

    /// <summary>Their mean number until now.</summary>
    public double Mean => (sum + (Count * (events.Now - sumSince))) / Math.Max(1, events.Now);

    /// <summary>Milliseconds that they are billed for.</summary>
    public double Billed => billedOfGone + ready.Sum(instance => instance.Billed);

    /// <summary>Runs of the function.</summary>
    public int Executions { get; private set; }

    /// <summary>Messages that failed as often as the host tries them.</summary>
    public int Poisoned { get; private set; }

    public void Start() => events.Start(ScaleAsync);

    /// <summary>Adds instances that need no start.</summary>
    public void Warm(int count)
    {
        for (var instance = 0; instance < count; instance++)
        {
            ready.Add(new AppInstance(events, new Processor(events, platform.Cores)));
        }
    }

    /// <summary>Returns when there is an instance; starts one where none is starting.</summary>
    public Task WakeAsync()
    {
        if (starting == 0)
        {
            Start(1);
        }

        waking ??= new();
        return waking.Task;
    }

    /// <summary>A message has come.</summary>
    public void Add(SimulatedReview review) => Add(review, 0);

    private void Add(SimulatedReview review, int dequeues)
    {
        messages.Enqueue((review, dequeues));
        if (ready.Find(instance => !instance.IsPumping && instance.Running < platform.Concurrency) is { } free)
        {
            Pump(free);
        }
    }

    private void Pump(AppInstance instance)
    {
        if (!instance.IsPumping)
        {
            instance.IsPumping = true;
            events.Start(() => PumpAsync(instance));
        }
    }

    private async Task PumpAsync(AppInstance instance)
    {
        while (messages.Count > 0 && instance.Running < platform.Concurrency)
        {
            var taken = new List<(SimulatedReview Review, int Dequeues)>();
            while (taken.Count + instance.Running < platform.Concurrency && messages.TryDequeue(out var message))
            {
                taken.Add(message);
            }

            instance.Begin(taken.Count);
            running += taken.Count;
            try
            {
                await app.Account.SendAsync(RequestKind.Queue, app.Account.Queue, taken.Count);
            }
            catch (ServerBusyException)
            {
                taken.ForEach(messages.Enqueue);
                running -= taken.Count;
                instance.End(taken.Count);
                await events.Wait(BusyWait);
                continue;
            }

            foreach (var (review, dequeues) in taken)
            {
                events.Start(() => HandleAsync(instance, review, dequeues + 1));
            }
        }

        instance.IsPumping = false;
    }

    private async Task HandleAsync(AppInstance instance, SimulatedReview review, int dequeues)
    {
        var isDone = await TryAsync(instance, review);
        running--;
        instance.End(1);
        if (!isDone && dequeues < platform.Dequeues)
        {
            Add(review, dequeues);
        }
        else if (!isDone)
        {
            Poisoned++;
        }

        Pump(instance);
    }

    // The host looks at the file twice, runs the function, and deletes the message, or gives it back or to the poison queue.
    private async Task<bool> TryAsync(AppInstance instance, SimulatedReview review)
    {
        Executions++;
        var isDone = false;
        try
        {
            await app.Account.SendAsync(RequestKind.BlobRead, app.Account.Blobs, 0);
            await app.Account.SendAsync(RequestKind.BlobRead, app.Account.Blobs, 0);
            await instance.Cpu.UseAsync(platform.HostCpu);
            await app.Settling.SettleAsync(review, instance, takesOver: true);
            isDone = true;
        }
        catch (ServerBusyException)
        {
            // The host tries again.
        }

        try
        {
            await app.Account.SendAsync(RequestKind.Queue, app.Account.Queue, 1);
        }
        catch (ServerBusyException)
        {
            // The message comes back by itself.
            events.Schedule(Invisible, () => Add(review));
            return true;
        }

        return isDone;
    }

    private async Task ScaleAsync()
    {
        while (true)
        {
            await events.Wait(platform.ScaleEvery);
            var wanted = Math.Min(platform.MostInstances, (messages.Count + running + platform.Concurrency - 1) / platform.Concurrency);
            if (wanted > Count)
            {
                Start(Math.Min(platform.ScaleBy, wanted - Count));
            }

            foreach (var idle in ready.Where(one => one.Running == 0 && !one.IsPumping && events.Now - one.IdleSince > platform.IdleFor).ToList())
            {
                Counted();
                billedOfGone += idle.Billed;
                ready.Remove(idle);
            }
        }
    }

    private void Start(int count)
    {
        Counted();
        starting += count;
        Peak = Math.Max(Peak, Count);
        for (var instance = 0; instance < count; instance++)
        {
            events.Schedule(chance.LogNormal(platform.ColdStart, ColdSigma), Begin);
        }
    }

    private void Begin()
    {
        starting--;
        var instance = new AppInstance(events, new Processor(events, platform.Cores));
        ready.Add(instance);
        waking?.TrySetResult();
        waking = null;
        Pump(instance);
    }

    private void Counted()
    {
        sum += Count * (events.Now - sumSince);
        sumSince = events.Now;
    }
}
