namespace Ingest.Chaos.Faults;

/// <summary>What a request meets.</summary>
/// <param name="Kind">What kind of trouble.</param>
/// <param name="Delay">How late it is passed on, where that is the trouble.</param>
internal readonly record struct Fault(FaultKind Kind, TimeSpan Delay = default)
{
    public static Fault None { get; } = new(FaultKind.None);
}
