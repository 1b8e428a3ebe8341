namespace Ingest.LoadBench.Scaling.Engine;

/// <summary>Lets through so much a second, and after a rest as much as a second's worth at once.</summary>
/// <param name="perSecond">How much; infinite for no limit.</param>
internal sealed class TokenBucket(double perSecond)
{
    private readonly double rate = perSecond;
    private double tokens = perSecond;
    private double last;

    /// <summary>Takes tokens, or none where there are not enough. What is more than the bucket holds takes a full one.</summary>
    /// <param name="count">How many.</param>
    /// <param name="now">The time in milliseconds.</param>
    public bool TryTake(double count, double now)
    {
        if (double.IsInfinity(rate))
        {
            return true;
        }

        tokens = Math.Min(rate, tokens + ((now - last) * rate / 1000));
        last = now;
        var needed = Math.Min(count, rate);
        if (tokens < needed)
        {
            return false;
        }

        tokens -= needed;
        return true;
    }
}
