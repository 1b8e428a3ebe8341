using Ingest.LoadBench.Scaling.Engine;

namespace Ingest.LoadBench.Scaling.Model;

/// <summary>An instance of the app.</summary>
internal sealed class AppInstance
{
    private const double LeastBilled = 1_000;
    private const double BilledBy = 100;

    private readonly EventQueue events;
    private double busySince;

    public AppInstance(EventQueue events, Processor cpu)
    {
        this.events = events;
        Cpu = cpu;
        Groups = new(events, this);
        IdleSince = events.Now;
    }

    public Processor Cpu { get; }

    /// <summary>Its title groups.</summary>
    public GroupLanes Groups { get; }

    /// <summary>Functions that run on it.</summary>
    public int Running { get; private set; }

    /// <summary>Since when it has had nothing to do; only of use while it has nothing.</summary>
    public double IdleSince { get; private set; }

    /// <summary>Milliseconds that are billed: while anything runs, a second at least, in steps of a tenth.</summary>
    public double Billed { get; private set; }

    /// <summary>Whether it asks for messages at this moment.</summary>
    public bool IsPumping { get; set; }

    public void Begin(int functions)
    {
        if (Running == 0)
        {
            busySince = events.Now;
        }

        Running += functions;
    }

    public void End(int functions)
    {
        Running -= functions;
        if (Running == 0)
        {
            IdleSince = events.Now;
            Billed += Math.Max(LeastBilled, Math.Ceiling((events.Now - busySince) / BilledBy) * BilledBy);
        }
    }
}
