namespace Ingest.Chaos;

/// <summary>One run.</summary>
internal sealed record ChaosOptions
{
    /// <summary>Number of files that are dropped at least once.</summary>
    public int Reviews { get; init; } = 2000;

    /// <summary>Chooses files, faults and the times of kills.</summary>
    public int Seed { get; init; } = Random.Shared.Next();

    /// <summary>How often the app is killed.</summary>
    public int Kills { get; init; } = 20;

    /// <summary>Of all requests to storage, how many meet with a fault.</summary>
    public double Faults { get; init; } = 0.1;

    /// <summary>Whether the app is asked to reconcile between kills too. What a reconciliation fails at, or is killed at, waits
    /// for a minute before it is tried again.</summary>
    public bool ReconcilesBetween { get; init; } = true;

    /// <summary>Whether some articles are answered to be written and are not, which has to be found out.</summary>
    public bool Swallows { get; init; }

    /// <summary>How long the app may take, once nothing fails any more, to bring everything to its end.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(6);
}
