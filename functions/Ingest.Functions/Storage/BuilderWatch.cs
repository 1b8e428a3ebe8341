namespace Ingest.Functions.Storage;

/// <summary>Tells whether the builder of a title group is alive, from what is seen of the group's row.</summary>
/// <remarks>A builder that lives says so every second. What counts is how long nothing was heard by one's own clock; the time
/// that it says by its clock only tells those that died long ago.</remarks>
internal sealed class BuilderWatch(TimeProvider time)
{
    /// <summary>How often a builder says that it is alive.</summary>
    public static readonly TimeSpan BeatsEvery = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongAgo = TimeSpan.FromSeconds(10);

    private (string? Builder, long Beat) last;
    private long since;

    /// <summary>Whether somebody else is to be let finish.</summary>
    public bool IsBusy(TitleGroup group)
    {
        if (!group.IsBuilding
            || Math.Abs(time.GetUtcNow().ToUnixTimeMilliseconds() - group.Beat) > LongAgo.TotalMilliseconds)
        {
            return false;
        }

        if (last != (group.Builder, group.Beat))
        {
            (last, since) = ((group.Builder, group.Beat), time.GetTimestamp());
        }

        return time.GetElapsedTime(since) < Patience;
    }
}
