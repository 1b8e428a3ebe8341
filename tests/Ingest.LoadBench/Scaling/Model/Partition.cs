using Ingest.LoadBench.Scaling.Engine;

namespace Ingest.LoadBench.Scaling.Model;

/// <summary>A partition of a table, or a queue: what storage gives so much of a second.</summary>
/// <param name="name">What it is.</param>
/// <param name="perSecond">Entities or messages a second.</param>
internal sealed class Partition(string name, double perSecond)
{
    private const double Window = 10_000;

    private readonly TokenBucket bucket = new(perSecond);
    private double since;
    private double inWindow;

    public string Name => name;

    /// <summary>Requests that it refused.</summary>
    public long Refused { get; private set; }

    /// <summary>Most entities a second over ten seconds.</summary>
    public double Peak { get; private set; }

    /// <summary>That as a share of what it gives; 0 where there is no limit.</summary>
    public double PeakShare => double.IsInfinity(perSecond) ? 0 : Peak / perSecond;

    public bool TryTake(double entities, double now)
    {
        if (now - since > Window)
        {
            (since, inWindow) = (now, 0);
        }

        if (!bucket.TryTake(entities, now))
        {
            Refused++;
            return false;
        }

        inWindow += entities;
        Peak = Math.Max(Peak, inWindow * 1000 / Window);
        return true;
    }
}
