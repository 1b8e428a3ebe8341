using Ingest.LoadBench.Scaling.Engine;

namespace Ingest.LoadBench.Scaling.Model;

/// <summary>Event Grid: tells the app of each file, again and again until it is heard; some it forgets.</summary>
internal sealed class EventDelivery(EventQueue events, Chance chance, Platform platform, Deployment app)
{
    private const int MaxAttempts = 30;
    private const double Sigma = 0.6;

    private static readonly TimeSpan Expiry = TimeSpan.FromHours(24);

    // As published: an app that does not answer is told again after these, and then every twelve hours.
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10),
        TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12),
    ];

    // How long an answer is waited for.
    private const double Patience = 30_000;

    public int Lost { get; private set; }

    public int Retried { get; private set; }

    public int DeadLettered { get; private set; }

    /// <summary>Deliveries, also those that failed.</summary>
    public int Deliveries { get; private set; }

    /// <summary>A file was written.</summary>
    public void Publish(SimulatedReview review)
    {
        if (chance.Uniform() < platform.LostEvents)
        {
            Lost++;
            return;
        }

        events.Start(() => DeliverAsync(review));
    }

    private async Task DeliverAsync(SimulatedReview review)
    {
        var began = events.Now;
        await events.Wait(chance.LogNormal(platform.EventDelay, Sigma));
        for (var attempt = 0; ; attempt++)
        {
            Deliveries++;
            if (await TryAsync(review))
            {
                return;
            }

            var wait = Waits[Math.Min(attempt, Waits.Length - 1)].TotalMilliseconds;
            if (attempt + 1 == MaxAttempts || events.Now + wait - began > Expiry.TotalMilliseconds)
            {
                DeadLettered++;
                return;
            }

            Retried++;
            await events.Wait(wait);
        }
    }

    // The app's webhook puts a message into the host's queue.
    private async Task<bool> TryAsync(SimulatedReview review)
    {
        var began = events.Now;
        while (!app.Instances.IsAwake)
        {
            if (events.Now - began > Patience)
            {
                return false;
            }

            await app.Instances.WakeAsync();
        }

        try
        {
            await app.Account.SendAsync(RequestKind.Queue, app.Account.Queue, 1);
        }
        catch (ServerBusyException)
        {
            return false;
        }

        app.Instances.Add(review);
        return true;
    }
}
